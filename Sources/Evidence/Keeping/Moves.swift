import Corpus

/// Where all that evidence refers to by its index stands once some went and others came. What still refers
/// to what went is put together again after it moved.
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
      entity.mentions = mentions.compactMap { mention in
        moves.analyses.now(mention.analysis).map {
          MentionReference(analysis: $0, mention: mention.mention)
        }
      }
      entity.labels = labels.compactMap { label in
        moves.analyses.now(label.analysis).map { LabelReference(analysis: $0, label: label.label) }
      }
    }
    entity.card = card.flatMap(moves.entityCards.now)
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
      event.reports = reports.compactMap { report in
        moves.analyses.now(report.analysis).map { EventReport(analysis: $0, event: report.event) }
      }
    }
    if !moves.entities.areSame {
      event.place.replace(moves.entities.now)
      event.participants.replace { participant in
        moves.entities.now(participant.entity).map {
          Participant(entity: $0, role: participant.role)
        }
      }
    }
    if !moves.events.areSame {
      event.partOf.replace(moves.events.now)
      event.relations.replace { relation in
        moves.events.now(relation.event).map { Relation(type: relation.type, event: $0) }
      }
    }
    event.card = card.flatMap(moves.eventCards.now)
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
        bodies: origin.bodies.compactMap(moves.entities.now),
        attributions: origin.attributions.compactMap(moves.attributions.now))
      moved.adopted = origin.adopted.compactMap(moves.attributions.now)
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
      article.entities = entities.compactMap { presence in
        moves.entities.now(presence.entity).map {
          Presence(entity: $0, mentions: presence.mentions)
        }
      }
    }
    article.publisher = publisher.flatMap(moves.entities.now)
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
