"""What pages tell machines: JSON-LD by schema.org, and the W3C's Web Annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.site import Site

THING = {"name", "alternateName", "description", "sameAs", "url", "mainEntityOfPage", "subjectOf"}
WORK = THING | {
    "about", "abstract", "author", "citation", "datePublished", "genre", "hasPart", "headline",
    "inLanguage", "isBasedOn", "isPartOf", "keywords", "license", "mentions", "publisher",
    "temporalCoverage", "text", "translationOfWork",
}  # fmt: skip
AGENT = THING | {"memberOf", "location"}

# The properties that schema.org gives each type, of those that isnad writes.
TYPES: dict[str, set[str]] = {
    "Report": WORK,
    "NewsArticle": WORK,
    "CreativeWork": WORK,
    "WebSite": WORK,
    "WebPage": WORK,
    "CollectionPage": WORK,
    "Quotation": WORK | {"spokenByCharacter"},
    "Claim": WORK | {"appearance", "firstAppearance"},
    "Person": THING | {"memberOf"},
    "Organization": AGENT,
    "GovernmentOrganization": AGENT,
    "NewsMediaOrganization": AGENT,
    "Place": THING | {"geo"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "Event": THING | {"about", "endDate", "location", "startDate", "superEvent"},
    "Product": THING,
    "Thing": THING,
}
ORGANIZATIONS = {"Organization", "GovernmentOrganization", "NewsMediaOrganization"}
AGENTS = {"Person"} | ORGANIZATIONS
# What a property may lead to, where that is not free.
RANGES = {
    "spokenByCharacter": AGENTS, "publisher": AGENTS, "author": AGENTS, "memberOf": ORGANIZATIONS,
    "location": {"Place"}, "appearance": {"NewsArticle"}, "firstAppearance": {"NewsArticle"},
    "geo": {"GeoCoordinates"}, "superEvent": {"Event"}, "isPartOf": {"WebSite"},
}  # fmt: skip
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?")

# Which type stands for each kind of page.
EXPECTED = {
    r"articles/[^/]+/index\.html": {"Report"},
    r"events/[^/]+/index\.html": {"Event"},
    r"claims/[^/]+/index\.html": {"Claim"},
    r"entities/[^/]+/index\.html": set(TYPES) - {"Report", "Event", "Claim", "WebPage"},
    r"sources/[^/]+/index\.html": {"WebPage"},
    r"index\.html": {"WebSite"},
}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def faults(data: dict[str, Any]) -> list[str]:
    """What schema.org would not know."""
    found = []
    types = {node["@id"]: node["@type"] for node in nodes(data) if {"@id", "@type"} <= set(node)}
    for node in nodes(data):
        kind = node.get("@type") or types.get(node.get("@id", ""))
        if kind not in TYPES:
            found.append(f"type {kind}: {node}")
            continue
        properties = {name for name in node if not name.startswith("@")}
        found += [f"{kind} has no {name}" for name in sorted(properties - TYPES[kind])]
        for name, allowed in RANGES.items():
            values = node.get(name, [])
            for value in values if isinstance(values, list) else [values]:
                if isinstance(value, dict):
                    other = value.get("@type") or types.get(value["@id"])
                    if other not in allowed:
                        found.append(f"{kind}.{name} is a {other}")
        for name in ("datePublished", "startDate", "endDate"):
            if name in node and not DATE.fullmatch(node[name]):
                found.append(f"{name} {node[name]}")
    return found


def test_every_page_tells_what_it_is(site: Site) -> None:
    found = []
    for path, page in site.own.items():
        if path.endswith("404.html"):
            assert page.data == []
            continue
        assert len(page.data) == 1, path
        data = json.loads(page.data[0])
        assert data["@context"] == "https://schema.org", path
        inside = re.sub(rf"^({'|'.join(filter(None, site.languages.values()))})", "", path)
        for shape, types in EXPECTED.items():
            if re.fullmatch(shape, inside) and data["@type"] not in types:
                found.append(f"{path}: {data['@type']}")
        found += [f"{path}: {fault}" for fault in faults(data)]
    assert not found, "\n".join(found[:30])


def test_identifiers_lead_to_pages_of_the_site(site: Site) -> None:
    found = []
    for path, page in site.own.items():
        for data in page.data:
            for node in nodes(json.loads(data)):
                if "@id" not in node:
                    continue
                target = site.resolve(path, node["@id"])
                if target is None or target[0] not in site.own:
                    found.append(f"{path}: {node['@id']}")
                elif target[1] not in ("", "it") and target[1] not in site.ids[target[0]]:
                    found.append(f"{path}: {node['@id']} is no place")
    assert not found, "\n".join(found[:30])


def test_quotations_are_words_of_the_article(site: Site) -> None:
    seen = 0
    for path, page in site.own.items():
        for node in nodes([json.loads(data) for data in page.data]):
            if node.get("@type") != "Quotation":
                continue
            target = site.resolve(path, node["@id"])
            assert target, node
            text = (site.folder / target[0]).with_name("text.txt").read_text(encoding="utf-8")
            title = site.own[target[0]].headings[0]
            for part in node["text"].split(" […] "):
                assert part in text or part in title, f"{path}: {part}"
            seen += 1
    assert seen > 0


# The Web Annotation Data Model, W3C Recommendation of 23 February 2017.
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def collections(site: Site) -> list[Path]:
    found = sorted(site.folder.glob("articles/*/annotations.jsonld"))
    assert len(found) == len(site.table("articles"))
    return found


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_annotations_follow_the_data_model(site: Site) -> None:
    for path in collections(site):
        collection = json.loads(path.read_text(encoding="utf-8"))
        context = many(collection["@context"])
        assert context[0] == CONTEXT, path
        if site.base:
            assert context[1] == {"@base": f"{site.base}articles/{path.parent.name}/"}, path
        assert collection["type"] == "AnnotationCollection"
        page = collection["first"]
        assert page["type"] == "AnnotationPage" and page["partOf"] == collection["id"]
        items = page["items"]
        assert collection["total"] == len(items)
        assert len({item["id"] for item in items}) == len(items), path
        creators = {agent["id"] for agent in many(collection.get("creator", []))}
        for item in items:
            check(site, path, item, creators)


def check(site: Site, path: Path, item: dict[str, Any], creators: set[str]) -> None:
    where = f"{path}: {item['id']}"
    assert item["type"] == "Annotation", where
    assert item["motivation"] in MOTIVATIONS, where
    assert "creator" not in item or item["creator"] in creators, where
    start = path.relative_to(site.folder).as_posix()
    place = site.resolve(start, item["id"])
    assert place and place[1] in site.ids[place[0]], where
    for body in many(item["body"]):
        if isinstance(body, str) or body["type"] == "SpecificResource":
            target = site.resolve(start, body if isinstance(body, str) else body["source"])
            assert target and target[0] in site.own and target[1] == "it", where
        else:
            assert body["type"] == "TextualBody" and body["value"], where
        assert isinstance(body, str) or body["purpose"] in MOTIVATIONS, where


def test_selectors_find_their_words(site: Site) -> None:
    seen = 0
    for path in collections(site):
        text = path.with_name("text.txt").read_text(encoding="utf-8")
        title = site.own[path.relative_to(site.folder).with_name("index.html").as_posix()].headings[0]
        items = json.loads(path.read_text(encoding="utf-8"))["first"]["items"]
        for target in (target for item in items for target in many(item["target"])):
            whole = text if target["source"] == "text.txt" else title
            selectors = {}
            for selector in target["selector"]:
                if selector["type"] == "CssSelector":
                    assert whole is title and selector["value"] == "[data-reading=title]"
                    selector = selector["refinedBy"]
                selectors[selector["type"]] = selector
            position, quotation = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
            start, end = position["start"], position["end"]
            assert whole[start:end] == quotation["exact"], f"{path}: {target}"
            assert whole[:start].endswith(quotation["prefix"]), f"{path}: {target}"
            assert whole[end:].startswith(quotation["suffix"]), f"{path}: {target}"
            seen += 1
    assert seen > 0


def test_linked_data_is_no_script(site: Site) -> None:
    """A policy that bars scripts in the page bars no data: see test_pages for the console."""
    for path, page in site.own.items():
        assert page.code == [], path
        assert all("<" not in data for data in page.data), path


@pytest.mark.parametrize("name", ["article", "event", "claim"])
def test_a_page_can_be_cited_without_a_script(site: Site, name: str) -> None:
    paths = [page.path for page in site.pages if page.kind.startswith(name)]
    assert paths
    for path in paths:
        if path.endswith(f"{name}s/index.html"):
            continue
        page = (site.folder / path).read_text(encoding="utf-8")
        cite = re.search(r'<details class="cite">.*?</details>', page, re.DOTALL)
        assert cite, path
        entry = re.search(r"<code>(@misc\{.*?\n\})</code>", cite[0], re.DOTALL)
        assert entry, path
        depth = 0
        for letter in entry[1]:
            depth += {"{": 1, "}": -1}.get(letter, 0)
            assert depth >= 0, path
        assert depth == 0, path
