"""The people, bodies, places, outlets, events and claims that the articles speak of."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

import words
from parameters import Parameters

Localized = dict[str, str]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Entity:
    id: str
    type: str
    kind: str
    names: Localized
    short: Localized
    """What later mentions call it."""
    nominal: Localized | None = None
    location: tuple[float, float] | None = None

    def record(self) -> dict[str, object]:
        """The entity object of isnad/1."""
        result: dict[str, object] = {
            "id": self.id, "type": self.type, "kind": self.kind, "names": self.names}
        if self.short != self.names:
            result["aliases"] = [self.short["ar"], self.short["en"]]
        if self.location:
            result["location"] = {"lat": self.location[0], "lon": self.location[1]}
        return result


@dataclass(frozen=True)
class Event:
    id: str
    type: str
    title: Localized
    day: date
    precision: str
    place: Entity
    participants: tuple[Entity, Entity]


@dataclass(frozen=True)
class Claim:
    id: str
    statement: Localized


@dataclass(frozen=True)
class Ranked(Generic[Item]):
    """Items in order of fame, drawn by Zipf's law."""

    items: list[Item]
    exponent: float
    cumulative: list[float] = field(init=False)

    def __post_init__(self) -> None:
        weights = (1 / rank**self.exponent for rank in range(1, len(self.items) + 1))
        object.__setattr__(self, "cumulative", list(accumulate(weights)))

    def draw(self, random: Random) -> Item:
        return random.choices(self.items, cum_weights=self.cumulative)[0]

    def draw_distinct(self, random: Random, count: int) -> list[Item]:
        drawn: dict[int, Item] = {}
        while len(drawn) < min(count, len(self.items)):
            for item in random.choices(self.items, cum_weights=self.cumulative, k=count):
                if len(drawn) < count:
                    drawn[id(item)] = item
        return list(drawn.values())


@dataclass(frozen=True)
class World:
    actors: Ranked[Entity]
    places: Ranked[Entity]
    outlets: list[Entity]
    agencies: list[Entity]
    events: Ranked[Event]
    claims: Ranked[Claim]


def make_world(parameters: Parameters) -> World:
    random = Random(f"world/{parameters.seed}")
    person_count = round(parameters.entities * parameters.person_share)
    body_count = round(parameters.entities * parameters.organization_share)
    place_count = parameters.entities - person_count - body_count
    people = [make_person(number, combination) for number, combination in enumerate(
        combinations(random, person_count, len(words.GIVEN_NAMES), len(words.MIDDLE_NAMES),
                     len(words.FAMILY_NAMES), len(words.PERSON_KINDS)), 1)]
    bodies = [make_body(number, combination) for number, combination in enumerate(
        combinations(random, body_count, len(words.BODY_FORMS), len(words.FIELDS),
                     len(words.TOWNS)), 1)]
    towns = [make_place(number, combination, random) for number, combination in enumerate(
        combinations(random, place_count, len(words.PLACE_FORMS), len(words.TOWNS)), 1)]
    actor_list = people + bodies
    random.shuffle(actor_list)
    actors = Ranked(actor_list, parameters.entity_exponent)
    places = Ranked(towns, parameters.entity_exponent)
    events = [make_event(number, actors, places, random, parameters)
              for number in range(1, parameters.events + 1)]
    claims = [make_claim(number, actors, random) for number in range(1, parameters.claims + 1)]
    return World(
        actors, places,
        make_outlets("outlet", "newspaper", parameters.outlets),
        make_outlets("agency", "news-agency", parameters.agencies),
        Ranked(events, parameters.event_exponent), Ranked(claims, parameters.claim_exponent))


def combinations(random: Random, count: int, *sizes: int) -> list[list[int]]:
    """`count` different choices of one index for each size (repeating when there are no more)."""
    total = 1
    for size in sizes:
        total *= size
    drawn = random.sample(range(total), min(count, total))
    return [mixed_radix(drawn[index % len(drawn)], sizes) for index in range(count)]


def mixed_radix(number: int, sizes: tuple[int, ...]) -> list[int]:
    digits = []
    for size in sizes:
        number, digit = divmod(number, size)
        digits.append(digit)
    return digits


def join_pairs(*pairs: words.Pair) -> Localized:
    return {"ar": " ".join(pair[0] for pair in pairs if pair[0]),
            "en": " ".join(pair[1] for pair in pairs if pair[1])}


def fill(form: words.Pair, *values: words.Pair) -> Localized:
    return {"ar": form[0].format(*(value[0] for value in values)),
            "en": form[1].format(*(value[1] for value in values))}


def make_person(number: int, choice: list[int]) -> Entity:
    given, middle, family, kind = choice
    kind_name, nominal_ar, nominal_en = words.PERSON_KINDS[kind]
    family_name = words.FAMILY_NAMES[family]
    names = join_pairs(words.GIVEN_NAMES[given], words.MIDDLE_NAMES[middle], family_name)
    return Entity(f"person-{number:04d}", "person", kind_name, names, join_pairs(family_name),
                  {"ar": nominal_ar, "en": nominal_en})


def make_body(number: int, choice: list[int]) -> Entity:
    form, subject, town = choice
    kind, arabic, english = words.BODY_FORMS[form]
    names = fill((arabic, english), words.FIELDS[subject], words.TOWNS[town])
    return Entity(f"body-{number:04d}", "organization", kind, names,
                  {"ar": arabic.split()[0] + " " + words.FIELDS[subject][0],
                   "en": words.FIELDS[subject][1] + " " + kind})


def make_place(number: int, choice: list[int], random: Random) -> Entity:
    form, town = choice
    names = fill(words.PLACE_FORMS[form], words.TOWNS[town])
    location = (round(random.uniform(25, 60), 4), round(random.uniform(-10, 50), 4))
    return Entity(f"place-{number:04d}", "place", "locality", names, names, location=location)


def make_outlets(prefix: str, kind: str, count: int) -> list[Entity]:
    if prefix == "agency":
        forms = [("وكالة أنباء {}", "{} News Agency")]
    else:
        forms = words.OUTLET_FORMS
    outlets = []
    for number in range(count):
        names = fill(forms[number % len(forms)], words.TOWNS[(number * 7 + 3) % len(words.TOWNS)])
        outlets.append(Entity(f"{prefix}-{number + 1:02d}", "organization", kind, names, names))
    return outlets


def make_event(number: int, actors: Ranked[Entity], places: Ranked[Entity], random: Random,
               parameters: Parameters) -> Event:
    first, second = actors.draw_distinct(random, 2)
    kind, arabic, english = random.choice(words.EVENT_FORMS)
    topic = random.choice(words.TOPICS)
    begin = date(parameters.first_year, 1, 1)
    days = (date(parameters.last_year, 12, 20) - begin).days
    precision = random.choices(
        ["day", "about", "month", "unknown-day", "interval"], weights=[75, 10, 8, 4, 3])[0]
    title = fill((arabic, english), pair(first.short), pair(second.short), topic)
    return Event(f"event-{number:05d}", kind, title, begin + timedelta(random.randrange(days)),
                 precision, places.draw(random), (first, second))


def make_claim(number: int, actors: Ranked[Entity], random: Random) -> Claim:
    topic = random.choice(words.TOPICS)
    subject = actors.draw(random)
    statement = fill(("{} يعرقل {}", "{} is holding up {}"), pair(subject.short), topic)
    return Claim(f"claim-{number:05d}", statement)


def pair(names: Localized) -> words.Pair:
    return names["ar"], names["en"]
