"""Pictures: named for who cannot see them, beside their numbers, whole at every width, mirrored."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as View

from support import browser as chromium
from support.browser import Views
from support.server import SUB_PATH
from support.site import Site

PLACES = ("index.html", "timeline/index.html", "sources/index.html")

# What a picture tells those who cannot see it, and how much of it a keyboard comes to.
TOLD = """picture => {
  const all = picture.querySelectorAll('svg[role=img]');
  const around = picture.closest('section') || picture.parentElement;
  return {
    drawings: all.length,
    title: all[0]?.querySelector('title')?.textContent,
    desc: all[0]?.querySelector('desc')?.textContent,
    reached: all[0]?.querySelectorAll('a, [tabindex]').length,
    numbers: picture.querySelector('table') !== null || around.querySelector('table, ul') !== null,
  };
}"""

# Letters that reach out of their picture are cut off.
CUT_OFF = """svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(it => {
    const box = it.getBoundingClientRect();
    return box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 3 || box.bottom > frame.bottom + 3);
  }).map(it => it.textContent);
}"""


def pages(site: Site, language: str) -> list[str]:
    """The first pages, and the largest of each kind that have pictures."""
    largest = [page.path for page in site.pages if page.language == language]
    found = [site.languages[language] + place for place in PLACES]
    found += [path for path in largest if "<svg" in text(site, path) and path not in found]
    return found


def text(site: Site, path: str) -> str:
    return (site.folder / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ("ar", "en"))
def test_pictures_are_named_and_stand_with_their_numbers(
    language: str, site: Site, origin: str, views: Views
) -> None:
    seen = 0
    with views.view(scripts=False) as view:
        for path in pages(site, language):
            view.goto(origin + SUB_PATH + path)
            for picture in view.locator("figure.picture").evaluate_all(f"all => all.map({TOLD})"):
                seen += 1
                assert picture["drawings"] == 1, path
                assert picture["title"], path
                assert picture["desc"], path
                assert picture["reached"] == 0, path
                assert picture["numbers"], f"{path}: a picture without its numbers"
            assert view.locator("[style]").count() == 0, path
    assert seen >= 6


@pytest.mark.parametrize("language", ("ar", "en"))
def test_no_letter_of_a_picture_is_cut_off(
    language: str, site: Site, origin: str, views: Views
) -> None:
    faults: list[str] = []
    with views.view(scripts=False) as view:
        for path in pages(site, language):
            view.goto(origin + SUB_PATH + path)
            for width in chromium.each_width(view):
                cut = view.locator("svg[role=img]").evaluate_all(f"all => all.flatMap({CUT_OFF})")
                faults += [f"{path} at {width}: {name}" for name in cut]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language, side", (("ar", "right"), ("en", "left")))
def test_bars_begin_where_reading_begins(
    language: str, side: str, site: Site, origin: str, views: Views
) -> None:
    with views.view() as view:
        view.goto(origin + SUB_PATH + site.languages[language] + "index.html")
        drawing = view.locator(".answer svg").first
        edge = drawing.evaluate(f"it => it.getBoundingClientRect().{side}")
        bars = drawing.locator("rect").evaluate_all(
            f"all => all.map(it => it.getBoundingClientRect().{side})"
        )
    assert any(abs(bar - edge) < 1 for bar in bars)


@pytest.mark.parametrize("language", ("ar", "en"))
def test_the_first_screen_says_who_says_so(
    language: str, site: Site, origin: str, views: Views
) -> None:
    """Before anybody scrolls: on the first page the voices, in an article its chains."""
    prefix = site.languages[language]
    article = next(
        page.path
        for page in site.pages
        if page.kind == "article-in-ar" and page.language == language
    )
    with views.view(scripts=False) as view:
        for path, answer in (
            (prefix + "index.html", ".answer svg"),
            (article, ".originators .chain"),
        ):
            view.goto(origin + SUB_PATH + path)
            for width in (320, 1280):
                chromium.widen(view, width, 720)
                assert top(view, answer) < 720, f"{path} at {width}"


def top(view: View, selector: str) -> float:
    return view.locator(selector).first.evaluate("it => it.getBoundingClientRect().top + 20")
