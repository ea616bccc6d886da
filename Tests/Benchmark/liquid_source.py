"""The report for Jekyll and for Pelican: pages with front matter, and the layouts in `liquid/`.

The layouts are written once, in what Liquid (Jekyll) and Jinja (Pelican) have in common; the few
words that differ are replaced for Pelican. A value that is empty is left out of front matter, as
Liquid holds it to be true.
"""

import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from evidence import Json

HERE = Path(__file__).parent


class Content(NamedTuple):
    file: str
    """From the folder of pages."""
    layout: str
    address: str


class JekyllSource:
    pages_sections = False

    def __init__(self, folder: Path) -> None:
        shutil.copytree(HERE / "jekyll", folder, dirs_exist_ok=True)
        shutil.copytree(HERE / "liquid" / "layouts", folder / "_layouts", dirs_exist_ok=True)
        shutil.copytree(HERE / "liquid" / "includes", folder / "_includes", dirs_exist_ok=True)
        self.pages = self.static = folder

    def write(self, path: str, title: str, params: Json, body: str, fields: Json) -> None:
        write_page(self, path, title, params, body, fields)

    def page(self, content: Content, title: str, params: Json, body: str) -> str:
        front = {"layout": content.layout, "permalink": content.address, "title": title,
                 "report": params}
        return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{body}"


class PelicanSource:
    pages_sections = False

    def __init__(self, folder: Path) -> None:
        shutil.copytree(HERE / "pelican", folder, dirs_exist_ok=True)
        templates = folder / "theme" / "templates"
        templates.mkdir(parents=True, exist_ok=True)
        for file in (HERE / "liquid").glob("*/*"):
            (templates / file.name).write_text(to_jinja(file.read_text("utf-8")), "utf-8")
        self.pages = folder / "content" / "pages"
        self.static = folder / "content"

    def write(self, path: str, title: str, params: Json, body: str, fields: Json) -> None:
        write_page(self, path, title, params, body, fields)

    def page(self, content: Content, title: str, params: Json, body: str) -> str:
        save_as = content.address.removeprefix("/")
        front = {"template": content.layout, "url": content.address, "slug": content.address,
                 "save_as": save_as + ("index.html" if not save_as or save_as.endswith("/") else ""),
                 "title": title, "report": params}
        return f"{json.dumps(front, ensure_ascii=False)}\n{body}"


def write_page(source: JekyllSource | PelicanSource, path: str, title: str, params: Json,
               body: str, fields: Json) -> None:
    """The page; its feed as one of its own; and its Markdown as a file to be copied."""
    params = dict(params)
    feed = params.pop("feed", None)
    content = place(path, fields)
    write(source.pages / content.file, source.page(content, title, pruned(params), body))
    if feed:
        address = f"{content.address}feed.xml"
        feed_page = Content(address.removeprefix("/"), "atom", address)
        write(source.pages / feed_page.file, source.page(
            feed_page, title, pruned({"feed": feed, "page": content.address}), ""))
    if body:
        write(source.static / f"{content.address.strip('/')}/brief.md", body)


def place(path: str, fields: Json) -> Content:
    """Layouts are named as Hugo finds them: `entities-page`, `entities-section`, `home`."""
    kind, _, name = path.removesuffix(".md").rpartition("/")
    kind = kind.partition("/")[0]
    if name == "_index":
        return Content(path.replace("_index", "index"), f"{kind}-section" if kind else "home",
                       f"/{kind}/" if kind else "/")
    layout = str(fields.get("type", kind))
    return Content(path, layout if layout.endswith("-section") else f"{layout}-page",
                   str(fields.get("url", f"/{path.removesuffix('.md')}/")))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def pruned(value: object) -> object:
    """Without what is empty in it."""
    match value:
        case dict():
            return {key: kept for key, item in value.items()
                    if (kept := pruned(item)) not in ("", [], {}, None)}
        case list():
            return [pruned(item) for item in value]
        case _:
            return value


JINJA = {
    r"\{% include (\S+) %\}": r"{% include '\1' %}",
    r"(\{%-?) assign ": r"\1 set ",
    r"forloop\.": "loop.",
    r"site\.pages": "pages",
    r"\{\{ content \}\}": "{{ page.content }}"}


def to_jinja(liquid: str) -> str:
    for pattern, replacement in JINJA.items():
        liquid = re.sub(pattern, replacement, liquid)
    return liquid
