"""Builds of isnad over its own last build: with nothing changed, with one article edited, and with
one more."""

import json
from pathlib import Path
from typing import Any

from measure import Run, measure
from tools import Tool

UNCHANGED, EDITED, GROWN = "isnad unchanged", "isnad one edit", "isnad one more"


def rebuild(isnad: Tool, work: Path, output: Path, rounds: int) -> dict[str, list[Run]]:
    """`output`: a folder that does not exist yet; it is left built."""
    command = isnad.command(work / isnad.name, output)
    measure(command, output)
    runs: dict[str, list[Run]] = {UNCHANGED: [], EDITED: [], GROWN: []}
    content = work / isnad.name / "content"
    for number in range(rounds):
        runs[UNCHANGED].append(isnad.finish(*measure(command, output)))
        edit(content / "bulk-01.jsonl", number)
        runs[EDITED].append(isnad.finish(*measure(command, output)))
        add(content, number)
        runs[GROWN].append(isnad.finish(*measure(command, output)))
    return runs


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
