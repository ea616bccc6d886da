"""Writes the Hugo site that shows the same as isnad's: content files with all rows at hand."""

import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles import Article
from evidence import Evidence, Json, paged
from parameters import Parameters

SITE = Path(__file__).parent / "hugo"


def write_hugo(articles: Iterable[Article], folder: Path, parameters: Parameters) -> None:
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    writer = HugoWriter(folder / "content", parameters)
    for article in articles:
        writer.write_article(article)
    writer.write_gathered_pages()


class HugoWriter:
    def __init__(self, content: Path, parameters: Parameters) -> None:
        self.content = content
        self.parameters = parameters
        self.evidence = Evidence()
        self.headlines: list[tuple[str, str, Json]] = []

    def write(self, path: str, title: str, params: Json, body: str = "", **fields: object) -> None:
        """One content file, with JSON front matter: the fastest for Hugo to read."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": title, **fields, "params": params}, ensure_ascii=False)
        file.write_text(f"{front}\n{body}", encoding="utf-8")

    def write_pages(self, kind: str, name: str, title: str, params: Json,
                    lists: dict[str, list[Json]], **fields: object) -> None:
        """A page, and, where one of its lists is too long for it, the pages that go on."""
        pages = list(paged(lists, self.parameters.rows_per_page))
        base = f"/{kind}/{name}/" if name else f"/{kind}/"
        for number, lists_here in enumerate(pages, 1):
            shown = params if number == 1 else {}
            here = shown | lists_here | self.pager(base, number, len(pages))
            if number > 1:
                self.write(f"more/{kind}/{name or kind}-{number}.md", title, here, type=kind,
                           url=f"{base}page/{number}/", **fields)
            elif name:
                self.write(f"{kind}/{name}.md", title, here, **fields)
            else:
                self.write(f"{kind}/_index.md", title, here, **fields)

    def pager(self, base: str, number: int, count: int) -> Json:
        if count == 1:
            return {}
        addresses = {1: base} | {page: f"{base}page/{page}/" for page in range(2, count + 1)}
        return {"pager": {"number": number, "count": count,
                          "previous": addresses.get(number - 1, ""),
                          "next": addresses.get(number + 1, "")}}

    # Articles

    def write_article(self, article: Article) -> None:
        shown = self.evidence.add(article)
        lead = article.text.split("\n", 1)[0].strip()
        self.headlines.append((article.published[:10], article.id, {
            "article": article.id, "title": article.title, "lang": article.lang,
            "date": article.published[:10], "outlet": article.publisher.names["en"],
            "lead": lead}))
        params: Json = shown | {
            "lang": article.lang, "dir": "rtl" if article.lang == "ar" else "ltr",
            "publisher": {"id": article.publisher.id, "name": article.publisher.names["en"]},
            "credit": [{"id": agency.id, "name": agency.names["en"]}
                       for agency in article.credit],
            "generator": article.analysis["generator"], "text": article.html}
        self.write(f"articles/{article.id}.md", article.title, params,
                   brief(article, shown, lead), date=article.published)

    # Pages that several articles feed

    def write_gathered_pages(self) -> None:
        self.write("more/_index.md", "", {}, build={"render": "never", "list": "never"})
        for section in ("articles", "entities", "events", "claims", "sources"):
            self.write(f"{section}/_index.md", section.capitalize(), {})
        self.write_entities()
        self.write_events()
        self.write_claims()
        self.write_sources()
        self.write_timeline()
        self.write_pages("attributions", "", "Attributions", {},
                         {"attributions": self.evidence.attributions})
        self.write_home()

    def write_entities(self) -> None:
        evidence = self.evidence
        for entity in evidence.entities.values():
            companions = evidence.companions[entity.id].most_common(self.parameters.companions)
            params: Json = {
                "type": entity.type, "kind": entity.kind, "names": entity.names,
                "aliases": entity.short, "mentions": len(evidence.mentioned[entity.id]),
                "location": list(entity.location or []),
                "companions": [{"id": other, "name": evidence.name(other), "count": count}
                               for other, count in companions]}
            self.write_pages("entities", entity.id, entity.names["en"], params, {
                "timeline": by_date(evidence.timeline[entity.id].values()),
                "said": by_date(evidence.said[entity.id]),
                "about": by_date(evidence.about[entity.id]),
                "relayed": by_date(evidence.relayed[entity.id]),
                "labelled": by_date(evidence.labelled[entity.id]),
                "mentioned": by_date(evidence.mentioned[entity.id])})

    def write_events(self) -> None:
        for event, facts in self.evidence.events.items():
            versions = self.evidence.versions[event]
            dates = Counter(version["value"] for version in versions)
            params = {
                "facts": facts, "value": facts["date"], "reports": len(versions),
                "dates": [{"value": value, "count": count}
                          for value, count in sorted(dates.items())]}
            self.write_pages("events", event, facts["title"], params,
                             {"versions": by_date(versions)})

    def write_claims(self) -> None:
        for claim, attributions in sorted(self.evidence.claims.items()):
            statement = self.evidence.statements[claim]
            origins = {row["chain"][0]["id"] or (row["article"], row["id"])
                       for row in attributions}
            params = {"statement": statement, "origins": len(origins),
                      "repetitions": len(attributions) - len(origins)}
            self.write_pages("claims", claim, statement["en"], params,
                             {"attributions": by_date(attributions)})

    def write_sources(self) -> None:
        evidence = self.evidence
        sources = evidence.publishers | evidence.carriers
        if self.parameters.quoted_have_source_pages:
            sources |= evidence.speakers
        for source in sorted(sources):
            params: Json = {"entity": source, "kind": evidence.entities[source].kind,
                            "originated": len(evidence.said[source]),
                            "carried": len(evidence.relayed[source]),
                            "published": len(evidence.published[source])}
            self.write_pages("sources", source, evidence.name(source), params, {
                "cues": self.cue_rows(source), "carries": self.carry_rows(source)})

    def cue_rows(self, source: str) -> list[Json]:
        """Which stances an outlet's cues take towards each speaker."""
        stances: defaultdict[str, Json] = defaultdict(dict)
        for (speaker, stance), count in self.evidence.cues[source].items():
            stances[speaker][stance] = count
        return [{"id": speaker, "name": self.evidence.name(speaker), "stances": counts}
                for speaker, counts in sorted(stances.items())]

    def carry_rows(self, source: str) -> list[Json]:
        """Whom it passes on, for whom, and how often."""
        counts = Counter((row["chain"][0]["id"], row["chain"][0]["name"], row["outlet"])
                         for row in self.evidence.relayed[source])
        return [{"id": speaker, "name": name, "outlet": outlet, "count": count}
                for (speaker, name, outlet), count in sorted(counts.items())]

    def write_timeline(self) -> None:
        years: defaultdict[str, list[Json]] = defaultdict(list)
        months: defaultdict[str, list[Json]] = defaultdict(list)
        for event in by_date(self.evidence.events.values()):
            row = {key: event[key] for key in ("event", "title", "date", "type", "place")}
            years[event["date"][:4]].append(row)
            months[event["date"][:7]].append(row)
        self.write("timeline/_index.md", "Timeline", {
            "years": [{"year": year, "count": len(rows)} for year, rows in sorted(years.items())]})
        for year, rows in sorted(years.items()):
            here = [{"month": month, "address": month.replace("-", "/"), "count": len(found)}
                    for month, found in sorted(months.items()) if month.startswith(year)]
            self.write_pages("timeline", year, year, {"months": here}, {"events": rows})
        for month, rows in sorted(months.items()):
            self.write_pages("timeline", month.replace("-", "/"), month, {}, {"events": rows})

    def write_home(self) -> None:
        evidence, parameters = self.evidence, self.parameters
        leading = sorted(evidence.entities, key=lambda id: (-len(evidence.mentioned[id]), id))
        years = Counter(event["date"][:4] for event in evidence.events.values())
        newest = sorted(self.headlines, key=lambda entry: entry[:2], reverse=True)
        self.write("_index.md", "Benchmark report", {
            "newest": [row for _, _, row in newest[:parameters.newest]],
            "leading": [{"id": id, "name": evidence.name(id),
                         "count": len(evidence.mentioned[id])}
                        for id in leading[:parameters.leading]],
            "years": [{"year": year, "count": count} for year, count in sorted(years.items())],
            "figures": {"articles": len(self.headlines), "entities": len(evidence.entities),
                        "events": len(evidence.events), "claims": len(evidence.claims),
                        "attributions": len(evidence.attributions)}})


def by_date(entries: Iterable[Json]) -> list[Json]:
    return sorted(entries, key=lambda row: row["date"])


def brief(article: Article, shown: Json, lead: str) -> str:
    """The Markdown that isnad composes from an analysis."""
    return "\n".join(brief_lines(article, shown, lead)) + "\n"


def brief_lines(article: Article, shown: Json, lead: str) -> Iterator[str]:
    publisher = article.publisher
    yield (f"**[{publisher.names['en']}](/entities/{publisher.id}/)** "
           f"published *{article.title}* on {article.published[:10]}.")
    yield f"\n> {lead}\n\n## Who says what\n"
    for row in shown["attributions"]:
        chain = " → ".join(f"[{link['name']}](/entities/{link['id']}/)" if link["id"]
                           else f"*{link['name']}*" for link in row["chain"])
        yield f"- {chain} ({row['cue']}): [“{row['content']}”](#{row['id']})"
    yield "\n## What happened\n"
    for row in shown["events"]:
        yield f"- {row['date']}: [{row['title']}](/events/{row['event']}/)"
    if shown["labels"]:
        yield "\n## How it is worded\n"
        for row in shown["labels"]:
            yield f"- [{row['name']}](/entities/{row['entity']}/): *{row['exact']}*"
