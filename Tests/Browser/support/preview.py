"""A small source folder, and `isnad serve` in it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

import pytest

SETTINGS = "title: {en: Preview}\nlanguages: [en, ar]\n"
_WAIT = 60


def article(words: str) -> str:
    """Long enough to be scrolled."""
    paragraphs = "\n\n".join(f"Paragraph {number} of the call." for number in range(200))
    return f"---\ntitle: A call\nlang: en\npublished: 2019-05-14\n---\n{words}\n\n{paragraphs}\n"


def write(folder: Path, path: str, text: str) -> None:
    """As editors do it: another file takes the place of the old one."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, target)


def make(folder: Path) -> None:
    write(folder, "content/site.yaml", SETTINGS)
    write(folder, "content/articles/call.txt", article("They spoke by phone."))
    write(folder, "content/articles/other.txt", article("Nobody spoke here."))
    write(folder, "content/pages/about.md", "---\ntitle: About\n---\nWhat this is.\n")


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[str]:
    """Yields the address of the site, with a closing "/"."""
    binary = os.environ.get("ISNAD")
    if not binary:
        pytest.skip("ISNAD names no isnad to preview with")
    log = folder / "serve.log"
    with log.open("w", encoding="utf-8") as sink:
        command = [binary, "serve", "--source", str(folder), "--port", "0", *options]
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT)
        try:
            yield _address(log)
        finally:
            process.terminate()
            process.wait()


def _address(log: Path) -> str:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        printed = log.read_text(encoding="utf-8")
        found = re.search(r"(http://127\.0\.0\.1:\d+/\S*) \(Ctrl-C ends\)\n", printed)
        if found:
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"no address was printed: {log.read_text(encoding='utf-8')}")
