import Evidence

/// The ids inside an article's page, one way for all who make them or link to them.
///
/// What is unique in its analysis only has the number of the analysis before it where the article has
/// several: `2:a1`. Ids of isnad/1 hold no `:`, so that nothing collides.
struct Fragments {
  private let prefix: String

  /// - Parameter number: of the analysis among those of its article, from 0.
  init(analysis number: Int) {
    prefix = number == 0 ? "" : "\(number + 1):"
  }

  func attribution(_ id: String) -> String { "attribution-\(prefix)\(id)" }
  func note(_ id: String) -> String { "note-\(prefix)\(id)" }
  func content(_ id: String) -> String { "content-\(prefix)\(id)" }
  func cue(_ id: String) -> String { "cue-\(prefix)\(id)" }
  func source(_ id: String, link: Int) -> String { "source-\(prefix)\(id):\(link + 1)" }
  func linkCue(_ id: String, link: Int) -> String { "cue-\(prefix)\(id):\(link + 1)" }
  func mention(_ number: Int) -> String { "mention-\(prefix)\(number + 1)" }
  func label(_ number: Int) -> String { "label-\(prefix)\(number + 1)" }
  func time(_ id: String) -> String { "time-\(prefix)\(id)" }
  func when(_ id: String) -> String { "when-\(prefix)\(id)" }
  func event(_ id: String, target: Int) -> String { "event-\(prefix)\(id):\(target + 1)" }

  /// The further parts of a discontinuous target.
  static func part(_ id: String, _ number: Int) -> String {
    number == 0 ? id : "\(id);\(number + 1)"
  }
}

extension Views {
  func fragments(analysis: Int, article: Int) -> Fragments {
    Fragments(analysis: analysis - evidence.articles[article].analyses.lowerBound)
  }
}
