"""The find box: names in every script, typing ahead, by keyboard alone; silent without scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as View

from support import browser as chromium
from support.browser import Views, Watch
from support.server import SUB_PATH
from support.site import Site

FIXTURES = Path(__file__).parent.parent / "Fixtures"

# What is typed, and the address of what must be among the suggestions.
NAMES = (
    ("أردوغان", "entities/recep-tayyip-erdogan"),
    ("اردوغان", "entities/recep-tayyip-erdogan"),
    ("لأردوغان", "entities/recep-tayyip-erdogan"),
    ("وأردوغان", "entities/recep-tayyip-erdogan"),
    ("أردوغـــان", "entities/recep-tayyip-erdogan"),
    ("أرد", "entities/recep-tayyip-erdogan"),
    ("erdogan", "entities/recep-tayyip-erdogan"),
    ("ERDOĞAN", "entities/recep-tayyip-erdogan"),
    ("erdogan recep", "entities/recep-tayyip-erdogan"),
    ("وزارة الدفاع", "entities/turkish-ministry-of-defence"),
    ("الوزاره", "entities/turkish-ministry-of-defence"),
    ("دفاع تركية", "entities/turkish-ministry-of-defence"),
    ("بالكرملين", "articles/2019-05-14-demo-kremlin-readout-ar"),
    ("sochi", "articles/2019-05-16-demo-sochi-explainer-en"),
    ("مكالمه", None),
    ("zzzz", None),
)


@pytest.fixture
def view(site: Site, origin: str, views: Views) -> Iterator[View]:
    with views.watched() as (found, watch):
        found.goto(origin + SUB_PATH + "index.html")
        yield found
        assert watch.take() == []


def type_in(view: View, text: str) -> list[str]:
    """The addresses that are suggested."""
    box = view.get_by_role("combobox")
    box.fill("")
    box.press_sequentially(text)
    suggestions = view.locator(".find [role=option]")
    # The last of them always asks for what was typed.
    suggestions.last.filter(has_text=text).wait_for()
    return [item.get_attribute("data-href") or "" for item in suggestions.all()]


def test_the_table_of_foldings_holds_in_the_browser(view: View) -> None:
    """FoldingTests.swift holds the generator to the same table."""
    table = json.loads((FIXTURES / "folding.json").read_text(encoding="utf-8"))
    for row in table["words"]:
        assert view.evaluate("text => isnad.fold(text)", row["text"]) == row["words"], row["why"]
    for row in table["forms"]:
        assert view.evaluate("word => isnad.forms(word)", row["word"]) == row["forms"], row["why"]


@pytest.mark.parametrize("query, expected", NAMES)
def test_names_are_found(query: str, expected: str | None, view: View, origin: str) -> None:
    *found, search = type_in(view, query)
    assert search.startswith(f"{origin}{SUB_PATH}search/index.html?q=")
    if expected:
        assert f"{origin}{SUB_PATH}{expected}/index.html" in found
    elif query == "zzzz":
        assert found == []


@pytest.mark.parametrize("language", ("ar", "en"))
def test_suggestions_lead_to_pages_in_the_language(
    language: str, site: Site, view: View, origin: str
) -> None:
    prefix = site.languages[language]
    view.goto(f"{origin}{SUB_PATH}{prefix}entities/index.html")
    for address in type_in(view, "Putin" if language == "en" else "بوتين")[:-1]:
        path = address.removeprefix(origin + SUB_PATH)
        assert path.startswith(prefix)
        assert path in site.documents


def test_is_a_combobox_by_keyboard(view: View, origin: str) -> None:
    box = view.get_by_role("combobox")
    assert box.get_attribute("aria-expanded") == "false"
    addresses = type_in(view, "إدلب")
    assert len(addresses) > 2
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-controls") == view.get_by_role("listbox").get_attribute("id")
    assert box.get_attribute("aria-activedescendant") is None

    def active() -> str | None:
        chosen = view.locator("[role=option][aria-selected=true]")
        if chosen.count() == 0:
            return None
        assert chosen.count() == 1
        assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        return chosen.get_attribute("data-href")

    box.press("ArrowDown")
    assert active() == addresses[0]
    box.press("ArrowDown")
    assert active() == addresses[1]
    box.press("ArrowUp")
    box.press("ArrowUp")
    assert active() == addresses[-1]
    box.press("Escape")
    assert not view.get_by_role("listbox").is_visible()
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "إدلب"
    box.press("Escape")
    assert box.input_value() == ""
    type_in(view, "إدلب")
    box.press("ArrowDown")
    box.press("Enter")
    view.wait_for_url(addresses[0])


def test_enter_asks_the_search_page(view: View, origin: str) -> None:
    type_in(view, "مكتبة")
    view.get_by_role("combobox").press("Enter")
    view.wait_for_url(f"{origin}{SUB_PATH}search/index.html?q=*")
    assert view.locator("#search-words").input_value() == "مكتبة"


def test_leaving_the_box_closes_its_list(view: View) -> None:
    type_in(view, "إدلب")
    view.get_by_role("combobox").press("Tab")
    assert not view.get_by_role("listbox").is_visible()
    assert view.evaluate("document.activeElement.getAttribute('role')") != "option"


def test_a_click_goes_there(view: View) -> None:
    address = type_in(view, "بوتين")[0]
    view.locator("[role=option]").first.click()
    view.wait_for_url(address)


def test_the_number_of_suggestions_is_told(view: View) -> None:
    found = type_in(view, "بوتين")[:-1]
    told = view.locator(".find [role=status]").inner_text()
    assert told.strip()
    assert len(found) < 3 or str(len(found)) in told
    type_in(view, "zzzz")
    assert view.locator(".find [role=status]").inner_text() != told


def test_works_from_the_file_system(site: Site, browser: Browser) -> None:
    context = chromium.context(browser)
    view = context.new_page()
    watch = Watch(view)
    view.goto((site.folder / "index.html").as_uri())
    address = type_in(view, "erdogan")[0]
    assert address == (site.folder / "entities/recep-tayyip-erdogan/index.html").as_uri()
    view.get_by_role("combobox").press("ArrowDown")
    view.get_by_role("combobox").press("Enter")
    view.wait_for_url(address)
    assert watch.take() == []
    context.close()


def test_is_not_shown_without_scripts(site: Site, origin: str, browser: Browser) -> None:
    context = chromium.context(browser, scripts=False)
    view = context.new_page()
    for prefix in site.languages.values():
        view.goto(f"{origin}{SUB_PATH}{prefix}index.html")
        assert not view.locator(".find input").is_visible()
        view.locator(".find a").click()
        assert view.url == f"{origin}{SUB_PATH}{prefix}search/index.html"
        assert not view.locator(".search").is_visible()
        assert view.locator("noscript").inner_text().strip()
        assert view.locator("main ul.cloud a").count() >= 6
    context.close()
