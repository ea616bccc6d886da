"""What the tests want to know of one HTML page, read by the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)
ADDRESSES = frozenset({"href", "src", "action", "poster", "data", "srcset", "formaction"})
LISTS = {"ul": "li", "ol": "li", "tbody": "tr", "dl": "div", "menu": "li"}


@dataclass
class Document:
    language: str = ""
    ids: list[str] = field(default_factory=list)
    # (element, attribute, address), as written
    links: list[tuple[str, str, str]] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)
    # names of attributes that run code: onclick and its like
    handlers: list[str] = field(default_factory=list)
    # the text of <script> elements that are neither data nor the site's own script
    code: list[str] = field(default_factory=list)
    # the text of <script type="application/ld+json">
    data: list[str] = field(default_factory=list)
    # the text of <title> and <h1>
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    # <meta name or property>: content
    meta: dict[str, list[str]] = field(default_factory=dict)
    # content of <meta http-equiv="Content-Security-Policy">
    policies: list[str] = field(default_factory=list)
    canonical: str | None = None
    # (language, address) of <link rel="alternate" hreflang>
    alternates: list[tuple[str, str]] = field(default_factory=list)
    # (address, integrity) of the stylesheet and the script
    assets: list[tuple[str, str]] = field(default_factory=list)
    # an old address, which leads on to another page
    is_redirect: bool = False
    # the number of items of each list, with the element's name
    lists: list[tuple[str, int]] = field(default_factory=list)

    @property
    def longest_list(self) -> int:
        return max((count for _, count in self.lists), default=0)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._open: list[str] = []
        # Where the text that is read now goes.
        self._text: list[str] | None = None
        self._counts: list[list[object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, {name: value or "" for name, value in attrs})

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "title", "h1"):
            self._text = None
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in LISTS and self._counts:
            name, count = self._counts.pop()
            self.document.lists.append((str(name), int(str(count))))

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.document
        page.elements.add(tag)
        if tag == "html":
            page.language = attributes.get("lang", "")
        if self._counts and self._open:
            name = str(self._counts[-1][0])
            if self._open[-1] == name and LISTS[name] == tag:
                self._counts[-1][1] = int(str(self._counts[-1][1])) + 1
        if tag in LISTS:
            self._counts.append([tag, 0])
        if "id" in attributes:
            page.ids.append(attributes["id"])
        if tag == "script" and "src" not in attributes:
            is_data = attributes.get("type") == "application/ld+json"
            self._begin(page.data if is_data else page.code)
        elif tag == "title" and "svg" not in self._open:
            self._begin(page.titles)
        elif tag == "h1":
            self._begin(page.headings)
        elif tag == "meta" and (name := attributes.get("name") or attributes.get("property")):
            page.meta.setdefault(name, []).append(attributes.get("content", ""))
        page.handlers += [name for name in attributes if name.startswith("on")]
        page.links += [
            (tag, name, value) for name, value in attributes.items() if name in ADDRESSES
        ]
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "content-security-policy":
            page.policies.append(attributes.get("content", ""))
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            page.is_redirect = True
            address = attributes.get("content", "").partition("url=")[2]
            page.links.append((tag, "content", address))
        if tag == "script" and "src" in attributes:
            page.assets.append((attributes["src"], attributes.get("integrity", "")))
        if tag == "link" and attributes.get("rel") == "stylesheet":
            page.assets.append((attributes.get("href", ""), attributes.get("integrity", "")))
        if tag == "link" and "hreflang" in attributes:
            page.alternates.append((attributes["hreflang"], attributes.get("href", "")))
        if tag == "link" and attributes.get("rel") == "canonical":
            page.canonical = attributes.get("href")

    def _begin(self, texts: list[str]) -> None:
        texts.append("")
        self._text = texts


def read(path: Path) -> Document:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document
