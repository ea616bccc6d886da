import Corpus

/// Where all that evidence refers to by its index stands once others came.
struct Moves: Sendable {
  var articles: Places
  var analyses: Places
  var entityCards: Places
  var eventCards: Places
  var entities: Places
  var events: Places
  var claims: Places
  var attributions: Places

  var areNone: Bool {
    articles.areSame && analyses.areSame && entityCards.areSame && eventCards.areSame
      && entities.areSame && events.areSame && claims.areSame
      && attributions.areSame
  }
}

extension Entity {
  func moved(_ moves: Moves) -> Entity {
    var entity = self
    if !moves.analyses.areSame {
      entity.type.move(moves.analyses)
      entity.kind.move(moves.analyses)
      entity.names.move(moves.analyses)
      entity.aliases.move(moves.analyses)
      entity.wikidata.move(moves.analyses)
      entity.location.move(moves.analyses)
      entity.reliability.move(moves.analyses)
      entity.mentions = mentions.map {
        MentionReference(analysis: moves.analyses[$0.analysis], mention: $0.mention)
      }
      entity.labels = labels.map {
        LabelReference(analysis: moves.analyses[$0.analysis], label: $0.label)
      }
    }
    entity.card = card.map { moves.entityCards[$0] }
    entity.memberOf.move(moves.entities)
    entity.members.move(moves.entities)
    entity.articles.move(moves.articles)
    entity.said.move(moves.attributions)
    entity.saidAbout.move(moves.attributions)
    entity.relayed.move(moves.attributions)
    entity.published.move(moves.attributions)
    entity.publications.move(moves.articles)
    entity.circles.move(moves.claims)
    entity.events.move(moves.events)
    entity.reported.move(moves.events)
    return entity
  }
}

extension Event {
  func moved(_ moves: Moves) -> Event {
    var event = self
    if !moves.analyses.areSame {
      event.type.move(moves.analyses)
      event.titles.move(moves.analyses)
      event.date.move(moves.analyses)
      event.place.move(moves.analyses)
      event.participants.move(moves.analyses)
      event.status.move(moves.analyses)
      event.isNegative.move(moves.analyses)
      event.certainty.move(moves.analyses)
      event.partOf.move(moves.analyses)
      event.relations.move(moves.analyses)
      event.reports = reports.map {
        EventReport(analysis: moves.analyses[$0.analysis], event: $0.event)
      }
    }
    if !moves.entities.areSame {
      event.place.replace { moves.entities[$0] }
      event.participants.replace {
        Participant(entity: moves.entities[$0.entity], role: $0.role)
      }
    }
    if !moves.events.areSame {
      event.partOf.replace { moves.events[$0] }
      event.relations.replace { Relation(type: $0.type, event: moves.events[$0.event]) }
    }
    event.card = card.map { moves.eventCards[$0] }
    event.parts.move(moves.events)
    event.articles.move(moves.articles)
    event.attributions.move(moves.attributions)
    event.endorsed.move(moves.attributions)
    event.distanced.move(moves.attributions)
    return event
  }
}

extension Claim {
  func moved(_ moves: Moves) -> Claim {
    var claim = self
    claim.attributions.move(moves.attributions)
    claim.origins = origins.map { origin in
      var moved = Origin(
        bodies: origin.bodies.map { moves.entities[$0] },
        attributions: origin.attributions.map { moves.attributions[$0] })
      moved.adopted = origin.adopted.map { moves.attributions[$0] }
      return moved
    }
    for index in circles.indices {
      claim.circles[index].bodies.move(moves.entities)
      claim.circles[index].attributions.move(moves.attributions)
      claim.circles[index].feeders.move(moves.entities)
    }
    claim.earliest.candidates.move(moves.articles)
    claim.earliest.undated.move(moves.articles)
    return claim
  }
}

extension Attribution {
  func moved(_ moves: Moves) -> Attribution {
    var attribution = Attribution(
      article: moves.articles[article], analysis: moves.analyses[analysis], record: record,
      sources: sources.map { $0.map { moves.entities[$0] } },
      outlet: outlet.map { moves.entities[$0] },
      aboutEntities: aboutEntities.map { moves.entities[$0] },
      aboutEvents: aboutEvents.map { moves.events[$0] },
      claim: claim.map { moves.claims[$0] })
    attribution.breaks = breaks
    return attribution
  }
}

extension ArticleEvidence {
  /// All but its attributions, of which there may be more or fewer, and its analyses.
  func moved(_ moves: Moves) -> ArticleEvidence {
    var article = self
    article.events.move(moves.events)
    if !moves.entities.areSame {
      article.entities = entities.map {
        Presence(entity: moves.entities[$0.entity], mentions: $0.mentions)
      }
    }
    article.publisher = publisher.map { moves.entities[$0] }
    return article
  }
}

extension Tag {
  func moved(_ moves: Moves) -> Tag {
    var tag = self
    tag.articles.move(moves.articles)
    tag.events.move(moves.events)
    return tag
  }
}

extension BrokenChains {
  func moved(_ moves: Moves) -> BrokenChains {
    var broken = self
    broken.all.move(moves.attributions)
    broken.byKind = byKind.mapValues { $0.map { moves.attributions[$0] } }
    return broken
  }
}
