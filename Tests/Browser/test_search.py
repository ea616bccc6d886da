"""The search page: full text by Pagefind, with words folded as in the index."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as View

from support import accessibility
from support import browser as chromium
from support import many, words
from support.browser import Views, Watch
from support.server import SUB_PATH, serving
from support.site import Site

# What is asked for, articles of the demo that must be found, and words that must be marked in them.
ALTUN = "2019-05-14-demo-altun-tweets-ar"
READOUT = "2019-05-14-demo-kremlin-readout-ar"
CALL_AR = "2019-05-15-demo-akar-shoigu-ar"
CALL_EN = "2019-05-14-demo-akar-shoigu-en"
HAMA = "2019-05-09-demo-northern-hama-ar"
QUERIES = (
    ("أردوغان", {ALTUN, READOUT, CALL_AR}, {"أردوغان"}),
    ("اردوغان", {ALTUN, READOUT, CALL_AR}, {"أردوغان"}),
    ("لأردوغان", {ALTUN, READOUT}, {"أردوغان"}),
    ("٢٠١٨", {CALL_AR, CALL_EN}, {"2018", "٢٠١٨"}),
    ("2018", {CALL_AR, CALL_EN}, {"2018", "٢٠١٨"}),
    ("مبادرة", {READOUT}, {"بمبادرة"}),
    ("اساءه", {ALTUN}, {"والإساءة"}),
    ("الاناضول", {ALTUN, CALL_AR}, {"الأنـــاضول", "الأناضول"}),
    ("مقلقا", {ALTUN}, {"مُقلِقاً"}),
    ("مكتب العرض", {HAMA, READOUT}, {"لمكتب", "العرض"}),
    ("shell", {CALL_EN}, {"shelling"}),
    ("erdogan putin", {CALL_EN}, {"Erdoğan", "Putin"}),
    ("كرملين بوتين", {READOUT, CALL_AR}, {"الكرملين", "بوتين"}),
)
# The same for a report that is written for this.
WORDS = (
    ("أردوغان", {"plain", "joined", "bare"}),
    ("اردوغان", {"plain", "joined", "bare"}),
    ("لأردوغان", {"plain", "joined", "bare"}),
    ("مكتبة", {"plain", "joined"}),
    ("مكتبه", {"plain", "joined"}),
    ("والمكتبة", {"plain", "joined"}),
    ("٢٠١٩", {"plain", "joined"}),
    ("2019", {"plain", "joined"}),
    ("۲۰۱۹", {"plain", "joined"}),
    ("کرملین", {"plain", "joined"}),
    ("الكرملين", {"plain", "joined"}),
    ("هيئة", {"joined"}),
    ("قراءه", {"joined"}),
    ("libraries", {"english"}),
    ("library", {"english"}),
    ("nowhere", set()),
    ("غيرموجود", set()),
)


@pytest.fixture(scope="module", autouse=True)
def full_text(site: Site) -> None:
    if not (site.folder / "pagefind").is_dir():
        pytest.skip("the site was built without --search")


@pytest.fixture
def view(views: Views) -> Iterator[View]:
    with views.watched() as (found, watch):
        yield found
        assert watch.take() == []


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[View, Watch]]:
    with chromium.context(browser) as context:
        found = context.new_page()
        yield found, Watch(found)


@pytest.fixture
def asked(watched: tuple[View, Watch]) -> Iterator[View]:
    """A page that stays open for the next question, so that the index is loaded once."""
    found, watch = watched
    yield found
    assert watch.take() == []


def ask(view: View, address: str, query: str) -> list[str]:
    """The ids of the articles that the search page at an address finds. Where the page stands open
    it is asked again, as a reader does."""
    status = view.locator(".search [role=status]")
    if view.url.partition("?")[0] == address:
        status.evaluate("it => { it.textContent = ''; }")
    else:
        view.goto(address)
    view.locator("#search-words").fill(query)
    status.filter(has_text=re.compile(r"\S")).wait_for()
    links = view.locator(".found-texts h3 a")
    found = links.evaluate_all("all => all.map(it => it.getAttribute('href') ?? '')")
    start = address.removesuffix("search/index.html") + "articles/"
    assert all(link.startswith(start) for link in found), found
    return [link.removeprefix(start).partition("/")[0] for link in found]


def page(origin: str, prefix: str = "") -> str:
    return f"{origin}{SUB_PATH}{prefix}search/index.html"


@pytest.mark.parametrize("query, expected, marked", QUERIES)
def test_texts_of_the_demo_are_found(
    query: str, expected: set[str], marked: set[str], asked: View, origin: str
) -> None:
    found = ask(asked, page(origin), query)
    assert expected <= set(found)
    assert len(found) == len(set(found))
    shown = set(asked.locator(".found-texts mark").all_inner_texts())
    assert marked <= shown, shown


def build(source: Path) -> Path:
    """A site with full text of some content."""
    binary = os.environ.get("ISNAD")
    if not binary:
        pytest.skip("ISNAD names no isnad to build a site with")
    command = [binary, "build", "--search", "--source", str(source)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return source / "public"


@pytest.fixture(scope="module")
def words_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("words")
    words.write(folder)
    with serving(build(folder), SUB_PATH) as address:
        yield address


@pytest.fixture(scope="module")
def many_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A report of so many texts that they have several indexes."""
    folder = tmp_path_factory.mktemp("many")
    many.write(folder)
    site = build(folder)
    assert (site / "pagefind/2/pagefind-entry.json").is_file()
    with serving(site, SUB_PATH) as address:
        yield address


@pytest.mark.parametrize("query, expected", many.QUERIES)
def test_texts_of_a_large_report_are_found_in_all_indexes(
    query: str, expected: list[str], asked: View, many_origin: str
) -> None:
    assert sorted(ask(asked, page(many_origin), query)) == expected


def test_further_results_come_from_all_indexes(view: View, many_origin: str) -> None:
    ask(view, page(many_origin), many.COMMON)
    more = view.locator(".found-texts button")
    while more.is_visible():
        shown = view.locator(".found-texts li").count()
        more.click()
        view.locator(".found-texts li").nth(shown).wait_for()
    assert view.locator(".found-texts li").count() == many.HAVE_COMMON


@pytest.mark.parametrize("query, expected", WORDS)
@pytest.mark.parametrize("prefix", ("", "en/"))
def test_any_way_of_writing_a_word_finds_it(
    prefix: str, query: str, expected: set[str], asked: View, words_origin: str
) -> None:
    assert set(ask(asked, page(words_origin, prefix), query)) == expected


def test_a_result_leads_to_its_passage(view: View, origin: str) -> None:
    ask(view, page(origin), "مبادرة")
    link = view.locator(".found-texts h3 a").first
    address = link.get_attribute("href") or ""
    passage = unquote(address.partition("#:~:text=")[2])
    assert passage.startswith("بمبادرة")
    link.click()
    view.wait_for_url(lambda url: "/articles/" in url)
    text = view.locator("[data-reading=text]").inner_text()
    assert passage in text


def test_names_are_found_too(view: View, origin: str, site: Site) -> None:
    for prefix in site.languages.values():
        ask(view, page(origin, prefix), "erdogan")
        links = view.locator(".found-names a").all()
        addresses = [link.get_attribute("href") for link in links]
        expected = f"{origin}{SUB_PATH}{prefix}entities/recep-tayyip-erdogan/index.html"
        assert expected in addresses


def test_the_address_asks_again(view: View, origin: str) -> None:
    ask(view, page(origin), "مبادرة")
    address = view.url
    assert unquote(address).endswith("?q=مبادرة")
    found = view.locator(".found-texts h3").all_inner_texts()
    view.goto("about:blank")
    view.goto(address)
    view.locator(".found-texts h3").first.wait_for()
    assert view.locator(".found-texts h3").all_inner_texts() == found


def test_nothing_found_is_told(view: View, origin: str, site: Site) -> None:
    told = set()
    for prefix in site.languages.values():
        assert ask(view, page(origin, prefix), "qqxxzz") == []
        assert not view.locator(".found-names").is_visible()
        told.add(view.locator(".search [role=status]").inner_text())
    assert len(told) == len(site.languages)


def test_further_results_are_shown_when_asked_for(view: View, origin: str) -> None:
    ask(view, page(origin), "إدلب")
    shown = view.locator(".found-texts li").count()
    more = view.locator(".found-texts button")
    assert shown == 5 and more.is_visible()
    more.click()
    view.locator(".found-texts li").nth(5).wait_for()
    assert view.evaluate("document.activeElement.closest('.found-texts li') !== null")


@pytest.mark.parametrize("scheme", chromium.SCHEMES)
@pytest.mark.parametrize("prefix", ("", "en/"))
def test_results_are_accessible_and_fit(
    prefix: str, scheme: str, origin: str, browser: Browser
) -> None:
    context = chromium.context(browser, scheme)
    view = context.new_page()
    ask(view, page(origin, prefix), "إدلب")
    view.locator(".find input").fill("idl")
    view.locator("[role=option]").first.wait_for()
    accessibility.prepare(view)
    found = accessibility.violations(view, scheme)
    wide = []
    for width in chromium.WIDTHS:
        view.set_viewport_size({"width": width, "height": chromium.HEIGHT})
        wide.append(chromium.overflow(view))
    context.close()
    assert found == []
    assert wide == [None] * len(wide)


def test_from_a_disk_names_are_found_and_the_rest_is_told(site: Site, browser: Browser) -> None:
    context = chromium.context(browser)
    view = context.new_page()
    watch = Watch(view)
    view.goto((site.folder / "search/index.html").as_uri())
    view.locator("#search-words").fill("أردوغان")
    view.locator(".found-names a").first.wait_for()
    assert view.locator(".search [role=status]").inner_text().strip()
    assert watch.take() == []
    context.close()
