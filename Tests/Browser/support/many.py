"""A report of so many texts that full-text search has several indexes of them."""

from __future__ import annotations

import json
from pathlib import Path

# Each article is of a year; the texts are indexed together in the order of their publication.
YEARS = range(1000, 3300)
COMMON = "caravan"
HAVE_COMMON = 12

QUERIES: tuple[tuple[str, list[str]], ...] = (
    ("lantern", ["b-1001", "b-3298"]),
    ("y1005", ["b-1005"]),
    ("y3295", ["b-3295"]),
    ("المصباح", ["b-1001", "b-3298"]),
    ("nowhere", []),
)


def text(year: int) -> str:
    words = [f"In y{year}."]
    if year in (1001, 3298):
        words.append("A lantern, مصباح.")
    if year % (len(YEARS) // HAVE_COMMON) == 0:
        words.append(f"A {COMMON} came.")
    return " ".join(words)


def write(folder: Path) -> None:
    content = folder / "content"
    content.mkdir()
    (content / "site.yaml").write_text("title: {en: Many}\nlanguages: [en]\n", encoding="utf-8")
    records = (
        {
            "article": {
                "id": f"b-{year}",
                "title": f"Article {year}",
                "lang": "en",
                "published": str(year),
                "text": text(year),
            }
        }
        for year in YEARS
    )
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (content / "bulk.jsonl").write_text("".join(lines), encoding="utf-8")
