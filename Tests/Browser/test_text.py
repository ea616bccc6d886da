"""The annotated text: its layers, the notes beside it, the way from words to row and back, print."""

from __future__ import annotations

import re
from typing import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as View

from support import browser as chromium
from support.browser import Views
from support.server import SUB_PATH
from support.site import Site

# What shows that a layer is there, and what it is when the layer is put out.
LAYERS: dict[str, tuple[str, str, str]] = {
    "mention": (".text .mention a", "textDecorationLine", "none"),
    "content": (".text .content", "backgroundColor", "rgba(0, 0, 0, 0)"),
    "cue": (".text .cue", "textDecorationLine", "none"),
    "label": (".text .label", "borderBottomStyle", "none"),
    "when": (".text .when", "borderBottomStyle", "none"),
    "event": (".text .event::before", "content", "none"),
    "note": (".text .notes", "display", "none"),
}
MARKS = ("mention", "content", "cue", "label", "when", "event")


def annotated(site: Site, prefix: str) -> str:
    """An article whose text has every kind of mark."""
    for row in site.table("articles"):
        path = f"{prefix}articles/{row['id']}/index.html"
        text = (site.folder / path).read_text(encoding="utf-8")
        if all(re.search(rf'<(span|time) id="{mark}-', text) for mark in MARKS):
            return path
    raise AssertionError("no article has every kind of mark")


def styles(view: View) -> dict[str, str]:
    """What each layer looks like."""
    asked = []
    for layer, (selector, name, _) in LAYERS.items():
        element, _, pseudo = selector.partition("::")
        asked.append([layer, element, pseudo and f"::{pseudo}", name])
    return view.evaluate(
        """asked => Object.fromEntries(asked.map(([layer, element, pseudo, name]) =>
          [layer, getComputedStyle(document.querySelector(element), pseudo || null)[name]]))""",
        asked,
    )


@pytest.fixture(params=(True, False), ids=("with scripts", "without scripts"))
def view(request: pytest.FixtureRequest, views: Views) -> Iterator[View]:
    with views.view(scripts=request.param) as found:
        yield found


def visit(view: View, site: Site, origin: str, language: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": chromium.HEIGHT})
    view.goto(origin + SUB_PATH + annotated(site, site.languages[language]))


@pytest.mark.parametrize("language", ("ar", "en"))
def test_each_layer_is_put_out_alone_by_keyboard_and_stays_out_in_print(
    language: str, site: Site, origin: str, view: View
) -> None:
    visit(view, site, origin, language, 1280)
    for layer, (_, _, out) in LAYERS.items():
        box = view.locator(f"#layer-{layer}")
        if not box.is_checked():
            assert styles(view)[layer] == out
            box.press("Space")
        before = styles(view)
        assert before[layer] != out, layer
        box.press("Space")
        assert styles(view) == before | {layer: out}, layer
        view.emulate_media(media="print")
        assert styles(view)[layer] == out
        view.emulate_media(media="screen")
        box.press("Space")
        assert styles(view)[layer] == before[layer]
    assert view.locator(".legend label").count() == len(LAYERS)


@pytest.mark.parametrize("language", ("ar", "en"))
def test_on_a_wide_screen_notes_stand_open_beside_their_words(
    language: str, site: Site, origin: str, view: View
) -> None:
    visit(view, site, origin, language, 1280)
    notes = view.locator(".notes")
    bottom = 0.0
    for number in range(notes.count()):
        note = notes.nth(number)
        paragraph = note.evaluate(
            "it => { const box = it.previousElementSibling.getBoundingClientRect();"
            " return [box.left, box.right, box.top]; }"
        )
        box = note.bounding_box()
        assert box and box["height"] > 20
        assert box["x"] >= paragraph[1] or box["x"] + box["width"] <= paragraph[0]
        assert abs(box["y"] - paragraph[2]) < 12
        assert box["y"] >= bottom, "notes lie over each other"
        bottom = box["y"] + box["height"]
        assert note.locator(".chain").first.is_visible()
        assert not note.locator("summary").is_visible()


@pytest.mark.parametrize("language", ("ar", "en"))
def test_on_a_phone_notes_open_below_their_words(
    language: str, site: Site, origin: str, view: View
) -> None:
    visit(view, site, origin, language, 320)
    note = view.locator(".notes").first
    chain = note.locator(".chain").first
    assert not chain.is_visible()
    note.locator("summary").press("Enter")
    assert chain.is_visible()
    paragraph = note.evaluate("it => it.previousElementSibling.getBoundingClientRect().bottom")
    assert chain.evaluate("it => it.getBoundingClientRect().top") >= paragraph
    assert not chromium.overflow(view)


@pytest.mark.parametrize("width", (320, 1280))
@pytest.mark.parametrize("language", ("ar", "en"))
def test_from_words_to_note_to_row_and_back_to_the_words(
    language: str, width: int, site: Site, origin: str, view: View
) -> None:
    visit(view, site, origin, language, width)
    reference = view.locator(".text .ref").last
    number = reference.get_attribute("data-n")
    name = (reference.get_attribute("href") or "").removeprefix("#note-")
    reference.press("Enter")
    note = view.locator(":target")
    assert note.get_attribute("id") == f"note-{name}"
    assert note.is_visible(), "a closed note opens for whoever comes to it"
    note.locator("a.no").press("Enter")
    row = view.locator("tr:target")
    assert row.get_attribute("id") == f"attribution-{name}"
    assert row.locator("a.no").inner_text() == number
    assert row.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    row.locator("blockquote a").press("Enter")
    words = view.locator(".text :target")
    assert words.get_attribute("id") == f"content-{name}"
    assert words.locator(".ref").first.get_attribute("data-n") == number


def test_a_place_in_the_page_is_reached_without_loading_it_again(
    site: Site, origin: str, view: View
) -> None:
    """Opened as published sites are linked to: by the folder."""
    view.goto(origin + SUB_PATH + annotated(site, site.languages["ar"]).removesuffix("index.html"))
    address = view.url
    view.evaluate("window.isSameVisit = true")
    view.locator("[data-list=attributions] blockquote a").first.press("Enter")
    assert view.locator(".text :target").count() == 1
    assert view.url.split("#")[0] == address
    assert view.evaluate("window.isSameVisit")


def test_numbers_run_through_the_text_and_the_table_alike(site: Site, origin: str, view: View) -> None:
    for language in site.languages:
        visit(view, site, origin, language, 1280)
        drawn = view.locator("[data-reading] .ref").evaluate_all("all => all.map(it => it.dataset.n)")
        rows = view.locator("tr .no").all_inner_texts()
        notes = view.locator(".notes .no").all_inner_texts()
        assert len(drawn) > 2
        assert drawn == rows
        assert sorted(notes) == sorted(rows)


def test_prints_as_a_document_with_its_sources_as_notes(
    site: Site, origin: str, browser: Browser
) -> None:
    context = chromium.context(browser, "dark")
    view = context.new_page()
    visit(view, site, origin, "ar", 720)
    view.emulate_media(media="print")
    for hidden in ("header.site nav", ".language", ".legend", ".notes", ".skip"):
        assert not view.locator(hidden).first.is_visible(), hidden
    assert view.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert view.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    number = view.locator(".text .ref").first.evaluate(
        "it => getComputedStyle(it, '::before').content"
    )
    assert number == '"%s"' % view.locator("tr .no").first.inner_text()
    assert view.locator("tr .chain").first.is_visible()
    context.close()


@pytest.mark.parametrize("motion", ("reduce", "no-preference"))
def test_nothing_moves_for_who_wants_no_motion(
    motion: str, site: Site, origin: str, view: View
) -> None:
    view.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    visit(view, site, origin, "ar", 1280)
    view.locator(".text .ref").first.press("Enter")
    moves = view.locator(":target").evaluate("it => getComputedStyle(it).animationName")
    assert moves == ("none" if motion == "reduce" else "found")


def test_arabic_is_set_as_arabic(site: Site, origin: str, view: View) -> None:
    visit(view, site, origin, "ar", 1280)
    slanted = view.locator(":lang(ar)").evaluate_all(
        "all => all.filter(it => { const style = getComputedStyle(it);"
        " return style.fontStyle !== 'normal' || !['normal', '0px'].includes(style.letterSpacing) })"
        ".length"
    )
    assert slanted == 0
