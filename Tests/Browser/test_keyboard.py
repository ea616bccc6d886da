"""Without a mouse: first past the menu, then along it, then through the content; always seen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page as View

from support import browser as chromium
from support.browser import SCHEMES, Views
from support.server import SUB_PATH
from support.site import Site

FOCUSED = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  const place = it.matches('.skip') ? 'skip'
    : it.closest('header.site nav') ? 'menu'
    : it.closest('header.site') ? 'header'
    : it.closest('main') ? 'content' : it.localName;
  return {
    place,
    text: it.textContent.trim().slice(0, 60),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0
      && box.right <= innerWidth && box.top < innerHeight,
  };
}"""


@dataclass(frozen=True)
class Focus:
    place: str
    text: str
    outlined: bool
    inside: bool


def tab(view: View) -> Focus:
    view.keyboard.press("Tab")
    return Focus(**view.evaluate(FOCUSED))


@pytest.mark.parametrize("width", (320, 1280))
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ("ar", "en"))
def test_tab_goes_by_way_of_the_skip_link_and_the_menu(
    language: str, scheme: str, width: int, site: Site, origin: str, views: Views
) -> None:
    with views.view() as view:
        chromium.widen(view, width)
        view.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        view.goto(origin + SUB_PATH + site.languages[language] + "index.html")
        reached = [tab(view)]
        while reached[-1].place != "content" and len(reached) < 40:
            reached.append(tab(view))

    places = list(dict.fromkeys(focus.place for focus in reached))
    assert places == ["skip", "header", "menu", "content"], places
    unseen = [focus for focus in reached if not (focus.outlined and focus.inside)]
    assert not unseen


def test_the_skip_link_leads_into_the_content(site: Site, origin: str, views: Views) -> None:
    with views.view(scripts=False) as view:
        for prefix in site.languages.values():
            view.goto(origin + SUB_PATH + prefix + "index.html")
            view.keyboard.press("Tab")
            view.keyboard.press("Enter")
            assert view.url.endswith("#main")
            assert tab(view).place == "content"
