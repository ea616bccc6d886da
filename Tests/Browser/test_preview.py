"""Open pages follow the source while `isnad serve` runs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support import browser as chromium
from support import preview
from support.browser import Watch

expect.set_options(timeout=60_000)

MARK = "window.isTheSame = true"
IS_SAME = "window.isTheSame === true"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    preview.make(tmp_path)
    return tmp_path


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = chromium.context(browser)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def until(view: Page, condition: str) -> None:
    """Waits until a condition holds. The page's own policy lets nobody ask it from within again and
    again, as `wait_for_function` does."""
    end = time.monotonic() + 60
    while not view.evaluate(condition):
        assert time.monotonic() < end, condition
        view.wait_for_timeout(20)


def settled(view: Page) -> None:
    """The page follows from now on."""
    until(
        view,
        "performance.getEntriesByType('resource').some(it => it.name.includes('/.isnad/live.js'))",
    )


def test_a_changed_page_is_loaded_again_where_it_stood(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        watch = Watch(view)
        view.goto(address + "articles/call/")
        expect(view.locator("main")).to_contain_text("They spoke by phone.")
        view.evaluate("scrollTo(0, 1500)")
        preview.write(source, "content/articles/call.txt", preview.article("They met in person."))
        expect(view.locator("main")).to_contain_text("They met in person.")
        until(view, "scrollY === 1500")
        assert watch.take() == []


def test_no_other_page_is_loaded_again(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        other = view.context.new_page()
        other.goto(address + "pages/about/")
        other.evaluate(MARK)
        settled(other)
        view.goto(address + "articles/call/")
        # The page is one of those that are told of the change; the other is told no later than it
        # is of the next one.
        for words in ["They met.", "They met again."]:
            preview.write(source, "content/articles/call.txt", preview.article(words))
            expect(view.locator("main")).to_contain_text(words)
        assert other.evaluate(IS_SAME)


def test_a_changed_stylesheet_is_exchanged_in_the_page(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        watch = Watch(view)
        view.goto(address)
        view.evaluate(MARK)
        for color in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]:
            style = f"body {{ background: {color}; }}"
            preview.write(source, "templates/assets/style.css", style)
            expect(view.locator("body")).to_have_css("background-color", color)
        until(view, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
        assert view.evaluate(IS_SAME)
        assert watch.take() == []


def test_a_changed_template_is_shown(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        view.goto(address + "pages/about/")
        template = "{{<layout}}{{$main}}<p>My own words.</p>{{/main}}{{/layout}}"
        preview.write(source, "templates/page.mustache", template)
        expect(view.locator("main")).to_contain_text("My own words.")
        (source / "templates/page.mustache").unlink()
        expect(view.locator("main")).not_to_contain_text("My own words.")


def test_what_is_wrong_is_shown_in_the_page_until_it_is_mended(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        watch = Watch(view)
        view.goto(address + "articles/call/")
        view.evaluate("scrollTo(0, 700)")
        view.evaluate(MARK)
        preview.write(source, "content/site.yaml", preview.SETTINGS + "titel: <img src=x>\n")
        alert = view.get_by_role("alert")
        expect(alert).to_contain_text("The site has an error")
        expect(alert).to_contain_text("content/site.yaml:3:1")
        expect(alert.locator("pre")).to_have_text("titel: <img src=x>")
        expect(alert.locator("mark")).to_have_text("titel")
        assert alert.evaluate("it => getComputedStyle(it).position") == "fixed"
        preview.write(source, "content/site.yaml", preview.SETTINGS)
        expect(alert).to_have_count(0)
        assert view.evaluate("scrollY") == 700
        assert view.evaluate(IS_SAME)
        assert watch.take() == []


def test_what_is_wrong_can_be_put_aside(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        view.goto(address)
        alert = view.get_by_role("alert")
        for put_aside in (lambda: view.keyboard.press("Escape"), alert.get_by_role("button").click):
            preview.write(source, "content/site.yaml", "titel: x\n")
            expect(alert).to_be_visible()
            put_aside()
            expect(alert).to_have_count(0)
            preview.write(source, "content/site.yaml", preview.SETTINGS)
            # The page is told of the next fault only when it knows that this one is mended.
            preview.write(source, "templates/assets/style.css", "body { color: rgb(9, 9, 9); }")
            expect(view.locator("body")).to_have_css("color", "rgb(9, 9, 9)")
            (source / "templates/assets/style.css").unlink()
            expect(view.locator("body")).not_to_have_css("color", "rgb(9, 9, 9)")


def test_the_site_appears_when_its_first_fault_is_mended(source: Path, view: Page) -> None:
    preview.write(source, "content/site.yaml", "titel: x\n")
    with preview.previewing(source) as address:
        assert view.goto(address + "articles/call/").status == 503
        expect(view.locator("h1")).to_have_text("The site has an error")
        preview.write(source, "content/site.yaml", "titles: x\n")
        expect(view.locator("body")).to_contain_text("titles")
        preview.write(source, "content/site.yaml", preview.SETTINGS)
        expect(view.locator("main")).to_contain_text("They spoke by phone.")


def test_a_page_that_comes_and_goes_is_followed(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        assert view.goto(address + "articles/new/").status == 404
        preview.write(source, "content/articles/new.txt", preview.article("It is there."))
        expect(view.locator("main")).to_contain_text("It is there.")
        (source / "content/articles/new.txt").unlink()
        expect(view.locator("main")).not_to_contain_text("It is there.")


def test_a_site_below_a_base_path_is_followed_too(source: Path, view: Page) -> None:
    with preview.previewing(source, "--base-path", "/reports/idlib/") as address:
        assert address.endswith("/reports/idlib/")
        watch = Watch(view)
        view.goto(address.removesuffix("reports/idlib/"))
        assert view.url == address
        view.goto(address + "articles/call/")
        preview.write(source, "content/articles/call.txt", preview.article("They met below."))
        expect(view.locator("main")).to_contain_text("They met below.")
        assert watch.take() == []


def test_a_page_follows_again_when_the_preview_comes_back(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        view.goto(address + "articles/call/")
        settled(view)
    preview.write(source, "content/articles/call.txt", preview.article("They met meanwhile."))
    port = address.rsplit(":", 1)[1].strip("/")
    with preview.previewing(source, "--port", port):
        expect(view.locator("main")).to_contain_text("They met meanwhile.")


def test_nothing_of_the_preview_is_written(source: Path, view: Page) -> None:
    with preview.previewing(source) as address:
        view.goto(address)
        settled(view)
        assert sorted(path.name for path in source.iterdir()) == ["content", "serve.log"]
