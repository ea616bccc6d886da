import Corpus
import Evidence
import Markdown
import Mustache

/// Authored and composed Markdown as a page shows it.
struct Prose {
  let html: HTML
  let lang: String
  let dir: String
  /// The Markdown itself.
  let source: String

  static let none = Prose(html: HTML([]), lang: "", dir: "", source: "")

  var isEmpty: Bool { source.isEmpty }
}

extension Views {
  /// - Parameters:
  ///   - page: that it stands on.
  ///   - headingShift: what is added to the level of a heading. As it is written, `##` comes first
  ///     below the title; below a page's own `<h2>`, it is an `<h3>`.
  func prose(_ source: String, lang: String?, on page: Route, headingShift: Int = 1) -> Prose {
    let lang = lang ?? languages[0]
    var html: [UInt8] = []
    Markdown.html(source, headingShift: headingShift, into: &html) { reference in
      target(of: reference.scheme, reference.id).map {
        LinkTarget(address: page.link(to: $0.path), title: $0.name.text)
      }
    }
    return Prose(html: HTML(html), lang: lang, dir: dir(of: lang), source: source)
  }

  func note(_ text: MarkdownText?, on page: Route) -> Prose {
    guard let text, !text.source.isEmpty else { return .none }
    return prose(text.source, lang: text.lang ?? corpus.site.languages.first, on: page)
  }

  /// What a link of one of the project's own schemes leads to. Dangling ones were told when the
  /// content was read.
  func target(of scheme: LinkScheme, _ id: String) -> LinkView? {
    switch scheme {
    case .entity:
      return evidence.entity(id: id).map {
        LinkView(path: entity($0).path, name: entity($0).name)
      }
    case .event: return evidence.event(id: id).map(eventLink)
    case .article:
      return evidence.article(id: id).map {
        LinkView(path: article($0).path, name: article($0).title)
      }
    case .claim:
      return evidence.claim(id: id).map {
        LinkView(path: claim($0).path, name: claim($0).title)
      }
    case .attribution:
      let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let article = evidence.article(id: parts[0]) else { return nil }
      let found = evidence.articles[article].attributions.first {
        evidence.id(of: evidence.attributions[$0]) == parts[1]
      }
      return found.map {
        LinkView(path: attributionPath($0), name: quote(evidence.attributions[$0]))
      }
    }
  }
}
