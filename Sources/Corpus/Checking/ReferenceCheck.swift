import ByteCoding
import Diagnostics

extension CorpusChecker {
  /// Everything that names a thing of the corpus must name one that is there.
  mutating func checkReferences() {
    let dangling = gathered.references.filter { reference in
      reference.scope == .attribution
        || !known.contains(reference.id, reference.scope) && !isUnread(reference)
    }
    // In order, since only so many of them are given their nearest id.
    for reference in dangling.sorted(by: { $0.place < $1.place }) {
      if reference.scope == .attribution { checkAttribution(reference) } else { tell(reference) }
    }
  }

  private func isUnread(_ reference: Reference) -> Bool {
    switch reference.scope {
    case .article, .entity, .event, .entityOrEvent: known.isUnread(reference.id)
    case .claim, .attribution: false
    }
  }

  private mutating func tell(_ reference: Reference) {
    let (id, scope) = (reference.id, reference.scope)
    if scope == .article, known.isDraft(id) { return tellDraft(id, reference) }
    let others = [Scope.entity, .event, .article, .claim].filter {
      $0 != scope && known.contains(id, $0)
    }
    let remedy: String
    var notes: [Diagnostic.Note] = []
    if let other = others.first, scope != .entityOrEvent || other == .article || other == .claim {
      remedy =
        reference.isLink
        ? "write “\(other.noun):\(id)”" : "give the id of \(scope.name), or leave it out"
      if let place = known.place(id, other) {
        notes = [.init("it is the id of \(other.name)", at: places.place(place))]
      }
    } else if let nearest = known.nearest(id, scope) {
      remedy = "did you mean “\(nearest)”?"
    } else {
      remedy = Self.remedy(scope)
    }
    report(
      "reference/unknown-\(scope == .entityOrEvent ? "entity" : scope.noun)",
      "“\(id.shortened)” is not the id of \(scope.name)", at: reference.place, remedy,
      notes: notes + unreadNotes())
  }

  private static func remedy(_ scope: Scope) -> String {
    switch scope {
    case .entity:
      "declare it under “entities” of an analysis, or in a card under content/entities/"
    case .event, .entityOrEvent:
      "declare it in an analysis, or in a card under content/\(scope == .event ? "events" : "entities")/"
    case .article: "an article has the id that its “id” gives, or else its file's name"
    case .claim: "a claim is declared by the key “claim” of an attribution"
    case .attribution: "write “attribution:ARTICLE/ID”"
    }
  }

  private mutating func tellDraft(_ article: String, _ reference: Reference) {
    report(
      "reference/draft", "the article “\(article)” is a draft, which is left out",
      at: reference.place,
      "take “draft: true” out of the article, take this out, or build with --drafts")
  }

  // MARK: Attributions

  private mutating func checkAttribution(_ reference: Reference) {
    let parts = reference.id.utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return report(
        "reference/unknown-attribution",
        "“\(reference.id.shortened)” does not say of which article the attribution is",
        at: reference.place, "write “attribution:ARTICLE/ID”")
    }
    let article = String(Substring(parts[0]))
    let id = String(Substring(parts[1]))
    if known.isDraft(article) { return tellDraft(article, reference) }
    if known.isUnread(article), !known.contains(article, .article) { return }
    guard known.contains(article, .article) else {
      return report(
        "reference/unknown-attribution", "“\(article.shortened)” is not the id of an article",
        at: reference.place,
        known.nearest(article, .article).map { "did you mean “attribution:\($0)/\(id)”?" }
          ?? "write “attribution:ARTICLE/ID”", notes: unreadNotes())
    }
    let attributions = known.attributions(of: article, gathered.analyses)
    guard !attributions.contains(TextKey(id)), !known.isLost(attribution: reference.id) else {
      return
    }
    report(
      "reference/unknown-attribution",
      "the article “\(article)” has no attribution “\(id.shortened)”", at: reference.place,
      Nearest.name(to: id, among: attributions.map(\.text)).map { "did you mean “\($0)”?" }
        ?? (attributions.isEmpty ? "no analysis of it has attributions" : nil),
      notes: unreadNotes())
  }

  /// Where files could not be read, what is missing may be in them.
  func unreadNotes() -> [Diagnostic.Note] {
    guard let first = gathered.unreadPlaces.min(by: { ($0.file, $0.line) < ($1.file, $1.line) })
    else { return [] }
    let more = gathered.unreadPlaces.count - 1
    let others = more == 0 ? "" : " and \(more) more"
    let line = first.excerpt.isEmpty ? "" : " line \(first.line)"
    return [
      .init("it may be declared in \(first.file)\(line)\(others), which could not be read")
    ]
  }
}
