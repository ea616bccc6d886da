"""What pages say of themselves to search engines and networks, and what they load."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from playwright.sync_api import Browser

from support import browser as chromium
from support.browser import Watch
from support.site import Site

# og:title, og:description, … as https://ogp.me has them.
REQUIRED = ("og:type", "og:title", "og:description", "og:locale", "og:site_name")


def one(found: list[str]) -> bool:
    return len(found) == 1 and bool(found[0].strip())


def test_every_page_says_what_it_is(site: Site) -> None:
    found = []
    for path, page in site.own.items():
        if not one(page.titles):
            found.append(f"{path}: titles {page.titles}")
        if len(page.headings) != 1:
            found.append(f"{path}: {len(page.headings)} h1")
        found += [
            f"{path}: {name} {page.meta.get(name)}"
            for name in ("description", *REQUIRED)
            if not one(page.meta.get(name, []))
        ]
        others = len(site.languages) - 1
        if len(page.meta.get("og:locale:alternate", [])) != others:
            found.append(f"{path}: og:locale:alternate")
    assert not found, "\n".join(found[:30])


def test_every_page_knows_its_address(site: Site) -> None:
    """Canonical address, Open Graph's, and the addresses in other languages agree."""
    found = []
    for path, page in site.own.items():
        if path.endswith("404.html"):
            if page.canonical or page.alternates or page.meta.get("robots") != ["noindex"]:
                found.append(f"{path} is to be found")
            continue
        if site.base:
            expected = [site.base + quoted(path.removesuffix("index.html"))]
            if [page.canonical] != expected or page.meta.get("og:url") != expected:
                found.append(f"{path}: canonical {page.canonical}")
        if len(site.languages) > 1:
            targets = {lang: site.resolve(path, to) for lang, to in page.alternates}
            languages = set(targets) - {"x-default"}
            if languages != set(site.languages) or targets[page.language] != (path, ""):
                found.append(f"{path}: alternates {page.alternates}")
            for language in languages:
                other = targets[language]
                if other is None or site.own[other[0]].language != language:
                    found.append(f"{path}: {language} leads to {other}")
    assert not found, "\n".join(found[:30])


def quoted(path: str) -> str:
    return quote(path, safe="/~")


def test_assets_have_the_name_of_their_bytes(site: Site) -> None:
    named = [
        path
        for path in (site.folder / "assets").iterdir()
        if re.fullmatch(r"(style|script)\.[0-9a-f]{16}\.(css|js)", path.name)
    ]
    assert any(path.suffix == ".css" for path in named)
    for path in named:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert path.name.split(".")[1] == digest[:16]
    expected = {f"assets/{path.name}" for path in named}
    for path, page in site.own.items():
        loaded = {site.resolve(path, address) for address, _ in page.assets}
        assert loaded == {(asset, "") for asset in expected}, path


def test_a_page_that_is_opened_from_the_disk_has_its_style(site: Site, browser: Browser) -> None:
    context = chromium.context(browser)
    view = context.new_page()
    watch = Watch(view)
    view.goto((site.folder / "index.html").resolve().as_uri())
    styled = view.evaluate("getComputedStyle(document.querySelector('.skip')).position")
    context.close()
    assert styled == "absolute"
    assert watch.faults == []
