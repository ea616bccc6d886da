import Corpus
import Evidence
import Fingerprint

/// The pages of entities, sources, events, claims and tags: each depends on all that is listed on it,
/// shown or not, since pictures and tables count it.
extension PageFingerprints {
  func entity(_ index: Int) -> Fingerprint {
    let entity = evidence.entities[index]
    return key.fingerprint {
      $0.add(entityRow(index))
      addWitnesses(of: entity, to: &$0)
      $0.add(entity.memberOf, of: things.entities)
      $0.add(entity.members, of: things.entities)
      $0.add(briefs[entity.id, .entity])
      addNote(entity.card.map { evidence.corpus.entityCards[$0].note }, to: &$0)
      $0.add(entity.events, of: things.events)
      $0.add(entity.said, of: articles.attributions)
      $0.add(entity.saidAbout, of: articles.attributions)
      $0.add(entity.relayed, of: articles.attributions)
      // With whom it appears, and when: all that its articles say of others.
      $0.add(entity.articles, of: articles.contents)
      $0.add(entity.mentions.count)
      for mention in entity.mentions.prefix(Limits.shown) { add(mention, to: &$0) }
      $0.add(entity.labels.count)
      for label in entity.labels { add(label, to: &$0) }
    }
  }

  func source(_ index: Int) -> Fingerprint {
    let entity = evidence.entities[index]
    return key.fingerprint {
      $0.add(things.entities[index])
      $0.add(entity.said, of: articles.attributions)
      $0.add(entity.relayed, of: articles.attributions)
      $0.add(entity.published, of: articles.attributions)
      $0.add(entity.publications, of: articles.contents)
      $0.add(entity.reported, of: things.events)
      for claim in evidence.entities[evidence.bodies[index]].circles {
        $0.add(things.claims[claim])
        addCircles(of: evidence.claims[claim], to: &$0)
      }
    }
  }

  func event(_ index: Int) -> Fingerprint {
    let event = evidence.events[index]
    return key.fingerprint {
      $0.add(things.events[index])
      $0.add(event.parts, of: things.events)
      $0.add(briefs[event.id, .event])
      addNote(event.card.map { evidence.corpus.eventCards[$0].note }, to: &$0)
      $0.add(event.articles, of: articles.words)
      $0.add(event.reports.count)
      for report in event.reports { add(report, to: &$0) }
      $0.add(event.attributions, of: articles.attributions)
      $0.add(event.endorsed, of: articles.attributions)
      $0.add(event.distanced, of: articles.attributions)
    }
  }

  func claim(_ index: Int) -> Fingerprint {
    let claim = evidence.claims[index]
    return key.fingerprint {
      $0.add(claimRow(index))
      $0.add(claim.attributions, of: articles.attributions)
      for origin in claim.origins {
        $0.add(origin.bodies, of: things.entities)
        $0.add(origin.attributions, of: articles.attributions)
        $0.add(origin.adopted, of: articles.attributions)
      }
      $0.add(claim.earliest.candidates, of: things.articles)
      $0.add(claim.earliest.undated, of: things.articles)
      $0.add(claim.earliest.isOnly)
      addCircles(of: claim, to: &$0)
    }
  }

  func tag(_ index: Int) -> Fingerprint {
    let tag = evidence.tags[index]
    return key.fingerprint {
      $0.add(things.tags[index])
      $0.add(tag.articles, of: things.articles)
      $0.add(tag.events, of: things.events)
    }
  }

  // MARK: Parts

  private func addCircles(of claim: Claim, to maker: inout FingerprintMaker) {
    maker.add(claim.circles.count)
    for circle in claim.circles {
      maker.add(circle.bodies, of: things.entities)
      maker.add(circle.feeders, of: things.entities)
      maker.add(circle.attributions, of: articles.attributions)
      maker.add(circle.isFedUnnamed)
      maker.add(circle.isNegative)
    }
  }

  private func addNote(_ note: MarkdownText?, to maker: inout FingerprintMaker) {
    maker.add(note != nil)
    if let note { targets.add(note, to: &maker) }
  }

  /// In which articles each value is given.
  private func addWitnesses(of entity: Entity, to maker: inout FingerprintMaker) {
    func add<Value>(_ witnesses: Witnesses<Value>) {
      maker.add(witnesses.values.count)
      for value in witnesses.values {
        maker.add(value.witnesses.count)
        for witness in value.witnesses {
          maker.add(evidence.article(of: witness), of: things.articles)
        }
      }
    }
    add(entity.type)
    add(entity.kind)
    add(entity.wikidata)
    add(entity.location)
    add(entity.reliability)
  }

  // MARK: Rows

  func add(_ mention: MentionReference, to maker: inout FingerprintMaker) {
    addWords(ofAnalysis: mention.analysis, to: &maker)
    maker.add(mention.mention)
  }

  func add(_ label: LabelReference, to maker: inout FingerprintMaker) {
    addWords(ofAnalysis: label.analysis, to: &maker)
    maker.add(label.label)
    let entity = evidence.corpus.analyses[label.analysis].labels[label.label].entity
    maker.add(evidence.entity(id: entity), of: things.entities)
  }

  func add(_ report: EventReport, to maker: inout FingerprintMaker) {
    addWords(ofAnalysis: report.analysis, to: &maker)
    maker.add(report.event)
  }

  private func addWords(ofAnalysis number: Int, to maker: inout FingerprintMaker) {
    let article = evidence.articleOfAnalysis[number]
    maker.add(articles.words[article])
    maker.add(number - evidence.articles[article].analyses.lowerBound)
  }
}
