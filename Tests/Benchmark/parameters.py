"""What the synthetic corpus is made of. Tune here; everything else follows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameters:
    articles: int
    seed: int

    # Distinct things, per article of the corpus, and their least numbers.
    entities_per_article: float = 0.15
    least_entities: int = 50
    events_per_article: float = 0.15
    least_events: int = 50
    claims_per_article: float = 0.10
    least_claims: int = 20
    outlets_per_article: float = 0.004
    least_outlets: int = 6
    most_outlets: int = 40
    agencies: int = 8

    # How often: the rank-r entity, event or claim is drawn with weight 1 / r ** exponent.
    entity_exponent: float = 1.0
    event_exponent: float = 0.6
    claim_exponent: float = 0.8
    person_share: float = 0.5
    organization_share: float = 0.3

    # One article.
    words: int = 400
    least_mentions: int = 25
    most_mentions: int = 35
    actors: int = 7
    places: int = 2
    attributions: int = 4
    claim_share: float = 0.6
    unnamed_share: float = 0.1
    discontinuous_share: float = 0.1
    disagreeing_date_share: float = 0.1
    most_labels: int = 3
    first_year: int = 2015
    last_year: int = 2024

    # The isnad source.
    articles_per_file: int = 1000

    # The Hugo site: the same as isnad's.
    rows_per_page: int = 200
    # Rows of each list on a page that has several; a longer one has pages of its own.
    shown: int = 25
    newest: int = 10
    feed_entries: int = 30
    # Code points of context on each side of a mention.
    context: int = 60

    def count(self, per_article: float, least: int) -> int:
        return max(least, round(self.articles * per_article))

    @property
    def entities(self) -> int:
        return self.count(self.entities_per_article, self.least_entities)

    @property
    def events(self) -> int:
        return self.count(self.events_per_article, self.least_events)

    @property
    def claims(self) -> int:
        return self.count(self.claims_per_article, self.least_claims)

    @property
    def outlets(self) -> int:
        return min(self.most_outlets, self.count(self.outlets_per_article, self.least_outlets))
