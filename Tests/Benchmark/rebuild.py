"""Builds of isnad over its own last build: with nothing changed, and with one article edited."""

import json
from pathlib import Path

from measure import Run, measure
from tools import Tool

UNCHANGED, EDITED = "isnad unchanged", "isnad one edit"


def rebuild(isnad: Tool, work: Path, output: Path, rounds: int) -> dict[str, list[Run]]:
    """`output`: a folder that does not exist yet; it is left built."""
    command = isnad.command(work / isnad.name, output)
    measure(command, output)
    runs: dict[str, list[Run]] = {UNCHANGED: [], EDITED: []}
    for number in range(rounds):
        runs[UNCHANGED].append(isnad.finish(*measure(command, output)))
        edit(work / isnad.name / "content" / "bulk-01.jsonl", number)
        runs[EDITED].append(isnad.finish(*measure(command, output)))
    return runs


def edit(bulk: Path, number: int) -> None:
    """Gives the first article in the file a title that it did not have."""
    first, rest = bulk.read_text(encoding="utf-8").split("\n", 1)
    record = json.loads(first)
    record["article"]["title"] += f" {number}"
    bulk.write_text(json.dumps(record, ensure_ascii=False) + "\n" + rest, encoding="utf-8")
