"""What each page of the other sites shows: the same as isnad's, with all rows at hand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from annotations import annotations
from article_rows import brief, originators, speakers, with_notes
from articles import Article
from calendars import calendar, day_of
from evidence import Evidence, Json
from page_writer import PageWriter, RowList, Source, by_date, references
from parameters import Parameters
from pictures import bars, columns
from speech import label_rows, speech_rows

BREAKS = {"unnamed": "unnamed source", "uncarried": "statement without a carrier",
          "originless": "carrier without an originator", "undated": "link without a date"}

def write_report(articles: Iterable[Article], sources: list[Source], parameters: Parameters
                 ) -> None:
    writer = ReportWriter(sources, parameters)
    for article in articles:
        writer.write_article(article)
    writer.write_gathered_pages()


class ReportWriter(PageWriter):
    def __init__(self, sources: list[Source], parameters: Parameters) -> None:
        super().__init__(sources, parameters)
        self.evidence = Evidence(parameters)

    # Articles

    def write_article(self, article: Article) -> None:
        shown = self.evidence.add(article)
        params: Json = shown | {
            "date": article.published[:10], "lang": article.lang, "dir": "rtl" if article.lang == "ar" else "ltr",
            "publisher": self.evidence.link(article.publisher.id),
            "credit": [self.evidence.link(agency.id) for agency in article.credit],
            "originators": originators(shown["attributions"]),
            "speakers": speakers(shown["attributions"]),
            "generator": article.analysis["generator"],
            "paragraphs": with_notes(article.paragraphs, shown["attributions"]),
            "plain": article.text, "annotations": list(annotations(article))}
        self.write(f"articles/{article.id}.md", article.title, params, brief(shown),
                   date=article.published)

    # Pages that several articles feed

    def write_gathered_pages(self) -> None:
        self.evidence.settle()
        self.write_section("articles", self.newest())
        self.write_entities()
        self.write_events()
        self.write_claims()
        self.write_sources()
        self.write_timeline()
        self.write_pages("attributions", "", "Attributions", {},
                         {"attributions": self.evidence.attributions})
        self.write_broken_chains()
        self.write_search()
        self.write_home()

    def write_entities(self) -> None:
        evidence = self.evidence
        section: list[Json] = []
        for id, entity in evidence.entities.items():
            articles = by_date(evidence.articles[id])
            companions = evidence.counted(evidence.companions[id])
            params: Json = {
                "id": id, "type": entity.type, "kind": entity.kind, "names": entity.names,
                "aliases": entity.short, "location": list(entity.location or []),
                "counts": {
                    "articles": len(articles), "mentions": len(evidence.mentions[id]),
                    "said": len(evidence.said[id]), "saidabout": len(evidence.said_about[id]),
                    "relayed": len(evidence.relayed[id])},
                "companions": companions,
                "activity": columns(by_year(row["date"] for row in articles)) if articles else {},
                "company": picture_of(companions),
                "calendar": calendar(by_date(evidence.happened[id].values()),
                                     f"/entities/{id}/"),
                "feed": articles[:-self.parameters.feed_entries - 1:-1]}
            speech = evidence.speech
            self.write_with_lists("entities", id, entity.names["en"], params, [
                self.row_list("outlets", "outlets", "speech", speech_rows(
                    speech.outlets[id], evidence.link)),
                self.row_list("labellers", "labellers", "uses", label_rows(
                    speech.labellers[id], evidence.link)),
                *self.lists(
                    ("said", "said", "attributions", evidence.said[id]),
                    ("saidabout", "said-about", "attributions", evidence.said_about[id]),
                    ("relayed", "relayed", "attributions", evidence.relayed[id]),
                    ("events", "events", "events", evidence.happened[id].values()),
                    ("labels", "labels", "labels", evidence.labels[id]),
                    ("mentions", "mentions", "mentions", evidence.mentions[id]),
                    ("articles", "articles", "articles", articles))])
            section.append(evidence.link(id) | {
                key: params[key] for key in ("kind", "names", "counts")})
        self.write_section("entities", section)

    def write_events(self) -> None:
        for event, facts in self.evidence.events.items():
            reports = self.evidence.reports[event]
            said = self.evidence.said_about[event]
            params = {key: value for key, value in facts.items()
                      if key not in ("reports", "attributions")}
            opposed = self.opposed(said)
            params |= {"disagreements": list(self.disagreements(reports)),
                       "opposed": {side: len(rows) for side, rows in opposed.items()}}
            self.write_with_lists(
                "events", event, facts["name"], params | {"count": len(reports), "words": len(said)}, self.lists(
                    ("reports", "reports", "reports", reports),
                    ("attributions", "attributions", "attributions", said),
                    *((side, side, "attributions", rows) for side, rows in opposed.items())))
        self.write_section("events", by_date(self.evidence.events.values()))

    def disagreements(self, reports: list[Json]) -> Iterator[Json]:
        """Where the reports of an event differ, and who says which."""
        for name, key in (("Date", "value"), ("Status", "status")):
            witnesses: defaultdict[str, list[Json]] = defaultdict(list)
            for report in reports:
                witnesses[report[key]].append(report)
            if len(witnesses) > 1:
                yield {"name": name, "sides": [
                    {"value": value, "count": len(found), "witnesses": [
                        {key: each[key] for key in ("article", "title", "lang")}
                        for each in found[:self.parameters.shown]]}
                    for value, found in witnesses.items()]}

    def opposed(self, said: list[Json]) -> dict[str, list[Json]]:
        """The attributions that some cues endorse and others keep their distance from."""
        sides = {
            "endorsed": [row for row in said if row["stance"] == "endorsing"],
            "distanced": [row for row in said if row["stance"] in ("distancing", "denying")]}
        return sides if all(sides.values()) else {}

    def write_claims(self) -> None:
        """Up to a page of attributions as a tree by origin, else the tree of origins alone."""
        size = self.parameters.rows_per_page
        section: list[Json] = []
        for claim, found in sorted(self.evidence.claims.items()):
            origins: defaultdict[str, list[Json]] = defaultdict(list)
            for row in by_date(found):
                link = row["chain"][0]
                origins[link["id"] or f"{row['article']}/{row['id']}"].append(row)
            short = len(found) <= size
            statement = self.evidence.statements[claim]
            params = {
                "statement": statement, "origins": len(origins),
                "repetitions": len(found) - len(origins),
                "appearance": [{key: row[key] for key in ("article", "title", "date")}
                               for row in by_date(found)[:self.parameters.shown]],
                "tree": [{"origin": rows[0]["chain"][0], "count": len(rows),
                          "attributions": references(rows) if short else []}
                         for rows in list(origins.values())[:size]]}
            lists = [] if short else [
                RowList("attributions", "attributions", "attributions", by_date(found), 0)]
            self.write_with_lists("claims", claim, statement["en"], params, lists)
            section.append({"id": claim, "name": statement["en"]} | {
                key: params[key] for key in ("origins", "repetitions")})
        self.write_section("claims", section)

    def write_sources(self) -> None:
        evidence = self.evidence
        section: list[Json] = []
        for id, entity in evidence.entities.items():
            said, relayed = evidence.said[id], evidence.relayed[id]
            publications = evidence.publications[id]
            if not (said or relayed or publications):
                continue
            speakers = speech_rows(evidence.speech.speakers[id], evidence.link)
            params: Json = {
                "entity": evidence.link(id), "kind": entity.kind,
                "counts": {"originated": len(said), "carried": len(relayed),
                           "published": len(evidence.published[id]),
                           "publications": len(publications)},
                "spoken": bars(
                    [(row["who"]["name"], {part["stance"]: part["count"] for part in row["stances"]})
                     for row in speakers]),
                "calendar": calendar(by_date(evidence.reported[id].values()), f"/sources/{id}/"),
                "said": references(by_date(said)[:self.parameters.shown]),
                "relayed": references(by_date(relayed)[:self.parameters.shown]),
                # Their further pages are the entity's.
                "more": {
                    name: {"path": f"/entities/{id}/{name}/", "total": len(rows)}
                    for name, rows in (("said", said), ("relayed", relayed))
                    if len(rows) > self.parameters.shown},
                "carriedfor": evidence.counted(Counter(
                    row["chain"][0]["id"] for row in relayed if row["chain"][0]["id"])),
                "carriedby": evidence.counted(Counter(
                    link["id"] for row in said for link in row["chain"][1:]))}
            self.write_with_lists("sources", id, entity.names["en"], params, [
                self.row_list("speakers", "speakers", "speech", speakers),
                self.row_list("labelled", "labelled", "uses", label_rows(
                    evidence.speech.labelled[id], evidence.link)),
                *self.lists(
                    ("events", "events", "events", evidence.reported[id].values()),
                    ("published", "published", "attributions", evidence.published[id]),
                    ("articles", "articles", "articles", publications))])
            section.append(evidence.link(id) | {key: params[key] for key in ("kind", "counts")})
        self.write_section("sources", section)

    def write_timeline(self) -> None:
        years: defaultdict[str, list[Json]] = defaultdict(list)
        months: defaultdict[str, list[Json]] = defaultdict(list)
        days: defaultdict[str, list[Json]] = defaultdict(list)
        days_of_month: defaultdict[str, dict[str, list[Json]]] = defaultdict(dict)
        for event in by_date(self.evidence.events.values()):
            years[event["value"][:4]].append(event)
            months[event["value"][:7]].append(event)
            if day := day_of(event["value"]):
                days[day].append(event)
                days_of_month[day[:7]][day] = days[day]
        index = []
        for year, rows in sorted(years.items()):
            here = [{"month": month, "address": month.replace("-", "/"),
                     "count": len(months.get(month, []))}
                    for month in (f"{year}-{number:02}" for number in range(1, 13))]
            index.append({"year": year, "count": len(rows), "months": here})
            picture = columns([(month["month"], month["count"]) for month in here])
            self.write_pages("timeline", year, year, {"years": index[-1:], "density": picture},
                             {"events": rows})
        for month, rows in sorted(months.items()):
            here = [{"day": day[8:], "path": f"/timeline/{day.replace('-', '/')}/",
                     "count": len(found)}
                    for day, found in sorted(days_of_month[month].items())]
            self.write_pages("timeline", month.replace("-", "/"), month, {"days": here},
                             {"events": rows})
        for day, rows in sorted(days.items()):
            self.write_pages("timeline", day.replace("-", "/"), day, {}, {"events": rows})
        self.density = columns([(year["year"], year["count"]) for year in index])
        self.write("timeline/_index.md", "Timeline", {"years": index, "density": self.density})

    def write_broken_chains(self) -> None:
        """All that lack more than a date; and those of each kind."""
        found = self.evidence.attributions
        broken = [row for row in found if set(row["breaks"]) - {"undated"}]
        kinds = {"": ("Broken chains", broken)} | {
            kind: (title, [row for row in found if kind in row["breaks"]])
            for kind, title in BREAKS.items()}
        links = [{"path": f"/broken-chains/{kind}/" if kind else "/broken-chains/",
                  "name": title, "count": len(rows)} for kind, (title, rows) in kinds.items()]
        for kind, (title, rows) in kinds.items():
            self.write_pages("broken-chains", kind, title, {"kinds": links, "total": len(rows)},
                             {"attributions": rows})

    def write_search(self) -> None:
        """A page to find names from, and all names in one file, the most reported first."""
        evidence = self.evidence
        found = [
            *(("entities", id, entity.type, len(evidence.mentions[id]), entity.names)
              for id, entity in evidence.entities.items()),
            *(("events", id, event["type"], event["reports"], event["titles"])
              for id, event in evidence.events.items()),
            *(("claims", id, "", len(rows), evidence.statements[id])
              for id, rows in evidence.claims.items()),
            *(("articles", row["article"], "", 0, {row["lang"]: row["title"]})
              for row in self.newest())]
        found.sort(key=lambda entry: -entry[3])
        rows = [[kind, id, type, *(text for name in names.items() for text in name)]
                for kind, id, type, _, names in found]
        self.write("search/_index.md", "Search", {"found": rows}, outputs=["html", "names"])

    def newest(self) -> list[Json]:
        """All articles, the last first."""
        articles = [row for found in self.evidence.publications.values() for row in found]
        return sorted(articles, key=lambda row: (row["date"], row["article"]), reverse=True)

    def write_home(self) -> None:
        evidence, parameters = self.evidence, self.parameters
        counts = Counter({id: len(found) for id, found in evidence.mentions.items()})
        newest = self.newest()
        years = Counter(event["value"][:4] for event in evidence.events.values())
        self.write("_index.md", "Benchmark report", {
            "newest": newest[:parameters.newest], "feed": newest[:parameters.feed_entries],
            "leading": evidence.counted(counts), "density": self.density,
            "years": [{"year": year, "count": count} for year, count in sorted(years.items())],
            "figures": {"articles": len(newest), "entities": len(evidence.entities),
                        "events": len(evidence.events), "claims": len(evidence.claims),
                        "attributions": len(evidence.attributions)}})


def by_year(dates: Iterable[str]) -> list[tuple[str, int]]:
    """From the first year to the last, none left out."""
    counts = Counter(date[:4] for date in dates)
    first, last = int(min(counts)), int(max(counts))
    return [(str(year), counts[str(year)]) for year in range(first, last + 1)]


def picture_of(counted: list[Json]) -> Json:
    return bars([(row["name"], {"neutral": row["count"]}) for row in counted])
