import ByteCoding

extension KeptContent {
  /// - Parameters:
  ///   - parts: as they were written, in their order; others among them count for nothing.
  ///   - jobs: how many are read at once, at least 1.
  /// - Returns: `nil` where they are not what was written, or the task is cancelled.
  package init?(_ parts: [KeptPart], jobs: Int) async {
    enum Values: Sendable {
      case notes(ContentNotes)
      case articles([Article])
      case analyses([Analysis])
      case texts(Corpus)
      case damaged
    }
    @Sendable func values(_ part: KeptPart) -> Values? {
      func read<Value>(_ read: (inout ByteReader) throws -> Value) -> Value? {
        part.read {
          try $0.readSharedTexts()
          return try read(&$0)
        }
      }
      switch part.name.prefix(while: { $0 != " " }) {
      case "notes": return read { try $0.contentNotes() }.map { .notes($0) } ?? .damaged
      case "articles":
        return read { try $0.list { try $0.article() } }.map { .articles($0) } ?? .damaged
      case "analyses":
        return read { try $0.list { try $0.analysis() } }.map { .analyses($0) } ?? .damaged
      case "texts": return read { try $0.texts() }.map { .texts($0) } ?? .damaged
      default: return nil
      }
    }
    let read = await inOrder(parts.count, jobs: jobs) { values(parts[$0]) }
    var corpus = Corpus()
    var notes: ContentNotes?
    for values in read {
      switch values {
      case .notes(let read): notes = read
      case .articles(let articles): corpus.articles += articles
      case .analyses(let analyses): corpus.analyses += analyses
      case .texts(let texts):
        corpus.briefs = texts.briefs
        corpus.entityCards = texts.entityCards
        corpus.eventCards = texts.eventCards
        corpus.pages = texts.pages
      case .damaged: return nil
      }
    }
    guard let notes, !Task.isCancelled else { return nil }
    self.init(corpus: corpus, notes: notes)
  }
}
