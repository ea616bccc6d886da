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


def bars(rows: list[tuple[str, dict[str, int]]]) -> Json:
    """One bar for each of the greatest, in parts by kind."""
    shown = sorted(rows, key=lambda row: -sum(row[1].values()))[:ROWS_SHOWN]
    drawn = []
    for place, (name, counts) in enumerate(shown):
        parts, x = [], 0.0
        for kind, count in counts.items():
            width = 90 * count / sum(shown[0][1].values())
            parts.append({"kind": kind, "x": rounded(x), "width": rounded(width)})
            x += width
        drawn.append({"name": name, "count": sum(counts.values()), "y": STEP * place + 27,
                      "end": rounded(x), "parts": parts})
    return {"bars": drawn, "height": STEP * len(shown) + 2} if drawn else {}


def rounded(percent: float) -> float:
    return round(percent, 2)
