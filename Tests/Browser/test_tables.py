"""data/ says the same twice, as CSV and as JSON, and as much as the pages say."""

from __future__ import annotations

import csv
import json
import re

import pytest

from support.site import Site

TABLES = ("articles", "attributions", "claims", "entities", "events")

@pytest.mark.parametrize("name", TABLES)
def test_csv_and_json_hold_the_same_rows(name: str, site: Site) -> None:
    objects = json.loads((site.folder / f"data/{name}.json").read_text(encoding="utf-8"))
    rows = site.table(name)
    assert rows
    assert len(rows) == len(objects)
    for row, value in zip(rows, objects):
        assert set(value) <= set(row)
        assert row == {key: str(value.get(key, "")) for key in row}


@pytest.mark.parametrize("name", TABLES)
def test_csv_rows_are_as_wide_as_their_header(name: str, site: Site) -> None:
    with (site.folder / f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
        assert len({len(row) for row in csv.reader(file, strict=True)}) == 1


@pytest.mark.parametrize("name", TABLES)
def test_rows_lead_to_what_they_tell_of(name: str, site: Site) -> None:
    for row in site.table(name):
        path, _, fragment = row["path"].partition("#")
        assert path in site.ids, row["path"]
        assert not fragment or fragment in site.ids[path], row["path"]


@pytest.mark.parametrize("name", TABLES)
def test_the_home_page_counts_the_rows(name: str, site: Site) -> None:
    for prefix in site.languages.values():
        home = (site.folder / prefix / "index.html").read_text(encoding="utf-8")
        figure = re.search(rf'data-count="(\d+)" data-of="[^"]*\b{name}/index\.html#', home)
        assert figure, f"{prefix}index.html does not count {name}"
        assert int(figure[1]) == len(site.table(name))


def test_articles_count_their_attributions(site: Site) -> None:
    attributions = [row["article"] for row in site.table("attributions")]
    for row in site.table("articles"):
        assert int(row["attributions"]) == attributions.count(row["id"]), row["id"]
        shown = site.documents[row["path"]].ids
        assert sum(name.startswith("attribution-") for name in shown) == int(row["attributions"])
