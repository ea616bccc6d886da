"""Nothing on a page moves: neither while it comes, nor when its script comes, however late."""

from __future__ import annotations

from typing import Iterator

import pytest
from playwright.sync_api import Page as View
from playwright.sync_api import Route

from support import browser as chromium
from support.browser import Views
from support.server import SUB_PATH, serving
from support.site import Page, Site

# `moved()` tells what has moved since it was last asked, of what was ever drawn. `keep()` keeps the
# box of each element that a reader sees, for the width that the window has; `differences()` tells
# which stand elsewhere now, by more than what the browser rounds (in pixels).
TELL = """() => {
  const observer = new PerformanceObserver(list => collect(list.getEntries()));
  const found = [];
  const name = node => node && (node.outerHTML ?? node.data).slice(0, 80);
  const collect = entries => found.push(...entries.map(
    entry => `${entry.value}: ${entry.sources.map(source => name(source.node)).join(', ')}`));
  observer.observe({type: 'layout-shift', buffered: true});
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  window.moved = async () => {
    await frame();
    await frame();
    collect(observer.takeRecords());
    return found.splice(0);
  };

  const kept = {};
  const boxes = () => [...document.querySelectorAll(
      'main :is(h1, h2, h3, figure, .scroll, th, tr, li, blockquote)')]
    .filter(element => element.checkVisibility())
    .map(element => [element, element.getBoundingClientRect()]);
  const sides = box => [box.x, box.y, box.width, box.height];
  window.keep = () => { kept[innerWidth] = boxes(); };
  window.differences = () => {
    const now = new Map(boxes());
    const before = kept[innerWidth];
    if (now.size !== before.length) return [`${before.length} elements, now ${now.size}`];
    return before.filter(([element, old]) => sides(now.get(element) ?? {}).some(
        (side, place) => !(Math.abs(side - sides(old)[place]) <= 0.5)))
      .map(([element, old]) => `${name(element)}: ${sides(old)}, now ${sides(now.get(element) ?? {})}`);
  };
}"""

# Pages that are mostly one table.
LONG = ("attributions", "broken-chains", "claims", "entities", "sources")

TOOLED = "main table:has(> thead > tr):has(> tbody > tr + tr)"
# Asked for within the page: its policy forbids what Playwright waits by.
WAIT = """condition => new Promise(resolve => {
  const look = () => condition() ? resolve() : setTimeout(look, 10);
  look();
})"""
READ = f"({WAIT})(() => document.readyState !== 'loading')"
DONE = f"""({WAIT})(() => document.documentElement.classList.contains('scripted')
  && document.querySelectorAll('.table-tools').length
    === document.querySelectorAll('{TOOLED}').length)"""


@pytest.fixture
def held(views: Views) -> Iterator[tuple[View, list[Route]]]:
    """A page whose script waits until its route is let go."""
    routes: list[Route] = []
    scripts = "**/assets/*.js"
    with views.view() as view:
        view.route(scripts, lambda route: routes.append(route))
        yield view, routes
        view.unroute(scripts)


@pytest.fixture(scope="module")
def slow_origin(site: Site) -> Iterator[str]:
    with serving(site.folder, SUB_PATH, is_slow=True) as address:
        yield address


def test_nothing_moves(page: Page, origin: str, held: tuple[View, list[Route]]) -> None:
    view, routes = held
    chromium.widen(view, chromium.WIDTHS[-1])
    view.goto(origin + SUB_PATH + page.path, wait_until="commit")
    view.evaluate(READ)
    view.evaluate(TELL)
    assert view.evaluate("moved()") == [], f"at {chromium.WIDTHS[-1]} px, while the page comes"

    for width in reversed(chromium.WIDTHS):
        chromium.widen(view, width)
        view.evaluate("keep()")
    view.evaluate("moved()")
    assert len(routes) == 1
    routes.pop().continue_()
    view.evaluate(DONE)
    assert view.evaluate("moved()") == [], f"at {chromium.WIDTHS[0]} px, when the script comes"

    for width in chromium.WIDTHS:
        chromium.widen(view, width)
        assert view.evaluate("differences()") == [], f"at {width} px"


@pytest.mark.parametrize("width", (chromium.WIDTHS[0], chromium.WIDTHS[-1]))
@pytest.mark.parametrize("kind", LONG)
def test_rows_that_come_later_move_no_earlier_ones(
    kind: str, width: int, site: Site, slow_origin: str, views: Views
) -> None:
    pages = [page for page in site.pages if page.kind == kind]
    assert pages
    for page in pages:
        with views.view() as view:
            chromium.widen(view, width)
            view.goto(slow_origin + SUB_PATH + page.path)
            view.evaluate(TELL)
            assert view.evaluate("moved()") == [], page
