"""Every kind of page, in every language, width and colour scheme, with and without scripts."""

from __future__ import annotations

from typing import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext

from support import browser as chromium
from support.browser import SCHEMES, WIDTHS, Watch
from support.server import SUB_PATH
from support.site import OCCASIONAL, SHAPES, Page, Site

# In the second colour scheme only the colours are others.
AXE_RULES: dict[str, dict[str, object]] = {
    "light": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    found = {scheme: chromium.context(browser, scheme) for scheme in SCHEMES}
    found["without scripts"] = chromium.context(browser, scripts=False)
    yield found
    for context in found.values():
        context.close()


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


@pytest.mark.parametrize("scheme", SCHEMES)
def test_is_accessible_and_fits(
    scheme: str, page: Page, site: Site, origin: str, contexts: dict[str, BrowserContext]
) -> None:
    view = contexts[scheme].new_page()
    try:
        watch = Watch(view)
        view.goto(address(origin, site, page))
        faults = look(view, watch)
        view.set_viewport_size({"width": WIDTHS[1], "height": chromium.HEIGHT})
        faults += violations(view, scheme)
    finally:
        view.close()
    assert not faults, "\n".join([page.path, *faults])


def test_works_without_scripts(
    page: Page, site: Site, origin: str, contexts: dict[str, BrowserContext]
) -> None:
    view = contexts["without scripts"].new_page()
    try:
        watch = Watch(view)
        view.goto(address(origin, site, page))
        faults = look(view, watch)
        assert view.locator("main").inner_text().strip()
    finally:
        view.close()
    assert not faults, "\n".join([page.path, *faults])


def test_works_from_the_file_system(
    page: Page, site: Site, contexts: dict[str, BrowserContext]
) -> None:
    if page.kind == "404":
        pytest.skip("a server's page: it links from the server's root")
    view = contexts["light"].new_page()
    try:
        watch = Watch(view)
        view.goto((site.folder / page.path).as_uri())
        assert watch.take() == []
        # Letters of the style sheet prove that it was read.
        assert view.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    finally:
        view.close()


def look(view: object, watch: Watch) -> list[str]:
    """What is wrong with an open page at each width."""
    faults = watch.take()
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": chromium.HEIGHT})  # type: ignore
        if found := chromium.overflow(view):  # type: ignore[arg-type]
            faults.append(f"overflows: {found}")
    return faults + watch.take()


def violations(view: object, scheme: str) -> list[str]:
    view.evaluate(AXE_SCRIPT)  # type: ignore[attr-defined]
    options = {"runOnly": AXE_RULES[scheme], "resultTypes": ["violations"]}
    found = view.evaluate("options => axe.run(options)", options)  # type: ignore[attr-defined]
    return [
        f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])} nodes): {rule['help']}\n"
        + "\n".join(f"    {node['html'][:200]}\n    {why(node)}" for node in rule["nodes"][:3])
        for rule in found["violations"]
    ]


def why(node: dict[str, list[dict[str, str]]]) -> str:
    checks = node["any"] + node["all"] + node["none"]
    return "; ".join(check["message"] for check in checks)[:300]
