"""Settings of the site: all its pages are Pelican's "pages", read by a reader of our own."""

import json
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from jinja2 import ChainableUndefined
from markdown import Markdown
from pelican.readers import BaseReader

SITENAME = "Benchmark report"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
# The briefs as Markdown, the stylesheet and the script.
STATIC_PATHS = ["articles", "assets", "robots.txt"]
STATIC_EXCLUDE_SOURCES = False
THEME = "theme"
DIRECT_TEMPLATES = ["sitemap", "missing"]
SITEMAP_SAVE_AS = "sitemap.xml"
MISSING_SAVE_AS = "404.html"
# What the site does not need is left off.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TYPOGRIFY = CACHE_CONTENT = LOAD_CONTENT_CACHE = False
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""

ATTRIBUTIONS: dict[str, list[object]] = {}
JINJA_ENVIRONMENT = {"undefined": ChainableUndefined, "extensions": []}
# An attribution stands in full in its article only; lists find it there.
JINJA_GLOBALS = {"site": {"data": {"attributions": ATTRIBUTIONS}}}
JINJA_FILTERS = {"jsonify": partial(
    json.dumps, ensure_ascii=False, separators=(",", ":"), default=str)}


class ReportReader(BaseReader):
    """JSON in the first line, then Markdown."""

    enabled = True
    file_extensions = ["md", "xml", "jsonld", "json"]

    def __init__(self, settings: dict[str, object]) -> None:
        super().__init__(settings)
        # Pelican's own reader makes one for each file.
        self.markdown = Markdown()

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        front, _, body = Path(source_path).read_text(encoding="utf-8").partition("\n")
        metadata = json.loads(front)
        if metadata["template"] == "articles-page":
            ATTRIBUTIONS[Path(source_path).stem] = metadata["report"]["attributions"]
        return self.markdown.reset().convert(body) if body else "", metadata


READERS = dict.fromkeys(ReportReader.file_extensions, ReportReader)
