"""Writes articles as isnad/1: `site.yaml` and bulk files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles import Article

SITE = """\
title: {en: Benchmark report}
description: {en: A synthetic corpus that measures the speed of a build}
baseURL: https://example.org/
languages: [en]
timeZone: UTC
"""


def write_isnad(articles: Iterable[Article], folder: Path, per_file: int) -> Iterator[Article]:
    """Writes each article under `folder/content` and passes it on."""
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    lines: list[str] = []
    files = 0
    for article in articles:
        lines.append(json.dumps({"article": article.record(), "analysis": article.analysis},
                                ensure_ascii=False))
        if len(lines) == per_file:
            files = write_bulk(content, files, lines)
            lines = []
        yield article
    if lines:
        write_bulk(content, files, lines)


def write_bulk(content: Path, files: int, lines: list[str]) -> int:
    path = content / f"bulk-{files + 1:02d}.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files + 1
