"""Composes one synthetic article with its analysis."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from random import Random

import dates
import words
from parameters import Parameters
from prose import Prose, Target
from world import Claim, Entity, Event, World

Json = dict[str, object]


@dataclass(frozen=True)
class Article:
    id: str
    lang: str
    title: str
    publisher: Entity
    credit: list[Entity]
    entities: list[Entity]
    published: str
    text: str
    paragraphs: list[str]
    """The text with its spans, as HTML."""
    analysis: Json

    def record(self) -> Json:
        """The article object of isnad/1."""
        return {"id": self.id, "title": self.title, "lang": self.lang,
                "publisher": self.publisher.id, "published": self.published,
                "credit": [agency.id for agency in self.credit], "text": self.text}


def make_articles(world: World, parameters: Parameters) -> Iterator[Article]:
    for number in range(1, parameters.articles + 1):
        yield Composer(number, world, parameters).compose()


class Composer:
    def __init__(self, number: int, world: World, parameters: Parameters) -> None:
        self.random = Random(f"article/{parameters.seed}/{number}")
        self.world = world
        self.parameters = parameters
        self.id = f"article-{number:06d}"
        self.lang = words.LANGUAGES[number % 2]
        self.prose = Prose()
        self.named: dict[str, Entity] = {}
        self.introduced: set[str] = set()
        self.mentions: list[Json] = []
        self.times: list[Json] = []
        self.events: list[Json] = []
        self.attributions: list[Json] = []
        self.labels: list[Json] = []

    def compose(self) -> Article:
        random, world, parameters = self.random, self.world, self.parameters
        main = world.events.draw(random)
        background = self.earlier_event(main)
        published = main.day + timedelta(random.choices([0, 1, 2, 3], weights=[2, 5, 2, 1])[0])
        publisher = self.name(random.choice(world.outlets))
        agencies = [self.name(agency)
                    for agency in random.sample(world.agencies, random.choice([1, 2]))]
        self.actors = world.actors.draw_distinct(random, parameters.actors)
        self.scenes = world.places.draw_distinct(random, parameters.places)
        mentions = random.randint(parameters.least_mentions, parameters.most_mentions)

        self.write_event(main, published)
        for index in range(parameters.attributions):
            about = main if index % 2 == 0 else background
            self.write_attribution(agencies, about, published)
        self.write_event(background, published)
        for _ in range(random.randint(1, parameters.most_labels)):
            self.write_label()
        self.write_filler(mentions)
        text, paragraphs = self.prose.finish()
        return Article(
            self.id, self.lang, self.headline(main), publisher, agencies,
            list(self.named.values()),
            self.timestamp(published), text, paragraphs, self.analysis())

    def analysis(self) -> Json:
        return {
            "format": "isnad/1", "article": self.id, "offsetUnit": "codepoint",
            "generator": {"name": "benchmark", "version": "1", "method": "model",
                          "at": "2025-01-01T00:00:00Z"},
            "entities": [entity.record() for entity in self.named.values()],
            "mentions": self.mentions, "times": self.times, "events": self.events,
            "attributions": self.attributions, "labels": self.labels}

    def headline(self, event: Event) -> str:
        title, place = event.title[self.lang], event.place.names[self.lang]
        return f"{title} في {place}" if self.lang == "ar" else f"{title} in {place}"

    def timestamp(self, published: date) -> str:
        """A third of the articles tell the hour."""
        if self.random.randrange(3):
            return published.isoformat()
        moment = datetime.combine(published, time(self.random.randrange(24)), timezone.utc)
        return moment.isoformat().replace("+00:00", "Z")

    def earlier_event(self, main: Event) -> Event:
        """Of a few drawn, the last before `main`."""
        others = [event for event in self.world.events.draw_distinct(self.random, 6)
                  if event.id != main.id]
        before = [event for event in others if event.day < main.day]
        return max(before, key=lambda event: event.day) if before else others[0]

    def name(self, entity: Entity) -> Entity:
        self.named[entity.id] = entity
        return entity

    def pick(self, table: dict[str, list[str]]) -> str:
        return self.random.choice(table[self.lang])

    def say(self, arabic: str, english: str) -> None:
        self.prose.write(arabic if self.lang == "ar" else english)

    # Spans

    def mention(self, entity: Entity) -> Target:
        self.name(entity)
        form, text = "name", entity.names[self.lang]
        if entity.id in self.introduced:
            if entity.nominal and self.random.random() < 0.2:
                form, text = "nominal", entity.nominal[self.lang]
            else:
                text = entity.short[self.lang]
        self.introduced.add(entity.id)
        number = len(self.mentions) + 1
        attributes = f'id="m{number}" class="mention {entity.type}"'
        with (self.prose.span("span", attributes) as target,
              self.prose.element("a", f'href="/entities/{entity.id}/"')):
            self.prose.write(text)
        self.mentions.append({"entity": entity.id, "target": target, "form": form})
        return target

    def time(self, day: date, precision: str, published: date) -> Json:
        near = dates.relative(day, published, self.lang) if precision == "day" else None
        value = dates.edtf(day, precision)
        time_id = f"t{len(self.times) + 1}"
        attributes = f'id="{time_id}" class="when" title="{value}" datetime="{value}"'
        with self.prose.span("time", attributes) as target:
            self.prose.write(near[0] if near else dates.in_words(day, precision, self.lang))
        record: Json = {"id": time_id, "target": target, "value": value}
        if near:
            record |= {"anchor": "publication", "rule": near[1]}
        self.times.append(record)
        return record

    # Paragraphs

    def write_event(self, event: Event, published: date) -> None:
        day, precision = event.day, event.precision
        if self.random.random() < self.parameters.disagreeing_date_share:
            day, precision = day - timedelta(1), "day"
        first, second = event.participants
        self.clause()
        self.say("، ", ", and ")
        with self.prose.span("span", f'class="event" id="e{len(self.events) + 1}"') as target:
            self.mention(first)
            self.say(" و", " and ")
            self.mention(second)
            self.say(" بحثا الأمر في ", " took the matter up in ")
            self.mention(event.place)
        self.prose.write(" ")
        time_record = self.time(day, precision, published)
        self.prose.write(". ")
        self.clause(end=True)
        self.prose.end_paragraph()
        record: Json = {
            "id": event.id, "type": event.type, "title": event.title,
            "date": time_record["value"], "time": time_record["id"], "place": event.place.id,
            "participants": [{"entity": first.id, "role": "actor"},
                             {"entity": second.id, "role": "counterpart"}],
            "targets": [target], "status": self.random.choice(["reported", "confirmed"])}
        if self.events:
            record["relations"] = [{"type": "before", "event": self.events[0]["id"]}]
        self.events.append(record)

    def write_attribution(self, agencies: list[Entity], about: Event, published: date) -> None:
        random = self.random
        attribution_id = f"a{len(self.attributions) + 1}"
        stance = random.choices(list(words.CUES), weights=[70, 10, 15, 5])[0]
        directness = random.choices(["direct", "indirect", "mixed"], weights=[45, 40, 15])[0]
        split = directness == "direct" and random.random() < self.parameters.discontinuous_share
        chain: list[Json] = []
        targets: list[Target] = []
        claim = (self.world.claims.draw(random)
                 if random.random() < self.parameters.claim_share else None)
        if split:
            targets.append(self.content(attribution_id, "", quoted=True))
            self.say("، ", ", ")
        cue = self.speaker_and_cue(attribution_id, stance, chain)
        for carrier in self.carriers(agencies):
            self.carrier(carrier, chain)
        if directness == "indirect":
            self.say(" أن ", " that ")
        else:
            self.say(": ", ": ")
        part = "-2" if split else ""
        targets.append(self.content(attribution_id, part, quoted=directness != "indirect"))
        self.prose.write(". ")
        self.clause(end=True)
        self.prose.end_paragraph()
        self.attributions.append(self.attribution_record(
            attribution_id, targets, cue, directness, chain, about, claim))

    def attribution_record(
        self, attribution_id: str, targets: list[Target], cue: Json, directness: str,
        chain: list[Json], about: Event, claim: Claim | None,
    ) -> Json:
        random = self.random
        record: Json = {
            "id": attribution_id, "content": targets if len(targets) > 1 else targets[0],
            "cue": cue, "directness": directness, "chain": chain,
            "about": [self.name(random.choice(self.actors)).id, about.id]}
        if claim:
            record |= {"claim": claim.id, "paraphrase": claim.statement}
        if random.random() < 0.05:
            record["polarity"] = "negative"
        if random.random() < 0.2:
            record["certainty"] = random.choice(["certain", "probable", "possible"])
        if random.random() < 0.1:
            record["credibility"] = random.randint(1, 6)
        return record

    def speaker_and_cue(self, attribution_id: str, stance: str, chain: list[Json]) -> Json:
        form, lemma = self.random.choice(words.CUES[stance][self.lang])
        if self.lang == "ar":
            cue_target = self.cue(attribution_id, stance, form)
            self.prose.write(" ")
            self.speaker(chain)
        else:
            self.speaker(chain)
            self.prose.write(" ")
            cue_target = self.cue(attribution_id, stance, form)
        medium, arabic, english = self.random.choice(words.MEDIA)
        self.say(f" {arabic}", f" {english}")
        chain[0]["medium"] = medium
        return {"target": cue_target, "lemma": lemma, "stance": stance}

    def cue(self, attribution_id: str, stance: str, form: str) -> Target:
        attributes = f'id="{attribution_id}-cue" class="cue {stance}" title="{stance}"'
        with self.prose.span("span", attributes) as target:
            self.prose.write(form)
        return target

    def speaker(self, chain: list[Json]) -> None:
        if self.random.random() < self.parameters.unnamed_share:
            arabic, english = self.random.choice(words.UNNAMED)
            self.say(arabic, english)
            chain.append({"source": None, "description": {"ar": arabic, "en": english}})
        else:
            speaker = self.random.choice(self.actors)
            chain.append({"source": speaker.id, "target": self.mention(speaker)})

    def carriers(self, agencies: list[Entity]) -> list[Entity]:
        further = self.random.choices([0, 1, 2], weights=[50, 35, 15])[0]
        others = [outlet for outlet in self.world.outlets if outlet.id not in self.named]
        return [agencies[0], self.random.choice(others)][:further]

    def carrier(self, carrier: Entity, chain: list[Json]) -> None:
        first = len(chain) == 1
        if first:
            self.say(" نقلته ", " carried by ")
        else:
            self.say("، بحسب ", ", according to ")
        chain.append({"source": carrier.id, "medium": "wire" if first else "website",
                      "target": self.mention(carrier)})

    def content(self, attribution_id: str, part: str, quoted: bool) -> Target:
        if quoted:
            self.say("«", "“")
        attributes = f'id="{attribution_id}{part}" class="content"'
        with self.prose.span("span", attributes) as target:
            self.prose.mark(f'<a class="ref" href="#note-{attribution_id}" '
                            f'aria-label="chain {attribution_id}"></a>')
            self.clause(self.random.choice(self.actors))
            if not part:
                self.say(" و", " and ")
                self.clause()
        if quoted:
            self.say("»", "”")
        return target

    def write_label(self) -> None:
        device, arabic, english = self.random.choice(words.LABELS)
        entity = self.random.choice(self.actors)
        attributes = f'class="label {device}" id="l{len(self.labels) + 1}"'
        self.clause()
        self.say(" مع ", " with ")
        if self.lang == "ar":
            self.mention(entity)
            self.prose.write(" ")
        with self.prose.span("span", attributes) as target:
            self.say(arabic, english)
        if self.lang == "en":
            self.prose.write(" ")
            self.mention(entity)
        self.prose.write(". ")
        self.labels.append({
            "entity": entity.id, "target": target, "device": device,
            "gloss": {"ar": f"وصف «{arabic}»", "en": f"the words “{english}”"}})

    def write_filler(self, mentions: int) -> None:
        """Brings the article to its count of mentions, then of words."""
        sentences = 0
        while len(self.mentions) < mentions or self.prose.words < self.parameters.words:
            missing = len(self.mentions) < mentions
            subject = self.random.choice(self.actors + self.scenes) if missing else None
            self.clause(subject, end=True)
            sentences += 1
            if sentences % 4 == 0:
                self.prose.end_paragraph()
        if sentences % 4:
            self.prose.end_paragraph()

    def clause(self, subject: Entity | None = None, end: bool = False) -> None:
        """Ten words or so, beginning with `subject` or a common noun."""
        if self.lang == "ar":
            self.prose.write(self.pick(words.VERBS) + " ")
        if subject:
            self.mention(subject)
        else:
            self.prose.write(self.noun_phrase())
        rest = [] if self.lang == "ar" else [self.pick(words.VERBS)]
        rest += [self.noun_phrase(), self.pick(words.PREPOSITIONS), self.noun_phrase()]
        self.prose.write(" " + " ".join(rest) + (". " if end else ""))

    def noun_phrase(self) -> str:
        noun, adjective = self.pick(words.NOUNS), self.pick(words.ADJECTIVES)
        return f"{noun} {adjective}" if self.lang == "ar" else f"the {adjective} {noun}"
