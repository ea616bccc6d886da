"""Checks a built site: `check-site.py FOLDER [BASE]`.

BASE is the path of the site's baseURL, as in /report/ (default: /). Only 404.html may use it, since a
host answers with that page at any address.

Every page is well-formed and has one title, no id twice, and no link that leads nowhere: neither to
a missing file nor to a missing id. XML and JSON files can be read. The exit status is 1 otherwise.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}


class Page(HTMLParser):
    """The ids and links of a page, and what is wrong with its markup."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.faults, self.titles = set(), [], [], 0
        self.open = []
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is not closed" for name in self.open]

    def handle_starttag(self, name, attributes):
        self.handle_startendtag(name, attributes)
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        # An svg in the page has a title of its own.
        self.titles += name == "title" and "svg" not in self.open
        for key, value in attributes:
            if key == "id":
                if value in self.ids:
                    self.faults.append(f"the id {value} is there twice")
                self.ids.add(value)
            elif key in ("href", "src") and value is not None:
                self.links.append(value)

    def handle_endtag(self, name):
        if not self.open or self.open[-1] != name:
            self.faults.append(f"</{name}> closes {self.open[-1:] or 'nothing'}")
        if name in self.open:
            while self.open.pop() != name:
                pass


def target(root, base, page, link):
    """The file that a link leads to, and its fragment; None for one that leads out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, unquote(parts.fragment)
    path = unquote(parts.path)
    if path.startswith("/"):
        if page.name != "404.html" or not path.startswith(base):
            raise ValueError(f"the link {link} holds at one address of the site only")
        path = Path(root, path[len(base):]).resolve()
    else:
        path = Path(page.parent, path).resolve()
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)


def check_pages(root, base):
    faults, links = [], 0
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    for path, page in sorted(pages.items()):
        wrong = list(page.faults)
        if page.titles != 1:
            wrong.append(f"it has {page.titles} titles")
        for link in page.links:
            try:
                found = target(root, base, path, link)
            except ValueError as error:
                wrong.append(str(error))
                continue
            if found is None:
                continue
            links += 1
            file, fragment = found
            if not file.is_file():
                wrong.append(f"the link {link} leads to no file")
            elif root not in file.parents:
                wrong.append(f"the link {link} leads out of the site")
            elif fragment and file in pages and fragment not in pages[file].ids:
                wrong.append(f"the link {link} leads to no such id")
        faults += [f"{path.relative_to(root)}: {fault}" for fault in wrong]
    return len(pages), links, faults


def check_data(root):
    faults = []
    for path in sorted(root.rglob("*")):
        try:
            if path.suffix == ".xml":
                ElementTree.parse(path)
            elif path.suffix == ".json":
                json.loads(path.read_text(encoding="utf-8"))
        except (ElementTree.ParseError, ValueError) as error:
            faults.append(f"{path.relative_to(root)}: {error}")
    return faults


def main():
    root = Path(sys.argv[1]).resolve()
    pages, links, faults = check_pages(root, sys.argv[2] if len(sys.argv) > 2 else "/")
    faults += check_data(root)
    for needed in ["index.html", "404.html", "robots.txt"]:
        if not (root / needed).is_file():
            faults.append(f"{needed} is missing")
    for fault in faults[:50]:
        print(fault, file=sys.stderr)
    print(f"{pages} pages, {links} links within the site, {len(faults)} faults")
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
