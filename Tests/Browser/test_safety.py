"""No script, whatever the content: on the site under test, and on one that means harm."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
from pathlib import Path
from typing import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from support import browser as chromium
from support import hostile
from support.browser import Watch
from support.server import SUB_PATH, serving
from support.site import Site

# What the policy of every page bars, and all that it may allow beside.
BARRED = {"default-src": {"'none'"}, "base-uri": {"'none'"}, "form-action": {"'none'"}}
POLICY = {
    **BARRED,
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
}
# The search page runs Pagefind, which is WebAssembly and reads its index.
SEARCH_POLICY = {
    **POLICY,
    "script-src": {"'self'", "'wasm-unsafe-eval'"},
    "connect-src": {"'self'"},
}
FORBIDDEN = {"iframe", "object", "embed", "base", "style"}
SCHEMES = ("javascript:", "vbscript:", "data:text")


def faults(site: Site) -> list[str]:
    """All that a page must not have, whatever the content."""
    found = []
    for path, page in site.documents.items():
        found += [f"{path}: <{element}>" for element in sorted(FORBIDDEN & page.elements)]
        found += [f"{path}: {handler}=" for handler in page.handlers]
        found += [f"{path}: a script in the page: {code[:60]}" for code in page.code]
        found += [
            f"{path}: {address}"
            for _, _, address in page.links
            if "".join(address.split()).lower().startswith(SCHEMES)
        ]
        allowed = SEARCH_POLICY if path.endswith("search/index.html") else POLICY
        if not holds(page.policies, allowed):
            found.append(f"{path}: policy {page.policies}")
    return found


def holds(policies: list[str], allowed: dict[str, set[str]]) -> bool:
    """Whether there is one policy, which allows no more than is allowed."""
    if len(policies) != 1:
        return False
    found = directives(policies[0])
    return BARRED.items() <= found.items() <= allowed.items()


def directives(policy: str) -> dict[str, set[str]]:
    words = [directive.split() for directive in policy.split(";") if directive.strip()]
    return {name: set(values) for name, *values in words}


def test_no_page_has_a_script_in_it(site: Site) -> None:
    found = faults(site)
    assert not found, "\n".join(found[:30])


def test_the_policy_stops_a_script(site: Site, origin: str, browser: Browser) -> None:
    context = chromium.context(browser)
    view = context.new_page()
    watch = Watch(view)
    view.goto(origin + SUB_PATH + "index.html")
    view.evaluate(
        """() => {
          const image = document.createElement('div');
          image.innerHTML = '<img src="data:," onerror="alert(1)">';
          document.body.append(image);
          const script = document.createElement('script');
          script.textContent = 'alert(2)';
          document.body.append(script);
        }"""
    )
    view.wait_for_timeout(200)
    stopped = [fault for fault in watch.faults if "Content Security Policy" in fault]
    context.close()
    assert watch.dialogs == []
    assert len(stopped) == 2, watch.faults


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    binary = os.environ.get("ISNAD")
    if not binary:
        pytest.skip("ISNAD names no isnad to build the hostile site with")
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder)
    build = [binary, "build", "--source", str(folder), "--output", str(folder / "public")]
    run = subprocess.run(build, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    yield Site(Path(folder / "public"))


def test_hostile_content_stays_text(harmful: Site) -> None:
    found = faults(harmful)
    assert not found, "\n".join(found[:30])


def test_hostile_content_is_shown_as_it_stands(harmful: Site, browser: Browser) -> None:
    with serving(harmful.folder, SUB_PATH) as origin:
        context = chromium.context(browser)
        view = context.new_page()
        view.goto(f"{origin}{SUB_PATH}articles/{hostile.ARTICLE}/index.html")
        text = view.locator("main").inner_text()
        context.close()
    assert hostile.TITLE in text
    assert hostile.QUOTATION in text


def test_integrity_holds_where_the_site_asks_for_it(harmful: Site, browser: Browser) -> None:
    for path, page in harmful.own.items():
        for address, integrity in page.assets:
            target = harmful.resolve(path, address)
            assert target, path
            digest = hashlib.sha384((harmful.folder / target[0]).read_bytes()).digest()
            assert integrity == "sha384-" + base64.b64encode(digest).decode(), path
    with serving(harmful.folder, SUB_PATH) as origin:
        context = chromium.context(browser)
        view = context.new_page()
        view.goto(f"{origin}{SUB_PATH}index.html")
        styled = view.evaluate("getComputedStyle(document.querySelector('.skip')).position")
        context.close()
    assert styled == "absolute"


def test_hostile_content_does_nothing(harmful: Site, browser: Browser) -> None:
    found: list[str] = []
    with serving(harmful.folder, SUB_PATH, harmful.base_path) as origin:
        context = chromium.context(browser)
        view = context.new_page()
        watch = Watch(view)
        for path in harmful.html:
            start = harmful.base_path if path.endswith("404.html") else SUB_PATH
            # A folder may have "%" in its name, as that of a tag.
            view.goto(f"{origin}{start}{quote(path)}")
            found += [f"{path}: {fault}" for fault in watch.take()]
        context.close()
    assert watch.dialogs == []
    assert not found, "\n".join(found[:30])
