"""Writes pages, and lists of any length over pages of their own, to the sources of all sites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from parameters import Parameters

Json = dict[str, object]


class Source(Protocol):
    """The source of one site, in one tool's own form."""

    pages_sections: bool
    """The tool makes the pages of a section's list itself, from the pages in the section."""

    def write(self, path: str, title: str, params: Json, body: str, fields: Json) -> None:
        """One page. `path`: as Hugo has it; `_index.md` is the page of a folder. `fields`: `url`
        where it does not follow from the path, `type` where the layout does not, and what else
        Hugo knows."""


@dataclass(frozen=True)
class RowList:
    name: str
    """Its key among the params of the page whose list it is."""
    path: str
    kind: str
    """Its key on its own pages: which table draws it."""
    rows: list[Json]
    shown: int


class PageWriter:
    def __init__(self, sources: list[Source], parameters: Parameters) -> None:
        self.sources = sources
        self.parameters = parameters

    def write(self, path: str, title: str, params: Json, body: str = "", **fields: object) -> None:
        for source in self.sources:
            source.write(path, title, params, body, fields)

    def write_with_lists(self, kind: str, id: str, title: str, params: Json,
                         lists: Iterable[RowList]) -> None:
        """A page with the first rows of each list, and the whole of each longer one beside it."""
        shown: Json = {}
        more: Json = {**params.get("more", {})}
        for each in lists:
            shown[each.name] = written(each.kind, each.rows[:each.shown])
            if len(each.rows) > each.shown:
                base = f"/{kind}/{id}/{each.path}/"
                more[each.name] = {"path": base, "total": len(each.rows)}
                self.write_list(base, each, {"path": f"/{kind}/{id}/", "name": title})
        self.write(f"{kind}/{id}.md", title, params | shown | {"more": more})

    def write_list(self, base: str, whole: RowList, parent: Json) -> None:
        for number, rows, pager in self.paged(base, whole.rows):
            self.write(f"rows{base}{number}.md", f"{whole.path} · {parent['name']}",
                       {"parent": parent, "total": len(whole.rows),
                        whole.kind: written(whole.kind, rows)} | pager,
                       url=page_address(base, number))

    def write_pages(self, kind: str, name: str, title: str, params: Json, rows: Json,
                    type: str | None = None) -> None:
        """A list that is a page of its own; its further pages carry its rows only."""
        (key, entries), = rows.items()
        base = f"/{kind}/{name}/" if name else f"/{kind}/"
        for number, here, pager in self.paged(base, entries):
            if number > 1:
                self.write(f"rows{base}{number}.md", title, {key: written(key, here)} | pager,
                           type=type or kind, url=page_address(base, number))
            else:
                self.write(f"{kind}/{name}.md" if name else f"{kind}/_index.md", title,
                           params | {key: written(key, here)} | pager)

    def write_section(self, kind: str, rows: list[Json]) -> None:
        """The list of all pages of a kind, for the tools that do not make it themselves."""
        title = kind.capitalize()
        for source in self.sources:
            if source.pages_sections:
                source.write(f"{kind}/_index.md", title, {}, "", {})
        others = [source for source in self.sources if not source.pages_sections]
        if others:
            writer = PageWriter(others, self.parameters)
            writer.write_pages(kind, "", title, {}, {"rows": rows}, type=f"{kind}-section")

    def paged(self, base: str, rows: list[Json]) -> Iterator[tuple[int, list[Json], Json]]:
        """Page number, the rows on it, and what its pager says."""
        size = self.parameters.rows_per_page
        count = max(1, -(-len(rows) // size))
        for number in range(1, count + 1):
            pager = {"number": number, "count": count,
                     "previous": page_address(base, number - 1) if number > 1 else "",
                     "next": page_address(base, number + 1) if number < count else ""}
            yield (number, rows[(number - 1) * size:number * size],
                   {"pager": pager} if count > 1 else {})

    def row_list(self, name: str, path: str, kind: str, rows: list[Json]) -> RowList:
        return RowList(name, path, kind, rows, self.parameters.shown)

    def lists(self, *lists: tuple[str, str, str, Iterable[Json]]) -> list[RowList]:
        return [self.row_list(name, path, kind, by_date(rows)) for name, path, kind, rows in lists]


def written(kind: str, rows: list[Json]) -> list[object]:
    """The rows as they stand in front matter."""
    return references(rows) if kind == "attributions" else rows


def references(attributions: list[Json]) -> list[object]:
    """Article and place in it: a template finds the row in the article's own front matter."""
    return [[row["article"], int(row["id"][1:]) - 1] for row in attributions]


def page_address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"


def by_date(rows: Iterable[Json]) -> list[Json]:
    return sorted(rows, key=lambda row: row.get("date") or row["value"])
