"""Feeds are Atom (RFC 4287): what it requires is there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import datetime

from support.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)


def text(parent: ET.Element, name: str) -> str:
    found = parent.findall(ATOM + name)
    assert len(found) == 1, f"{len(found)} <{name}> in <{parent.tag}>"
    return found[0].text or ""


def check_entry_or_feed(element: ET.Element) -> None:
    assert IRI.fullmatch(text(element, "id"))
    assert text(element, "title").strip()
    updated = datetime.fromisoformat(text(element, "updated").replace("Z", "+00:00"))
    assert updated.tzinfo is not None
    for author in element.findall(f"{ATOM}author"):
        assert text(author, "name").strip()
    relations = [link.get("rel", "alternate") for link in element.findall(f"{ATOM}link")]
    assert relations.count("alternate") == 1
    assert relations.count("self") == (1 if element.tag == f"{ATOM}feed" else 0)


def check(site: Site, path: str) -> None:
    feed = ET.parse(site.folder / path).getroot()
    assert feed.tag == f"{ATOM}feed"
    check_entry_or_feed(feed)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    ids = [text(entry, "id") for entry in entries]
    assert len(ids) == len(set(ids))
    for entry in entries:
        check_entry_or_feed(entry)
        assert feed.find(f"{ATOM}author") is not None or entry.find(f"{ATOM}author") is not None
    dates = [text(entry, "updated") for entry in entries]
    assert dates == sorted(dates, reverse=True), "the newest comes first"
    assert text(feed, "updated") == dates[0]


def test_every_feed_is_atom(site: Site) -> None:
    assert set(site.languages.values()) <= {path.removesuffix("feed.xml") for path in site.feeds}
    assert any("/entities/" in f"/{path}" for path in site.feeds)
    for path in site.feeds:
        try:
            check(site, path)
        except (AssertionError, ET.ParseError, ValueError) as error:
            raise AssertionError(f"{path}: {error}") from error


def test_feeds_have_names_of_their_own(site: Site) -> None:
    ids = [text(ET.parse(site.folder / path).getroot(), "id") for path in site.feeds]
    assert len(ids) == len(set(ids))
