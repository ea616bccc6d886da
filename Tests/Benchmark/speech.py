"""How outlets let people speak: counts with the words themselves, by two who have to do with it."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

Json = dict[str, object]
Link = Callable[[str], Json]

RANKED = 20
"""Those with fewer attributions are not ranked: they stand in the order of their names."""


@dataclass
class Uses:
    """Words, each with how often it is used and where first."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, Json] = field(default_factory=dict)

    def add(self, word: str, place: Json, id: str) -> None:
        self.counts[word] += 1
        self.first.setdefault(word, {
            "word": word, "lang": place["lang"], "article": place["article"], "id": id})

    def rows(self) -> list[Json]:
        return [self.first[word] | {"count": count} for word, count in self.counts.most_common()]


@dataclass
class Tally:
    """What one says in the pages of another."""

    stances: defaultdict[str, Uses] = field(default_factory=lambda: defaultdict(Uses))
    directness: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.directness.total()

    def row(self, who: Json) -> Json:
        return {"who": who, "total": self.total, "stances": [
            {"stance": stance, "count": uses.counts.total(), "words": uses.rows()}
            for stance, uses in self.stances.items()], "directness": [
                {"name": name, "count": count} for name, count in self.directness.items()]}


def tallies() -> defaultdict[str, defaultdict[str, Tally]]:
    return defaultdict(lambda: defaultdict(Tally))


def uses() -> defaultdict[str, defaultdict[str, Uses]]:
    return defaultdict(lambda: defaultdict(Uses))


@dataclass
class Speech:
    speakers: defaultdict[str, defaultdict[str, Tally]] = field(default_factory=tallies)
    """By outlet; all who are not named are one."""
    outlets: defaultdict[str, defaultdict[str, Tally]] = field(default_factory=tallies)
    """By speaker."""
    labelled: defaultdict[str, defaultdict[str, Uses]] = field(default_factory=uses)
    """By outlet: of whom it uses loaded words."""
    labellers: defaultdict[str, defaultdict[str, Uses]] = field(default_factory=uses)
    """By entity: who uses loaded words of it."""

    def add_attribution(self, place: Json, record: Json) -> None:
        outlet, speaker = place["publisher"], record["chain"][0]["source"] or ""
        counted = [self.speakers[outlet][speaker]]
        if speaker:
            counted.append(self.outlets[speaker][outlet])
        for tally in counted:
            tally.stances[record["cue"]["stance"]].add(record["cue"]["lemma"], place, record["id"])
            tally.directness[record["directness"]] += 1

    def add_label(self, place: Json, record: Json, id: str) -> None:
        outlet, entity = place["publisher"], record["entity"]
        for found in (self.labelled[outlet][entity], self.labellers[entity][outlet]):
            found.add(record["target"]["exact"], place, id)


def speech_rows(found: dict[str, Tally], link: Link) -> list[Json]:
    rows = [tally.row(link(id) if id else {"name": "unnamed source"})
            for id, tally in found.items()]
    return sorted(rows, key=lambda row: (
        (-row["total"], "") if row["total"] >= RANKED else (0, row["who"]["name"])))


def label_rows(found: dict[str, Uses], link: Link) -> list[Json]:
    rows = [{"who": link(id), "words": uses.rows(), "total": uses.counts.total()}
            for id, uses in found.items()]
    return sorted(rows, key=lambda row: row["who"]["name"])
