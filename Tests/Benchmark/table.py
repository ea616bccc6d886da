"""Figures as aligned text."""

import statistics

from measure import Count, Run

Results = dict[int, dict[str, list[Run]]]
"""Articles, then tool, to its measured builds."""

HEADINGS = ["articles", "tool", "wall s", "CPU s", "peak MB", "pages", "files", "MB"]


def median(runs: list[Run]) -> Run:
    """Each figure's own median; what was written is the same in all."""
    return Run(
        statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs),
        round(statistics.median(run.memory for run in runs)), runs[0].output, runs[0].sections)


def summary(results: Results) -> str:
    rows = [HEADINGS]
    for articles, by_tool in results.items():
        medians = {tool: median(runs) for tool, runs in by_tool.items()}
        rows += [[f"{articles:,}", tool, *figures(run)] for tool, run in medians.items()]
        if {"isnad", "hugo"} <= medians.keys():
            rows.append(["", "isnad : hugo", *ratios(medians["isnad"], medians["hugo"])])
    return align(rows)


def breakdown(results: Results) -> str:
    """Pages and bytes by section: for comparing what the two sites hold."""
    rows = [["articles", "section", "tool", "pages", "files", "MB"]]
    for articles, by_tool in results.items():
        sections = sorted({name for runs in by_tool.values() for name in runs[0].sections})
        for section in sections:
            for tool, runs in by_tool.items():
                count = runs[0].sections.get(section, Count())
                rows.append([f"{articles:,}", section, tool, f"{count.pages:,}",
                             f"{count.files:,}", f"{count.bytes / 1e6:.1f}"])
    return align(rows)


def figures(run: Run) -> list[str]:
    output = run.output
    return [f"{run.wall:.2f}", f"{run.cpu:.2f}", f"{run.memory / 1e6:.0f}", f"{output.pages:,}",
            f"{output.files:,}", f"{output.bytes / 1e6:.1f}"]


def ratios(ours: Run, theirs: Run) -> list[str]:
    pairs = [
        (ours.wall, theirs.wall), (ours.cpu, theirs.cpu), (ours.memory, theirs.memory),
        (ours.output.pages, theirs.output.pages), (ours.output.files, theirs.output.files),
        (ours.output.bytes, theirs.output.bytes)]
    return [f"{a / b:.3f}" if b else "–" for a, b in pairs]


def align(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    names = sum(heading in ("articles", "section", "tool") for heading in rows[0])
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if column < names else cell.rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return "\n" + "\n".join(lines)
