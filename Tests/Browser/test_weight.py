"""What a page weighs, and what it waits for."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Route

from support.browser import Views
from support.server import SUB_PATH
from support.site import Page, Site

# In bytes, as a host sends them.
ASSETS_LIMIT = 30_000
ARTICLE_LIMIT = 40_000

# Not by an event of the page: a script that never comes holds up its loading.
FIRST_PAINT = """() => new Promise(resolve => {
  new PerformanceObserver(list => {
    if (list.getEntriesByName('first-contentful-paint').length) resolve(true);
  }).observe({type: 'paint', buffered: true});
  setTimeout(() => resolve(false), 5000);
})"""
BLOCKING = """() => performance.getEntriesByType('resource')
  .filter(it => it.renderBlockingStatus === 'blocking').map(it => it.name)"""


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, mtime=0))


def test_stylesheet_and_script_are_light(site: Site) -> None:
    assets = [file for file in (site.folder / "assets").iterdir() if file.suffix in (".css", ".js")]
    assert {file.suffix for file in assets} == {".css", ".js"}
    assert sum(compressed(file.read_bytes()) for file in assets) < ASSETS_LIMIT


def test_articles_are_light(site: Site) -> None:
    own = re.compile(r"(\w+/)?articles/[^/]+/index\.html")
    articles = [path for path in site.html if own.fullmatch(path)]
    assert articles
    heavy = {path: size for path in articles
             if (size := compressed((site.folder / path).read_bytes())) >= ARTICLE_LIMIT}
    assert not heavy


def test_the_first_paint_needs_the_stylesheet_alone(
    page: Page, origin: str, views: Views
) -> None:
    if page.kind not in ("home", "article-in-ar", "article-in-en", "entity", "search"):
        pytest.skip("all pages have the same head")

    # What is never answered holds up whatever waits for it.
    held: list[Route] = []

    def only_needed(route: Route) -> None:
        if route.request.resource_type in ("document", "stylesheet"):
            route.continue_()
        else:
            held.append(route)

    with views.view() as view:
        view.route("**/*", only_needed)
        view.goto(origin + SUB_PATH + page.path, wait_until="commit")
        assert view.evaluate(FIRST_PAINT)
        blocking = view.evaluate(BLOCKING)
        assert [name.rsplit(".", 1)[-1] for name in blocking] == ["css"]
        assert any(route.request.resource_type == "script" for route in held)
        for route in held:
            route.abort()
        view.unroute("**/*")
