"""Whatever points somewhere points at something: pages, feeds, the sitemap."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest

from support.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def fault(site: Site, start: str, address: str) -> str | None:
    """Why an address leads nowhere; None where it is right or leads out of the site."""
    target = site.resolve(start, address)
    if target is None:
        return None
    path, fragment = target
    if not (site.folder / path).is_file():
        return f"{start}: {address}: there is no {path}"
    if fragment and fragment not in site.ids.get(path, ()):
        return f"{start}: {address}: {path} has no id “{fragment}”"
    return None


def faults(site: Site, start: str, addresses: list[str]) -> list[str]:
    return [found for address in addresses if (found := fault(site, start, address))]


def test_links_of_pages_lead_somewhere(site: Site) -> None:
    assert sum(len(page.links) for page in site.documents.values()) > len(site.html)
    found = [
        found
        for path, page in site.documents.items()
        for found in faults(site, path, [address for _, _, address in page.links])
    ]
    assert not found, "\n".join([f"{len(found)} links lead nowhere:", *found[:30]])


def test_links_of_pages_are_relative(site: Site) -> None:
    """So that the site can stand at any sub-path; 404.html, which has no place, cannot be."""
    absolute = [
        f"{path}: {address}"
        for path, page in site.documents.items()
        if not path.endswith("404.html")
        for element, _, address in page.links
        if element != "link" and address.startswith(("/", site.base or "/"))
    ]
    assert not absolute, "\n".join(absolute[:30])


def test_links_within_a_page_name_the_place_alone(site: Site) -> None:
    """A page that was opened as `articles/x/` would be loaded again from `articles/x/index.html`."""
    assert any(address.startswith("#note-") for page in site.documents.values() for _, _, address in page.links)
    found = [
        f"{path}: {address}"
        for path, page in site.documents.items()
        for _, _, address in page.links
        if not address.startswith("#") and "#" in address and (site.resolve(path, address) or ("",))[0] == path
    ]
    assert not found, "\n".join([f"{len(found)} links name their own page:", *found[:30]])


def test_ids_are_unique_in_their_page(site: Site) -> None:
    twice = [
        f"{path}: {name}"
        for path, page in site.documents.items()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert not twice, "\n".join([f"{len(twice)} ids stand more than once:", *twice[:30]])


def test_ids_can_be_linked_to(site: Site) -> None:
    assert not [
        f"{path}: “{name}”"
        for path, page in site.documents.items()
        for name in page.ids
        if not name or re.search(r"\s", name)
    ]


def test_links_of_feeds_lead_somewhere(site: Site) -> None:
    assert site.feeds
    found = []
    for path in site.feeds:
        links = ET.parse(site.folder / path).iter(f"{ATOM}link")
        found += faults(site, path, [link.get("href", "") for link in links])
    assert not found, "\n".join(found[:30])


def test_the_sitemap_names_every_page_once(site: Site) -> None:
    if site.base is None:
        pytest.skip("no sitemap: the site does not know where it is to stand")
    listed = [site.resolve("sitemap.xml", address) for address in locations(site, "sitemap.xml")]
    assert None not in listed, "the sitemap leads out of the site"
    paths = [target[0] for target in listed if target]
    assert len(paths) == len(set(paths))
    assert set(paths) == {path for path in site.own if not path.endswith("404.html")}
    assert f"Sitemap: {site.base}sitemap.xml" in (site.folder / "robots.txt").read_text()


def locations(site: Site, path: str) -> list[str]:
    """The pages of a sitemap, or of all those that an index of sitemaps names."""
    root = ET.parse(site.folder / path).getroot()
    found = [element.text or "" for element in root.iter(f"{SITEMAP}loc")]
    if root.tag == f"{SITEMAP}urlset":
        assert len(found) <= 50_000
        return found
    assert root.tag == f"{SITEMAP}sitemapindex"
    parts = [target[0] for address in found if (target := site.resolve(path, address))]
    return [address for part in parts for address in locations(site, part)]
