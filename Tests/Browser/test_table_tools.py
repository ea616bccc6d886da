"""Tables in the page: sorted, filtered, handed out; by keyboard, and told to those who do not see."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Iterator

import pytest
from playwright.sync_api import Browser, Locator
from playwright.sync_api import Page as View

from support import browser as chromium
from support.browser import Views
from support.server import SUB_PATH
from support.site import Site

ARTICLES = 2  # a column of the table of entities that holds numbers
ARTICLE = 3  # a column of the table of attributions that holds dates


@pytest.fixture
def view(views: Views) -> Iterator[View]:
    with views.watched() as (found, watch):
        yield found
        assert watch.take() == []


def open_table(view: View, origin: str, path: str) -> Locator:
    view.goto(f"{origin}{SUB_PATH}{path}")
    view.locator(".table-tools").first.wait_for()
    return view.locator("main table").first


def cells(table: Locator, column: int) -> list[str]:
    return table.locator(f"tbody tr:visible > :nth-child({column + 1})").all_inner_texts()


def head(table: Locator, column: int) -> Locator:
    return table.locator("thead th").nth(column)


def test_numbers_are_sorted_as_numbers(view: View, origin: str) -> None:
    table = open_table(view, origin, "en/entities/index.html")
    before = cells(table, 0)
    button = head(table, ARTICLES).get_by_role("button")
    assert head(table, ARTICLES).get_attribute("aria-sort") is None
    button.click()
    numbers = [int(text) for text in cells(table, ARTICLES)]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1] and max(numbers) > 9
    assert head(table, ARTICLES).get_attribute("aria-sort") == "ascending"
    button.click()
    assert [int(text) for text in cells(table, ARTICLES)] == sorted(numbers, reverse=True)
    assert head(table, ARTICLES).get_attribute("aria-sort") == "descending"
    head(table, 0).get_by_role("button").click()
    assert head(table, ARTICLES).get_attribute("aria-sort") is None
    assert head(table, 0).get_attribute("aria-sort") == "ascending"
    button.click()
    button.click()
    button.click()
    assert cells(table, 0) == before, "the third time they stand as they were"
    assert table.locator("[aria-sort]").count() == 0


def test_names_are_sorted_as_the_language_has_it(view: View, origin: str) -> None:
    table = open_table(view, origin, "entities/index.html")
    head(table, 0).get_by_role("button").click()
    shown = cells(table, 0)
    collated = view.evaluate(
        "texts => texts.sort(new Intl.Collator('ar', { numeric: true }).compare)", list(shown)
    )
    assert shown == collated


@pytest.mark.parametrize("prefix", ("", "en/"))
def test_dates_are_sorted_as_dates(prefix: str, view: View, origin: str) -> None:
    table = open_table(view, origin, f"{prefix}attributions/index.html")
    head(table, ARTICLE).get_by_role("button").click()
    dates = table.locator(f"tbody td:nth-child({ARTICLE + 1}) time").evaluate_all(
        "times => times.map(time => time.dateTime)"
    )
    assert dates == sorted(dates)
    assert dates[0] < dates[-1]


def test_sorting_needs_no_mouse(view: View, origin: str) -> None:
    table = open_table(view, origin, "en/entities/index.html")
    button = head(table, ARTICLES).get_by_role("button")
    button.focus()
    assert float(button.evaluate("it => parseFloat(getComputedStyle(it).outlineWidth)")) >= 2
    view.keyboard.press("Enter")
    view.keyboard.press("Space")
    assert head(table, ARTICLES).get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize(
    "path, query, column",
    (
        ("entities/index.html", "تركيا", 0),
        ("entities/index.html", "وزاره", 0),
        ("en/entities/index.html", "erdogan", 0),
        ("en/attributions/index.html", "kremlin idlib", None),
    ),
)
def test_rows_are_filtered_whichever_way_a_word_is_written(
    path: str, query: str, column: int | None, view: View, origin: str
) -> None:
    table = open_table(view, origin, path)
    total = table.locator("tbody tr").count()
    view.locator(".table-tools input").first.fill(query)
    status = view.locator(".table-tools [role=status]").first
    status.filter(has_text=re.compile(r"\d")).wait_for()
    shown = table.locator("tbody tr:visible")
    assert 0 < shown.count() < total
    assert {str(shown.count()), str(total)} <= set(re.findall(r"\d+", status.inner_text()))
    matches = "([row, query]) => isnad.fold(query).every(word => isnad.fold(row).some("
    matches += "other => isnad.forms(other).some(form => form.startsWith(word))))"
    texts = shown.evaluate_all("rows => rows.map(row => row.textContent)")
    assert view.evaluate(f"([rows, query]) => rows.filter(row => !({matches})([row, query]))",
                         [texts, query]) == []
    view.locator(".table-tools input").first.fill("")
    shown.nth(total - 1).wait_for()
    assert shown.count() == total


def test_nothing_is_shown_where_nothing_fits(view: View, origin: str) -> None:
    table = open_table(view, origin, "en/entities/index.html")
    view.locator(".table-tools input").first.fill("zzzz")
    view.locator(".table-tools [role=status]").first.filter(has_text="0").wait_for()
    assert table.locator("tbody tr:visible").count() == 0


def download(view: View, name: str) -> tuple[str, str]:
    with view.expect_download() as waiting:
        view.locator(".table-tools").first.get_by_text(name, exact=True).click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, Path(path).read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", ("en/entities/index.html", "attributions/index.html"))
def test_the_rows_shown_are_handed_out(path: str, view: View, origin: str) -> None:
    table = open_table(view, origin, path)
    head(table, 0).get_by_role("button").click()
    view.locator(".table-tools input").first.fill("idlib" if "en/" in path else "إدلب")
    view.locator(".table-tools [role=status]").first.filter(has_text=re.compile(r"\d")).wait_for()
    rows = table.locator("tbody tr:visible")
    assert rows.count() > 1

    name, text = download(view, "CSV")
    assert name == f"{path.split('/')[-2]}.csv"
    columns, *values = csv.reader(text.splitlines(), strict=True)
    assert columns == [re.sub(r"\s+", " ", head).strip() for head in
                       table.locator("thead th").evaluate_all("all => all.map(it => it.textContent)")]
    assert text.count("\r\n") == len(values) + 1 == rows.count() + 1
    for row, value in zip(rows.all(), values):
        words = row.evaluate("row => row.textContent").split()
        assert [word for word in " ".join(value).split() if word != ">"] == words or (
            "".join(words) == "".join(value).replace(" ", "").replace(">", "")
        )

    name, text = download(view, "JSON")
    assert name == f"{path.split('/')[-2]}.json"
    assert json.loads(text) == [dict(zip(columns, value)) for value in values]


def test_what_a_spreadsheet_would_run_is_kept_from_it(view: View, origin: str) -> None:
    table = open_table(view, origin, "en/entities/index.html")
    table.locator("tbody tr").first.locator("td").first.evaluate(
        "cell => { cell.textContent = '=1+1, \"x\"'; }"
    )
    _, text = download(view, "CSV")
    assert next(csv.reader(text.splitlines()[1:]))[1] == "'=1+1, \"x\""


def test_every_table_of_several_rows_has_its_tools(site: Site, view: View, origin: str) -> None:
    seen = 0
    for page in site.pages:
        lists = site.documents[page.path].lists
        if page.language != "en" or not any(name == "tbody" and rows > 1 for name, rows in lists):
            continue
        view.goto(f"{origin}{SUB_PATH}{page.path}")
        tables = view.locator("main table:has(> tbody > tr + tr)").count()
        assert tables, page.path
        view.locator(".table-tools").first.wait_for(state="attached")
        assert view.locator(".table-tools").count() == tables, page.path
        labels = view.locator(".table-tools input").evaluate_all("all => all.map(it => it.id)")
        assert len(set(labels)) == tables
        seen += tables
    assert seen > 8


def test_without_scripts_tables_are_as_they_are(site: Site, origin: str, browser: Browser) -> None:
    context = chromium.context(browser, scripts=False)
    view = context.new_page()
    view.goto(f"{origin}{SUB_PATH}en/entities/index.html")
    assert view.locator("main table button, .table-tools").count() == 0
    assert view.locator("main table tbody tr").count() == len(site.table("entities"))
    context.close()
