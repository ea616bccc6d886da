"""What the tests share: the site under test, a server for it, one browser."""

from __future__ import annotations

from typing import Iterator

import pytest
from playwright.sync_api import Browser

from support import browser as chromium
from support import site as sites
from support.browser import Views
from support.server import SUB_PATH, serving
from support.site import Site

SITE = sites.given()


@pytest.fixture(scope="session")
def site() -> Site:
    return SITE


@pytest.fixture(scope="session")
def origin(site: Site) -> Iterator[str]:
    with serving(site.folder, SUB_PATH, site.base_path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.launched() as found:
        yield found


@pytest.fixture(scope="session")
def views(browser: Browser) -> Iterator[Views]:
    found = Views(browser)
    yield found
    found.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `page` runs once for each kind of page in each language."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", SITE.pages, ids=str)
