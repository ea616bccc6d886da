"""Figures as aligned text."""

import statistics

from measure import Count, Run
from rebuild import SEARCH

Results = dict[int, dict[str, list[Run]]]
"""Articles, then tool, to its measured builds."""

HEADINGS = ["articles", "tool", "wall s", "CPU s", "peak MB", "pages", "files", "MB"]
NOTHING = "–"


def median(runs: list[Run]) -> Run:
    """Each figure's own median; what was written is the same in all."""
    first = runs[0]
    phases = {name: statistics.median(run.phases.get(name, 0) for run in runs)
              for name in first.phases}
    return Run(
        statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs),
        round(statistics.median(run.memory for run in runs)), first.output, first.sections,
        first.addresses, phases)


def summary(results: Results, limit: float) -> str:
    """Each tool with its phases, then the ratios; at last how isnad grows."""
    rows = [HEADINGS]
    ours: list[tuple[int, Run]] = []
    for articles, by_tool in results.items():
        medians = {tool: median(runs) for tool, runs in by_tool.items()}
        for tool, run in medians.items():
            rows.append([f"{articles:,}", tool, *figures(run, limit)])
            rows += [["", f"  {name}", f"{seconds:.3f}"] for name, seconds in run.phases.items()]
        if "isnad" in medians:
            ours.append((articles, medians["isnad"]))
            rows += [["", *compared(medians, tool, limit)] for tool in medians if tool != "isnad"]
    for (less, smaller), (more, larger) in zip(ours, ours[1:]):
        rows.append(["growth", f"{more:,} : {less:,}", *ratios(larger, smaller, limit)])
    return align(rows)


def breakdown(results: Results) -> str:
    """Pages and bytes by section: for comparing what the sites hold."""
    rows = [["articles", "section", "tool", "pages", "files", "MB"]]
    for articles, by_tool in results.items():
        sections = sorted({name for runs in by_tool.values() for name in runs[0].sections})
        for section in sections:
            for tool, runs in by_tool.items():
                if tool == "floor":
                    continue
                count = runs[0].sections.get(section, Count())
                rows.append([f"{articles:,}", section, tool, f"{count.pages:,}",
                             f"{count.files:,}", f"{count.bytes / 1e6:.1f}"])
    return align(rows)


def figures(run: Run, limit: float) -> list[str]:
    if not run.is_whole:
        return [f"> {limit:.0f}"] + [NOTHING] * 5
    output = run.output
    return [f"{run.wall:.2f}", f"{run.cpu:.2f}",
            f"{run.memory / 1e6:.0f}" if run.memory else NOTHING, f"{output.pages:,}",
            f"{output.files:,}", f"{output.bytes / 1e6:.1f}"]


def compared(medians: dict[str, Run], tool: str, limit: float) -> list[str]:
    """isnad's full build by another tool; but its own further builds by the full one, those with
    full-text search by the full one with it."""
    run, full = medians[tool], medians["isnad"]
    if tool == SEARCH:
        return [f"{tool} : isnad", *ratios(run, full, limit)]
    if tool.startswith(SEARCH):
        return [f"{tool} : full", *ratios(run, medians[SEARCH], limit)]
    if tool.startswith("isnad"):
        return [f"{tool} : full", *ratios(run, full, limit)]
    return [f"isnad : {tool}", *ratios(full, run, limit)]


def ratios(ours: Run, theirs: Run, limit: float) -> list[str]:
    if not theirs.is_whole:
        return [f"< {ours.wall / limit:.4f}"] + [NOTHING] * 5
    pairs = [
        (ours.wall, theirs.wall), (ours.cpu, theirs.cpu), (ours.memory, theirs.memory),
        (ours.output.pages, theirs.output.pages), (ours.output.files, theirs.output.files),
        (ours.output.bytes, theirs.output.bytes)]
    return [f"{a / b:.3f}" if b else NOTHING for a, b in pairs]


def align(rows: list[list[str]]) -> str:
    columns = len(rows[0])
    rows = [row + [""] * (columns - len(row)) for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(columns)]
    names = sum(heading in ("articles", "section", "tool") for heading in rows[0])
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if column < names else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return "\n" + "\n".join(lines)
