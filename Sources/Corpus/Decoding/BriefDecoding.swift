private enum BriefKey: String, FieldKey {
  case id, kind, lang, title

  static let table = KeyTable<Self>(of: "a brief")
}

/// A brief whose kind may have to be found by its id.
struct BriefRecord: Sendable {
  var id: String
  var kind: Brief.Kind?
  var lang: String?
  var title: String?
  var body: MarkdownText
}

extension Brief {
  /// - Parameter kind: of what it is a brief.
  init(_ record: BriefRecord, kind: Kind) {
    self.init(id: record.id, kind: kind, body: record.body)
    lang = record.lang
    title = record.title
  }
}

extension RecordDecoder {
  mutating func brief(fileName: String, body: MarkdownText) -> Placed<BriefRecord>? {
    guard var fields = fields(document.root, BriefKey.self) else { return nil }
    var id: (symbol: Int, range: Range<Int>)?
    var hasID = false
    var hasBadKind = false
    var brief = BriefRecord(id: "", body: body)
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        hasID = true
        id = identifier(value, "the id of a brief").map { ($0, document.range(value)) }
      case .kind:
        brief.kind = choice(value, "a kind of a brief")
        hasBadKind = brief.kind == nil
      case .lang: brief.lang = language(value)
      case .title: brief.title = words(value, "the title of a brief")
      }
    }
    if !hasID { id = identifier(fromFileName: fileName, "the id of a brief").map { ($0, 0..<0) } }
    guard let id, !hasBadKind else { return nil }
    brief.id = interner.strings[id.symbol]
    return Placed(value: brief, place: RecordPlace(record, id.range))
  }
}
