"""Where the marks of a picture stand: a template has only to draw them."""

Json = dict[str, object]

COLUMN_HEIGHT = 64
"""Pixels."""
ROWS_SHOWN = 8
STEP = 42
"""Pixels from one bar to the next, its name above it."""


def columns(counts: list[tuple[str, int]]) -> Json:
    """One column for each label, in their order; widths and places in percent."""
    step = 100 / len(counts)
    most = max(count for _, count in counts)
    return {"columns": [
        {"label": label, "count": count, "x": rounded(step * (place + 0.15)),
         "width": rounded(step * 0.7), "middle": rounded(step * (place + 0.5)),
         "y": 88 - round(COLUMN_HEIGHT * count / most), "height": round(COLUMN_HEIGHT * count / most)}
        for place, (label, count) in enumerate(counts)]}


def bars(rows: list[Json], counts: dict[str, dict[str, int]]) -> Json:
    """One bar for each of the first rows, in parts by kind: `counts` by the id of the row."""
    shown = rows[:ROWS_SHOWN]
    most = max(sum(counts[row["id"]].values()) for row in shown)
    drawn = []
    for place, row in enumerate(shown):
        parts, x = [], 0.0
        for kind, count in counts[row["id"]].items():
            if count:
                width = 90 * count / most
                parts.append({"kind": kind, "x": rounded(x), "width": rounded(width)})
                x += width
        drawn.append({"name": row["name"], "count": sum(counts[row["id"]].values()),
                      "y": STEP * place + 27, "end": rounded(x), "parts": parts})
    return {"bars": drawn, "height": STEP * len(shown) + 2}


def rounded(percent: float) -> float:
    return round(percent, 2)
