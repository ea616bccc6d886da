"""A built site: its pages by kind and language, and where its addresses lead."""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from support import document
from support.document import Document

# Each kind of page, by the shape of its path within its language. The largest page of a kind stands
# for it: it has the most to go wrong.
SHAPES: dict[str, str] = {
    "home": r"index\.html",
    "articles": r"articles/index\.html",
    "entities": r"entities/index\.html",
    "entity": r"entities/[^/]+/index\.html",
    "entity-list": r"entities/[^/]+/.+/index\.html",
    "events": r"events/index\.html",
    "event": r"events/[^/]+/index\.html",
    "claims": r"claims/index\.html",
    "claim": r"claims/[^/]+/index\.html",
    "sources": r"sources/index\.html",
    "source-timeline": r"sources/[^/]+/events/.*index\.html",
    "source-list": r"sources/[^/]+/(?!events/).+/index\.html",
    "attributions": r"attributions/index\.html",
    "search": r"search/index\.html",
    "timeline": r"timeline/index\.html",
    "year": r"timeline/[^/]+/index\.html",
    "month": r"timeline/[^/]+/[^/]+/index\.html",
    "day": r"timeline/[^/]+/[^/]+/[^/]+/index\.html",
    "tags": r"tags/index\.html",
    "tag": r"tags/[^/]+/index\.html",
    "tag-list": r"tags/[^/]+/.+/index\.html",
    "broken-chains": r"broken-chains/index\.html",
    "broken-chains-kind": r"broken-chains/[^/]+/index\.html",
    "free-page": r"pages/[^/]+/index\.html",
    "404": r"404\.html",
}
# Lists that only a long record has.
OCCASIONAL = frozenset({"entity-list", "source-list", "source-timeline", "tag-list"})


@dataclass(frozen=True)
class Page:
    language: str
    kind: str
    path: str  # from the site's root

    def __str__(self) -> str:
        return f"{self.language}:{self.kind}"


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def html(self) -> list[str]:
        return self._files("*.html")

    @cached_property
    def feeds(self) -> list[str]:
        return self._files("feed.xml")

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {path: document.read(self.folder / path) for path in self.html}

    @cached_property
    def own(self) -> dict[str, Document]:
        """The pages that have content: all but those that lead on from an old address."""
        return {path: page for path, page in self.documents.items() if not page.is_redirect}

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        return {path: frozenset(page.ids) for path, page in self.documents.items()}

    @cached_property
    def languages(self) -> dict[str, str]:
        """The folder of each interface language, with its "/"; the first stands at the root."""
        found = {self.documents["index.html"].language: ""}
        for folder in sorted(self.folder.iterdir()):
            page = self.documents.get(f"{folder.name}/index.html")
            if page and page.language == folder.name:
                found[folder.name] = f"{folder.name}/"
        return found

    @cached_property
    def base(self) -> str | None:
        """The address at which the site is to stand, where it knows it."""
        return self.documents["index.html"].canonical

    @cached_property
    def base_path(self) -> str:
        """The path of that address. 404.html, which is shown anywhere, links from it."""
        return urlsplit(self.base or "/").path

    @cached_property
    def pages(self) -> list[Page]:
        found = []
        for language, prefix in self.languages.items():
            own = [path for path in self.own if self._is_in(path, prefix)]
            for kind, shape in SHAPES.items():
                of_kind = [path for path in own if re.fullmatch(shape, path[len(prefix) :])]
                if of_kind:
                    found.append(Page(language, kind, self._largest(of_kind)))
            found += self._articles(language, prefix) + self._sources(language, prefix)
        return found

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    def resolve(self, start: str, address: str) -> tuple[str, str] | None:
        """The file and fragment that an address in file `start` leads to; None: out of here."""
        here = "https://site.invalid/"
        if self.base and address.startswith(self.base):
            address = here + address[len(self.base) :]
        elif address.startswith("/") and not address.startswith("//"):
            if not address.startswith(self.base_path):
                return address, ""  # a file that is not there
            address = here + address[len(self.base_path) :]
        url = urljoin(here + start, address)
        if not url.startswith(here):
            return None
        parts = urlsplit(url)
        path = unquote(parts.path)[1:]
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, unquote(parts.fragment)

    def _articles(self, language: str, prefix: str) -> list[Page]:
        by_language: dict[str, list[str]] = {}
        for row in self.table("articles"):
            path = f"{prefix}articles/{row['id']}/index.html"
            by_language.setdefault(row["lang"], []).append(path)
        return [
            Page(language, f"article-in-{code}", self._largest(paths))
            for code, paths in sorted(by_language.items())
        ]

    def _sources(self, language: str, prefix: str) -> list[Page]:
        outlets = {row["publisher"] for row in self.table("articles")}
        roles: dict[str, list[str]] = {}
        for path in self.html:
            if found := re.fullmatch(rf"{prefix}sources/([^/]+)/index\.html", path):
                role = "outlet" if found[1] in outlets else "originator"
                roles.setdefault(role, []).append(path)
        return [Page(language, role, self._largest(paths)) for role, paths in roles.items()]

    def _is_in(self, path: str, prefix: str) -> bool:
        others = [other for other in self.languages.values() if other and other != prefix]
        return path.startswith(prefix) and not path.startswith(tuple(others))

    def _files(self, pattern: str) -> list[str]:
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob(pattern))
        return sorted(found)

    def _largest(self, paths: list[str]) -> str:
        return max(paths, key=lambda path: (self._size(path), path))

    def _size(self, path: str) -> int:
        return (self.folder / path).stat().st_size


def given() -> Site:
    """The site that SITE names; run.sh sets it."""
    folder = os.environ.get("SITE")
    if not folder:
        raise SystemExit("SITE must name the folder of a built site: see run.sh")
    return Site(Path(folder))
