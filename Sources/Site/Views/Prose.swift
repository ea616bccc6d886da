import Corpus
import Evidence
import Markdown

/// Authored and composed Markdown as a page shows it.
struct Prose {
  let html: [UInt8]
  let lang: String
  let dir: String
  /// The Markdown itself.
  let source: String

  static let none = Prose(html: [], lang: "", dir: "", source: "")

  var isEmpty: Bool { source.isEmpty }
}

extension Views {
  /// - Parameter root: the way from the page to the site's root.
  func prose(_ source: String, lang: String?, root: String) -> Prose {
    let lang = lang ?? languages[0]
    var html: [UInt8] = []
    Markdown.html(source, into: &html) { reference in
      target(of: reference).map { MarkdownTarget(address: root + $0.path, text: $0.name.text) }
    }
    return Prose(html: html, lang: lang, dir: dir(of: lang), source: source)
  }

  func note(_ text: MarkdownText?, root: String) -> Prose {
    guard let text, !text.source.isEmpty else { return .none }
    return prose(text.source, lang: corpus.site.languages.first, root: root)
  }

  /// What a link of one of the project's own schemes leads to. Dangling ones were told when the
  /// content was read.
  func target(of reference: LinkReference) -> LinkView? {
    switch reference.scheme {
    case .entity:
      return evidence.entity(id: reference.id).map {
        LinkView(path: entity($0).path, name: entity($0).name)
      }
    case .event: return evidence.event(id: reference.id).map(eventLink)
    case .article:
      return evidence.article(id: reference.id).map {
        LinkView(path: article($0).path, name: article($0).title)
      }
    case .claim:
      return evidence.claim(id: reference.id).map {
        LinkView(path: claim($0).path, name: claim($0).title)
      }
    case .attribution:
      let parts = reference.id.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let article = evidence.article(id: parts[0]) else { return nil }
      let found = evidence.articles[article].attributions.first {
        evidence.record(evidence.attributions[$0]).id == parts[1]
      }
      return found.map {
        LinkView(path: attributionPath($0), name: quote(evidence.attributions[$0]))
      }
    }
  }
}
