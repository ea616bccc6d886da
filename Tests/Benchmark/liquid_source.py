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
from hugo_source import ASSETS

HERE = Path(__file__).parent


BESIDE = {"feed": "feed.xml", "annotations": "annotations.jsonld",
          "found": "names.json"}
"""What stands in a file of its own beside the page."""


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
        shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
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
        shutil.copytree(ASSETS, folder / "content" / "assets", dirs_exist_ok=True)
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
    """The page; its feed and its annotations as pages of their own; and its Markdown and its text
    as files to be copied."""
    params = dict(params)
    beside = {name: {key: params.pop(key)} for key, name in BESIDE.items() if key in params}
    plain = params.pop("plain", "")
    content = place(path, fields)
    address = content.address
    write(source.pages / content.file, source.page(content, title, pruned(params), body))
    for name, rows in beside.items():
        page = Content(f"{address}{name}".removeprefix("/"), name.partition(".")[0],
                       f"{address}{name}")
        of_page = {"page": address, "generator": params.get("generator")}
        write(source.pages / page.file, source.page(page, title, pruned(rows | of_page), ""))
    if body:
        write(source.static / f"{address.strip('/')}/brief.md", body)
        write(source.static / f"{address.strip('/')}/text.txt", plain)


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
