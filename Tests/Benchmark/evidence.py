"""Gathers, from the analyses, the rows that each page of the Hugo site shows."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from articles import Article
from parameters import Parameters
from speech import Speech
from world import Entity

Json = dict[str, object]
Rows = defaultdict[str, list[Json]]


def rows() -> Rows:
    return defaultdict(list)


def counters() -> defaultdict[str, Counter]:
    return defaultdict(Counter)


@dataclass
class Evidence:
    """Ids to rows, in the order of the articles."""

    parameters: Parameters
    entities: dict[str, Entity] = field(default_factory=dict)
    events: dict[str, Json] = field(default_factory=dict)
    statements: dict[str, Json] = field(default_factory=dict)
    """What each claim says."""
    attributions: list[Json] = field(default_factory=list)

    # By entity.
    said: Rows = field(default_factory=rows)
    said_about: Rows = field(default_factory=rows)
    """By event, too."""
    relayed: Rows = field(default_factory=rows)
    labels: Rows = field(default_factory=rows)
    mentions: Rows = field(default_factory=rows)
    articles: Rows = field(default_factory=rows)
    happened: defaultdict[str, dict[str, Json]] = field(default_factory=lambda: defaultdict(dict))
    companions: defaultdict[str, Counter] = field(default_factory=counters)
    published: Rows = field(default_factory=rows)
    publications: Rows = field(default_factory=rows)
    reported: defaultdict[str, dict[str, Json]] = field(default_factory=lambda: defaultdict(dict))
    """By source: the events that its articles tell of, or that it says or passes on something of."""
    speech: Speech = field(default_factory=Speech)

    # By claim, and by event.
    claims: Rows = field(default_factory=rows)
    reports: Rows = field(default_factory=rows)

    def add(self, article: Article) -> Json:
        """Takes an article in; returns what its own page shows of its analysis."""
        for entity in article.entities:
            self.entities[entity.id] = entity
        analysis = article.analysis
        summarised = place_of(article)
        place = {key: value for key, value in summarised.items() if key != "summary"}
        self.publications[article.publisher.id].append(summarised)
        events = [self.add_event(place, record, number)
                  for number, record in enumerate(analysis["events"], 1)]
        attributions = [self.add_attribution(place, article, record)
                        for record in analysis["attributions"]]
        self.add_speakers(events, attributions)
        labels = [self.add_label(place, record, number)
                  for number, record in enumerate(analysis["labels"], 1)]
        times = [{"id": record["id"], "exact": record["target"]["exact"],
                  "value": record["value"], "rule": record.get("rule", "")}
                 for record in analysis["times"]]
        return {
            "summary": summarised["summary"], "attributions": attributions, "events": events,
            "labels": labels, "times": times, "entities": self.add_mentions(summarised, article)}

    def link(self, entity: str) -> Json:
        return {"id": entity, "name": self.name(entity), "type": self.entities[entity].type}

    def name(self, entity: str) -> str:
        return self.entities[entity].names["en"]

    def counted(self, counts: Counter, most: int | None = None) -> list[Json]:
        return [self.link(entity) | {"count": count}
                for entity, count in counts.most_common(most or self.parameters.shown)]

    def add_attribution(self, place: Json, article: Article, record: Json) -> Json:
        content = record["content"]
        parts = content if isinstance(content, list) else [content]
        paraphrase = record.get("paraphrase", {})
        row = place | {
            "id": record["id"], "content": " … ".join(part["exact"] for part in parts),
            "cue": record["cue"]["target"]["exact"], "stance": record["cue"]["stance"],
            "directness": record["directness"], "certainty": record.get("certainty", ""),
            "polarity": record.get("polarity", ""), "credibility": record.get("credibility", ""),
            "paraphrase": paraphrase.get("en", ""), "claim": record.get("claim", ""),
            "about": [self.subject(about) for about in record["about"]],
            "breaks": breaks(record["chain"]),
            "chain": [self.chain_link(link) for link in record["chain"]]}
        self.attributions.append(row)
        self.published[article.publisher.id].append(row)
        for index, link in enumerate(record["chain"]):
            if link["source"]:
                (self.relayed if index else self.said)[link["source"]].append(row)
        for about in record["about"]:
            self.said_about[about].append(row)
        if "claim" in record:
            self.claims[record["claim"]].append(row)
            self.statements[record["claim"]] = paraphrase
        self.speech.add_attribution(place, record)
        return row

    def add_speakers(self, events: list[Json], attributions: list[Json]) -> None:
        """On whose word an article reports each event; and how many words there are on it."""
        for event in events:
            path = f"/events/{event['event']}/"
            words = [row for row in attributions if any(path == about["path"] for about in row["about"])]
            event["speakers"] = list({row["chain"][0]["name"]: row["chain"][0] for row in words}.values())
            facts = self.events[event["event"]]
            facts["attributions"] += len(words)
            for link in (link for row in words for link in row["chain"] if link["id"]):
                self.reported[link["id"]][event["event"]] = facts

    def settle(self) -> None:
        """Where reports of an event differ, it has what most of them say."""
        for event, facts in self.events.items():
            for key in ("value", "status"):
                counts = Counter(report[key] for report in self.reports[event])
                facts[key] = counts.most_common(1)[0][0]

    def subject(self, about: str) -> Json:
        if about in self.events:
            return {"path": f"/events/{about}/", "name": self.events[about]["name"]}
        return {"path": f"/entities/{about}/", "name": self.name(about)}

    def chain_link(self, link: Json) -> Json:
        if link["source"]:
            return self.link(link["source"]) | {"medium": link["medium"]}
        return {"id": "", "name": link["description"]["en"], "type": "", "medium": link["medium"]}

    def add_mentions(self, place: Json, article: Article) -> list[Json]:
        text, context = article.text, self.parameters.context
        counts: Counter[str] = Counter()
        for number, mention in enumerate(article.analysis["mentions"], 1):
            entity, target = mention["entity"], mention["target"]
            start, end = target["start"], target["end"]
            counts[entity] += 1
            self.mentions[entity].append({
                "article": article.id, "title": article.title, "lang": article.lang,
                "date": place["date"], "id": f"m{number}",
                "before": text[max(0, start - context):start],
                "exact": target["exact"], "after": text[end:end + context]})
        for record in article.analysis["attributions"]:
            for about in record["about"]:
                if about in self.entities:
                    counts[about] += 0
        for entity in counts:
            self.articles[entity].append(place)
            self.companions[entity].update(other for other in counts if other != entity)
        return self.counted(counts, len(counts))

    def add_event(self, place: Json, record: Json, number: int) -> Json:
        participants = [self.link(participant["entity"]) | {"role": participant["role"]}
                        for participant in record["participants"]]
        row: Json = {
            "event": record["id"], "type": record["type"], "name": record["title"]["en"],
            "value": record["date"], "participants": participants, "status": record["status"],
            "place": self.link(record["place"])}
        facts = self.events.setdefault(record["id"], row | {
            "titles": record["title"], "reports": 0, "attributions": 0, "disputed": ""})
        if facts["value"] != row["value"]:
            facts["disputed"] = "date disputed"
        facts["reports"] += 1
        self.reports[record["id"]].append(place | row | {
            "id": f"e{number}", "when": record["time"], "exact": record["targets"][0]["exact"]})
        self.reported[place["publisher"]][record["id"]] = facts
        for entity in [record["place"], *(participant["id"] for participant in participants)]:
            self.happened[entity][record["id"]] = facts
        return self.reports[record["id"]][-1]

    def add_label(self, place: Json, record: Json, number: int) -> Json:
        row = place | {
            "id": f"l{number}", "exact": record["target"]["exact"], "device": record["device"],
            "gloss": record["gloss"]["en"], "entity": self.link(record["entity"])}
        self.labels[record["entity"]].append(row)
        self.speech.add_label(place, record, row["id"])
        return row


TEXTS = ("statement", "press-release", "document", "letter", "report")
"""Media that do not reach a reader by themselves."""


def breaks(chain: list[Json]) -> list[str]:
    """How a chain is broken, by isnad's rules as far as these articles come under them."""
    found = {
        "unnamed": any(link["source"] is None for link in chain),
        "uncarried": len(chain) == 1 and chain[0]["medium"] in TEXTS,
        "undated": not all("date" in link for link in chain)}
    return [kind for kind, holds in found.items() if holds]


def place_of(article: Article) -> Json:
    """What every row says of the article that it comes from."""
    return {"article": article.id, "title": article.title, "lang": article.lang,
            "date": article.published[:10], "outlet": article.publisher.names["en"],
            "publisher": article.publisher.id, "summary": summary(article)}


def summary(article: Article) -> str:
    chains = [record["chain"] for record in article.analysis["attributions"]]
    originators = len({chain[0]["source"] for chain in chains})
    carriers = len({link["source"] for chain in chains for link in chain[1:]})
    return (f"{len(chains)} attributions from {originators} originators, "
            f"through {carriers} carriers.")
