"""Builds of isnad over its own last build: with nothing changed, with one article edited, and with
one more; and with full-text search."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from measure import Run, measure
from tools import Tool

SEARCH = "search"


def rebuild(isnad: Tool, work: Path, output: Path, rounds: range) -> dict[str, list[Run]]:
    """`output`: a folder that does not exist yet; it is left built."""
    command = isnad.command(work / "isnad", output)
    measure(command, output)
    content = work / "isnad" / "content"
    unchanged: list[Run] = []
    edited: list[Run] = []
    grown: list[Run] = []
    for number in rounds:
        unchanged.append(isnad.finish(*measure(command, output)))
        edit(content / "bulk-01.jsonl", number)
        edited.append(isnad.finish(*measure(command, output)))
        add(content, number)
        grown.append(isnad.finish(*measure(command, output)))
    return {f"{isnad.name} unchanged": unchanged, f"{isnad.name} one edit": edited,
            f"{isnad.name} one more": grown}


def search(isnad: Tool, work: Path, output: Path, rounds: int) -> dict[str, list[Run]]:
    """With full-text search, which no other tool has. `output` as above."""
    tool = replace(isnad, name=SEARCH,
                   command=lambda source, out: [*isnad.command(source, out), "--search"])
    full: list[Run] = []
    for _ in range(rounds):
        full.append(tool.finish(*measure(tool.command(work / "isnad", output), output)))
        shutil.rmtree(output)
    # Numbered on, so that each edit is another than those before.
    return {SEARCH: full, **rebuild(tool, work, output, range(rounds, 2 * rounds))}


def edit(bulk: Path, number: int) -> None:
    """Gives the first article in the file a title that it did not have."""
    first, rest = bulk.read_text(encoding="utf-8").split("\n", 1)
    record = json.loads(first)
    record["article"]["title"] += f" {number}"
    bulk.write_text(line(record) + rest, encoding="utf-8")


def add(content: Path, number: int) -> None:
    """Writes an article, with its analysis, in a file of its own: of a later day than all others, and
    about what one of these is about."""
    with (content / "bulk-01.jsonl").open(encoding="utf-8") as bulk:
        record = json.loads(bulk.readline())
    record["article"]["id"] = record["analysis"]["article"] = f"later-{number}"
    record["article"]["published"] = f"2100-01-{number % 28 + 1:02}T08:00:00Z"
    (content / f"later-{number}.jsonl").write_text(line(record), encoding="utf-8")


def line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
