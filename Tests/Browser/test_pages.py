"""Every kind of page, in every language, width and colour scheme, with and without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from support import browser as chromium
from support.browser import SCHEMES, WIDTHS, Views, Watch
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
        view.evaluate(AXE_SCRIPT)
        faults = []
        for scheme in SCHEMES:
            view.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = look(view, watch)
            view.set_viewport_size({"width": WIDTHS[1], "height": chromium.HEIGHT})
            faults += [f"{scheme}: {fault}" for fault in found + violations(view, scheme)]
    assert not faults, "\n".join([page.path, *faults])


def test_works_without_scripts(page: Page, site: Site, origin: str, views: Views) -> None:
    with views.watched(scripts=False) as (view, watch):
        view.goto(address(origin, site, page))
        faults = look(view, watch)
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


def look(view: object, watch: Watch) -> list[str]:
    """What is wrong with an open page at each width."""
    faults = watch.take()
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": chromium.HEIGHT})  # type: ignore
        if found := chromium.overflow(view):  # type: ignore[arg-type]
            faults.append(f"overflows: {found}")
    return faults + watch.take()


def violations(view: object, scheme: str) -> list[str]:
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
