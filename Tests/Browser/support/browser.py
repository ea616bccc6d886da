"""The system's Chromium, and pages that remember what went wrong in them."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 900

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ON_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def executable() -> str:
    for path in (os.environ.get("CHROMIUM"), *map(shutil.which, _NAMES), *_ON_MACOS):
        if path and Path(path).exists():
            return path
    raise SystemExit("no Chromium found: install chromium, or name one in CHROMIUM")


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # The sandbox needs rights that root and containers lack; the pages are our own.
        browser = playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            browser.close()


class Watch:
    """Collects what a reader would not see: errors in the console, failed requests, alerts."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        self.dialogs: list[str] = []
        self._page = page
        self._handlers = {
            "console": self._console,
            "pageerror": self._error,
            "requestfailed": self._failed,
            "response": self._response,
            "dialog": self._dialog,
        }
        for event, handler in self._handlers.items():
            page.on(event, handler)  # type: ignore[call-overload]

    def end(self) -> None:
        for event, handler in self._handlers.items():
            self._page.remove_listener(event, handler)

    def take(self) -> list[str]:
        found, self.faults = self.faults, []
        return found

    def _console(self, message: object) -> None:
        if message.type == "error":  # type: ignore[attr-defined]
            self.faults.append(f"console: {message.text}")  # type: ignore[attr-defined]

    def _error(self, error: object) -> None:
        self.faults.append(f"script: {error}")

    def _failed(self, request: object) -> None:
        # A browser that leaves a page gives up what it was still loading, mostly the icon.
        if request.failure != "net::ERR_ABORTED":  # type: ignore[attr-defined]
            self.faults.append(f"failed: {request.url} {request.failure}")  # type: ignore

    def _response(self, response: object) -> None:
        if response.status >= 400:  # type: ignore[attr-defined]
            self.faults.append(f"{response.status}: {response.url}")  # type: ignore[attr-defined]

    def _dialog(self, dialog: object) -> None:
        self.dialogs.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]


class Views:
    """Two pages that tests take in turns, one with scripts and one without, since a page of its own
    for each test costs more than most tests. For tests whose pages keep nothing; the site's keep
    nothing."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._views: dict[bool, Page] = {}

    @contextmanager
    def view(self, scripts: bool = True) -> Iterator[Page]:
        """An empty page, as `context` has them."""
        found = self._views.get(scripts)
        if found is None:
            found = self._views[scripts] = context(self._browser, scripts=scripts).new_page()
        try:
            yield found
        finally:
            found.goto("about:blank")
            widen(found, WIDTHS[1])
            found.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")

    @contextmanager
    def watched(self, scripts: bool = True) -> Iterator[tuple[Page, Watch]]:
        with self.view(scripts) as found:
            watch = Watch(found)
            try:
                yield found, watch
            finally:
                watch.end()

    def close(self) -> None:
        for view in self._views.values():
            view.context.close()


def context(browser: Browser, scheme: str = "light", scripts: bool = True) -> BrowserContext:
    return browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        reduced_motion="reduce",
        viewport={"width": WIDTHS[1], "height": HEIGHT},
    )


def widen(page: Page, width: int, height: int = HEIGHT) -> None:
    """Makes the window so wide, in pixels; where it is not, since the browser draws it again."""
    if page.viewport_size != {"width": width, "height": height}:
        page.set_viewport_size({"width": width, "height": height})


def each_width(page: Page) -> Iterator[int]:
    """Makes the window as wide as each of the widths, beginning with what it is."""
    now = page.viewport_size
    for width in sorted(WIDTHS, key=lambda width: now is None or width != now["width"]):
        widen(page, width)
        yield width


def overflow(page: Page) -> str | None:
    """None, or by how much the page is wider than the window and which elements stick out."""
    return page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return null;
          const scrolls = element => {
            for (let it = element.parentElement; it && it !== root; it = it.parentElement)
              if (getComputedStyle(it).overflowX !== 'visible') return true;
            return false;
          };
          const name = element => element.localName
            + (element.id && '#' + element.id)
            + (element.className && '.' + element.className);
          const out = [...document.body.querySelectorAll('*')].filter(element => {
            const box = element.getBoundingClientRect();
            return (box.right > root.clientWidth + 0.5 || box.left < -0.5) && !scrolls(element);
          });
          return `${root.scrollWidth} px in ${root.clientWidth} px: `
            + out.slice(0, 5).map(name).join(', ');
        }"""
    )
