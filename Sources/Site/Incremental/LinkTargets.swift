import Corpus
import Evidence
import Fingerprint
import Markdown

/// What authored text shows of the things that it links to.
struct LinkTargets: Sendable {
  let evidence: Evidence
  let things: ThingFingerprints
  /// By index into `Evidence.articles`.
  let sources: [Fingerprint]

  /// A text with all of its file, and what its links show.
  func add(_ text: MarkdownText, to maker: inout FingerprintMaker) {
    maker.add(text.fingerprint)
    for reference in Markdown.references(in: text.source) {
      add(reference.scheme, reference.id, to: &maker)
    }
  }

  /// What the links of an article's own text show.
  func add(_ text: ReadingText, to maker: inout FingerprintMaker) {
    for case .link(let destination) in text.pieces {
      guard let reference = Markdown.reference(of: destination) else { continue }
      add(reference.scheme, reference.id, to: &maker)
    }
  }

  private func add(_ scheme: LinkScheme, _ id: String, to maker: inout FingerprintMaker) {
    switch scheme {
    case .entity: maker.add(evidence.entity(id: id), of: things.entities)
    case .event: maker.add(evidence.event(id: id), of: things.eventLinks)
    case .article: maker.add(evidence.article(id: id), of: things.articles)
    case .claim: maker.add(evidence.claim(id: id), of: things.claims)
    case .attribution:
      let article = id.split(separator: "/", maxSplits: 1).first.map(String.init)
      maker.add(article.flatMap(evidence.article(id:)), of: sources)
    }
  }
}
