import Evidence
import Fingerprint

/// The further pages of lists: each depends on its own rows, and on how many pages there are; where
/// their order, or a table, has to be found from all of the list, on all of it.
extension PageFingerprints {
  func list(_ list: PageJob.List, _ page: Int, _ lists: LastList) -> Fingerprint {
    let rows = rows(of: list, page, lists)
    return key.fingerprint {
      $0.add(owner(of: list))
      $0.add(rows)
    }
  }

  /// What a page of a list names as whose it is.
  private func owner(of list: PageJob.List) -> Fingerprint {
    switch list {
    case .entityEvents(let index), .entitySaid(let index), .entitySaidAbout(let index),
      .entityRelayed(let index), .entityLabels(let index), .entityMentions(let index),
      .entityArticles(let index), .entityMembers(let index), .entityOutlets(let index),
      .entityLabellers(let index),
      .sourcePublished(let index), .sourceArticles(let index), .sourceEvents(let index),
      .sourceSpeakers(let index), .sourceLabelled(let index):
      things.entities[index]
    case .eventParts(let index), .eventReports(let index), .eventAttributions(let index),
      .eventEndorsed(let index), .eventDistanced(let index):
      things.eventLinks[index]
    case .claimAttributions(let index): things.claims[index]
    case .tagArticles(let index), .tagEvents(let index): things.tags[index]
    case .articleDiffering(let index), .articleSpeakers(let index), .articleAttributions(let index),
      .articleEvents(let index), .articleTimes(let index), .articleLabels(let index),
      .articleEntities(let index):
      articles.pages[index]
    }
  }

  private func rows(
    of list: PageJob.List, _ page: Int, _ lists: LastList
  ) -> Fingerprint {
    let entities = evidence.entities
    switch list {
    case .entityEvents(let index): return events(entities[index].events, list, page, lists)
    case .sourceEvents(let index): return events(entities[index].reported, list, page, lists)
    case .tagEvents(let index): return events(evidence.tags[index].events, list, page, lists)
    case .eventParts(let index): return events(evidence.events[index].parts, list, page, lists)
    case .entitySaid(let index): return attributions(entities[index].said, page)
    case .entitySaidAbout(let index): return attributions(entities[index].saidAbout, page)
    case .entityRelayed(let index): return attributions(entities[index].relayed, page)
    case .sourcePublished(let index): return attributions(entities[index].published, page)
    case .eventAttributions(let index):
      return attributions(evidence.events[index].attributions, page)
    case .eventEndorsed(let index): return attributions(evidence.events[index].endorsed, page)
    case .eventDistanced(let index): return attributions(evidence.events[index].distanced, page)
    case .claimAttributions(let index):
      return attributions(evidence.claims[index].attributions, page)
    case .entityArticles(let index): return articleRows(entities[index].articles, page)
    case .sourceArticles(let index): return articleRows(entities[index].publications, page)
    case .tagArticles(let index): return articleRows(evidence.tags[index].articles, page)
    case .entityMembers(let index):
      return rows(entities[index].members, page) { $0.add(entityRow($1)) }
    case .articleEntities(let index):
      return rows(evidence.articles[index].entities.map(\.entity), page) { $0.add(entityRow($1)) }
    case .entityLabels(let index):
      let labels = entities[index].labels
      return rows(labels.indices, page) { add(labels[$1], to: &$0) }
    case .entityMentions(let index):
      let mentions = entities[index].mentions
      return rows(mentions.indices, page) { add(mentions[$1], to: &$0) }
    case .eventReports(let index): return whole(.list(list), lists) { $0.add(event(index)) }
    case .entityOutlets(let index): return tallies(entities[index].said, list, lists)
    case .sourceSpeakers(let index): return tallies(entities[index].published, list, lists)
    case .entityLabellers(let index):
      return whole(.list(list), lists) { maker in
        for label in entities[index].labels { add(label, to: &maker) }
      }
    case .sourceLabelled(let index):
      return whole(.list(list), lists) { addLabels(of: entities[index].publications, to: &$0) }
    // An article's own lists depend on all that its page does: see `owner`.
    case .articleDiffering, .articleSpeakers, .articleAttributions, .articleEvents, .articleTimes,
      .articleLabels:
      return .none
    }
  }

  /// Of its other rows a page shows what decides their order, and counts them by their dates.
  private func events(
    _ events: [Int], _ list: PageJob.List, _ page: Int, _ lists: LastList
  ) -> Fingerprint {
    let order = whole(.list(list), lists) { $0.add(events, of: things.eventOrders) }
    return key.fingerprint {
      $0.add(order)
      $0.add(rows(events, page) { $0.add(things.events[$1]) })
    }
  }

  /// A table that counts how attributions speak.
  private func tallies(
    _ attributions: [Int], _ list: PageJob.List, _ lists: LastList
  ) -> Fingerprint {
    whole(.list(list), lists) { $0.add(attributions, of: articles.attributions) }
  }

  private func addLabels(of list: [Int], to maker: inout FingerprintMaker) {
    maker.add(list.count)
    for analysis in list.lazy.flatMap({ evidence.articles[$0].analyses }) {
      let labels = evidence.corpus.analyses[analysis].labels.indices
      for label in labels {
        add(LabelReference(analysis: analysis, label: label), to: &maker)
      }
    }
  }

  private func attributions(_ attributions: [Int], _ page: Int) -> Fingerprint {
    rows(attributions, page) { $0.add(articles.attributions[$1]) }
  }

  private func articleRows(_ list: [Int], _ page: Int) -> Fingerprint {
    rows(list, page) { $0.add(things.articles[$1]) }
  }
}
