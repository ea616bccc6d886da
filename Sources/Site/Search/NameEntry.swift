import Corpus
import Evidence

/// Something that has a page and can be found by a name.
package struct NameEntry: Sendable {
  package enum Kind: String, Sendable {
    /// The name of each is the folder of its pages.
    case entities, events, claims, articles
  }

  let kind: Kind
  package let id: String
  /// What kind of entity or event it is, as `templates/strings` has it; empty for the others.
  let type: String
  /// How much of the report is about it: of two that a word finds, the greater comes first.
  let weight: Int
  /// Each with its language; empty where it is not known.
  package let names: [Localized.Entry]

  package init(kind: Kind, id: String, type: String, weight: Int, names: [Localized.Entry]) {
    self.kind = kind
    self.id = id
    self.type = type
    self.weight = weight
    self.names = names
  }
}

extension Evidence {
  /// All that the find box finds, the weightiest first, then by kind and id.
  var nameEntries: [NameEntry] {
    let all = entityNames + eventNames + claimNames + articleNames
    return all.indices.sorted { (all[$1].weight, $0) < (all[$0].weight, $1) }.map { all[$0] }
  }

  private var entityNames: [NameEntry] {
    entities.map { entity in
      NameEntry(
        kind: .entities, id: entity.id, type: entity.type.best?.rawValue ?? "other",
        weight: entity.articles.count + entity.mentions.count,
        names: Self.distinct(
          entity.names.values.map(\.value)
            + entity.aliases.values.map { Localized.Entry(lang: "", text: $0.value) },
          else: entity.id))
    }
  }

  private var eventNames: [NameEntry] {
    events.map { event in
      NameEntry(
        kind: .events, id: event.id, type: event.type.best ?? "",
        weight: event.articles.count + event.attributions.count,
        names: Self.distinct(event.titles.values.map(\.value), else: event.id))
    }
  }

  /// A claim has no words of its own: it is known by the first paraphrase of it in each language,
  /// and by the words of its first attribution.
  private var claimNames: [NameEntry] {
    claims.map { claim in
      var names = paraphrases(of: claim)
      if let first = claim.attributions.first.map({ attributions[$0] }) {
        let article = article(first)
        let words = content(of: first).spans.map { span in
          let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
          return Views.slice(article.text(of: content(of: first).field), range)
        }
        names.append(Localized.Entry(lang: article.lang, text: words.joined(separator: " … ")))
      }
      return NameEntry(
        kind: .claims, id: claim.id, type: "", weight: claim.attributions.count,
        names: Self.distinct(names, else: claim.id))
    }
  }

  private var articleNames: [NameEntry] {
    corpus.articles.indices.map { index in
      NameEntry(
        kind: .articles, id: corpus.articles[index].id, type: "",
        weight: articles[index].attributions.count,
        names: [
          Localized.Entry(lang: corpus.articles[index].lang, text: corpus.articles[index].title)
        ])
    }
  }

  private static func distinct(
    _ names: [Localized.Entry], else id: String
  ) -> [Localized.Entry] {
    var seen: Set<String> = []
    let all = names.filter { seen.insert("\($0.lang)\n\($0.text)").inserted }
    return all.isEmpty ? [Localized.Entry(lang: "", text: id)] : all
  }
}

extension Article {
  fileprivate func text(of field: Target.Field) -> String { field == .title ? title : body.text }
}
