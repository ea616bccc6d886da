"""Gathers, from the analyses, the rows that each page of the Hugo site shows."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles import Article
from world import Entity

Json = dict[str, object]
Rows = defaultdict[str, list[Json]]

CONTEXT = 40
"""Code points of context on each side of a mention."""


def rows() -> Rows:
    return defaultdict(list)


@dataclass
class Evidence:
    """Ids to rows, in the order of the articles."""

    entities: dict[str, Entity] = field(default_factory=dict)
    publishers: set[str] = field(default_factory=set)
    carriers: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    attributions: list[Json] = field(default_factory=list)
    said: Rows = field(default_factory=rows)
    about: Rows = field(default_factory=rows)
    relayed: Rows = field(default_factory=rows)
    published: Rows = field(default_factory=rows)
    mentioned: Rows = field(default_factory=rows)
    labelled: Rows = field(default_factory=rows)
    claims: Rows = field(default_factory=rows)
    statements: dict[str, Json] = field(default_factory=dict)
    versions: Rows = field(default_factory=rows)
    events: dict[str, Json] = field(default_factory=dict)
    timeline: defaultdict[str, dict[str, Json]] = field(default_factory=lambda: defaultdict(dict))
    companions: defaultdict[str, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter))
    cues: defaultdict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter))

    def add(self, article: Article) -> Json:
        """Takes an article in; returns what its own page shows of its analysis."""
        for entity in article.entities:
            self.entities[entity.id] = entity
        self.publishers.add(article.publisher.id)
        analysis = article.analysis
        attributions = [self.add_attribution(article, record)
                        for record in analysis["attributions"]]
        self.add_mentions(article)
        return {
            "attributions": attributions,
            "events": [self.add_event(article, record, number)
                       for number, record in enumerate(analysis["events"], 1)],
            "labels": [self.add_label(article, record, number)
                       for number, record in enumerate(analysis["labels"], 1)],
            "times": [{"id": record["id"], "exact": record["target"]["exact"],
                       "value": record["value"], "rule": record.get("rule", "")}
                      for record in analysis["times"]]}

    def name(self, entity_id: str) -> str:
        return self.entities[entity_id].names["en"]

    def place(self, article: Article) -> Json:
        """What every row says of the article that it comes from."""
        return {"article": article.id, "title": article.title, "lang": article.lang,
                "date": article.published[:10], "outlet": article.publisher.names["en"]}

    def add_attribution(self, article: Article, record: Json) -> Json:
        content = record["content"]
        parts = content if isinstance(content, list) else [content]
        row = self.place(article) | {
            "id": record["id"], "content": " … ".join(part["exact"] for part in parts),
            "cue": record["cue"]["target"]["exact"], "stance": record["cue"]["stance"],
            "directness": record["directness"], "claim": record.get("claim", ""),
            "certainty": record.get("certainty", ""),
            "chain": [self.link(link) for link in record["chain"]]}
        self.attributions.append(row)
        self.published[article.publisher.id].append(row)
        for index, link in enumerate(record["chain"]):
            if link["source"]:
                (self.relayed if index else self.said)[link["source"]].append(row)
                (self.carriers if index else self.speakers).add(link["source"])
        for about in record["about"]:
            self.about[about].append(row)
        if "claim" in record:
            self.claims[record["claim"]].append(row)
            self.statements[record["claim"]] = record["paraphrase"]
        speaker = record["chain"][0]["source"]
        if speaker:
            self.cues[article.publisher.id][speaker, row["stance"]] += 1
        return row

    def link(self, link: Json) -> Json:
        source = link["source"]
        name = self.name(source) if source else link["description"]["en"]
        return {"id": source or "", "name": name, "medium": link["medium"]}

    def add_mentions(self, article: Article) -> None:
        counts: Counter[str] = Counter()
        first: dict[str, tuple[int, Json]] = {}
        for number, mention in enumerate(article.analysis["mentions"], 1):
            counts[mention["entity"]] += 1
            first.setdefault(mention["entity"], (number, mention["target"]))
        for entity, (number, target) in first.items():
            start, end = target["start"], target["end"]
            self.mentioned[entity].append(self.place(article) | {
                "id": f"m{number}", "count": counts[entity],
                "before": article.text[max(0, start - CONTEXT):start], "exact": target["exact"],
                "after": article.text[end:end + CONTEXT]})
            self.companions[entity].update(other for other in first if other != entity)

    def add_event(self, article: Article, record: Json, number: int) -> Json:
        participants = [
            {"id": participant["entity"], "name": self.name(participant["entity"]),
             "role": participant["role"]} for participant in record["participants"]]
        row: Json = {
            "event": record["id"], "type": record["type"], "title": record["title"]["en"],
            "date": record["date"], "participants": participants, "status": record["status"],
            "place": {"id": record["place"], "name": self.name(record["place"])}}
        self.events.setdefault(record["id"], row | {"titles": record["title"]})
        self.versions[record["id"]].append(row | self.place(article) | {
            "id": f"e{number}", "value": record["date"],
            "exact": record["targets"][0]["exact"]})
        for entity in [record["place"], *(participant["id"] for participant in participants)]:
            self.timeline[entity].setdefault(record["id"], {
                "event": record["id"], "title": row["title"], "date": row["date"]})
        return row

    def add_label(self, article: Article, record: Json, number: int) -> Json:
        row = self.place(article) | {
            "id": f"l{number}", "exact": record["target"]["exact"], "device": record["device"],
            "gloss": record["gloss"]["en"], "entity": record["entity"],
            "name": self.name(record["entity"])}
        self.labelled[record["entity"]].append(row)
        return row


def paged(lists: dict[str, list[Json]], size: int) -> Iterator[dict[str, list[Json]]]:
    """Cuts several lists of one page into pages of `size` rows of each; at least one page."""
    count = max([1, *(-(-len(entries) // size) for entries in lists.values())])
    for page in range(count):
        yield {name: entries[page * size:(page + 1) * size] for name, entries in lists.items()}
