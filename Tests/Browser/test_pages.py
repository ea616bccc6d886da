"""Every kind of page, in every language, width and colour scheme, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as View

from support import accessibility
from support import browser as chromium
from support.browser import SCHEMES, WIDTHS, Views
from support.server import SUB_PATH
from support.site import OCCASIONAL, SHAPES, Page, Site


def address(origin: str, site: Site, page: Page) -> str:
    """404.html stands for any missing page, so that it is shown at the site's own address."""
    return origin + (site.base_path if page.kind == "404" else SUB_PATH) + page.path


def test_every_kind_of_page_is_there(site: Site) -> None:
    assert set(site.languages) == {"ar", "en"}
    expected = set(SHAPES) - OCCASIONAL
    expected |= {"article-in-ar", "article-in-en", "outlet", "originator"}
    for language in site.languages:
        kinds = {page.kind for page in site.pages if page.language == language}
        assert expected <= kinds, expected - kinds


def test_is_accessible_and_fits(page: Page, site: Site, origin: str, views: Views) -> None:
    """The page is loaded once: what it looks like follows the width and the scheme."""
    with views.watched() as (view, watch):
        view.goto(address(origin, site, page))
        accessibility.prepare(view)
        faults = []
        for width in chromium.each_width(view):
            for scheme in SCHEMES:
                view.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                found = overflow(view)
                if width == WIDTHS[1]:
                    found += accessibility.violations(view, scheme)
                faults += [f"{scheme}, {width} px: {fault}" for fault in found]
        faults += watch.take()
    assert not faults, "\n".join([page.path, *faults])


def test_works_without_scripts(page: Page, site: Site, origin: str, views: Views) -> None:
    with views.watched(scripts=False) as (view, watch):
        view.goto(address(origin, site, page))
        faults = [
            f"{width} px: {fault}"
            for width in chromium.each_width(view)
            for fault in overflow(view)
        ]
        faults += watch.take()
        assert view.locator("main").inner_text().strip()
    assert not faults, "\n".join([page.path, *faults])


def test_works_from_the_file_system(page: Page, site: Site, views: Views) -> None:
    if page.kind == "404":
        pytest.skip("a server's page: it links from the server's root")
    with views.watched() as (view, watch):
        view.goto((site.folder / page.path).as_uri())
        assert watch.take() == []
        # Letters of the style sheet prove that it was read.
        assert view.evaluate("getComputedStyle(document.body).maxWidth") != "none"


def overflow(view: View) -> list[str]:
    found = chromium.overflow(view)
    return [f"overflows: {found}"] if found else []
