import Diagnostics

/// The type that an entity is declared with, and where it says so.
struct DeclaredType {
  let type: EntityRecord.Kind
  let range: Range<Int>
}

/// Turns the objects of one record into values of the model.
///
/// It goes on after a fault: whatever cannot be read is reported and left out, so that one run tells
/// all that is wrong. A decoding function that returns `nil` has reported why.
struct RecordDecoder {
  let document: Document
  let record: RecordPlace.Record
  /// The site's first language.
  let siteLanguage: String
  let interner: Interner

  var diagnostics: [Diagnostic] = []
  var references: [(scope: Scope, symbol: Int, range: Range<Int>)] = []
  var declarations: [(scope: Scope, symbol: Int, type: DeclaredType?, range: Range<Int>)] = []
  var edges: [(hierarchy: Hierarchy, child: Int, parent: Int, range: Range<Int>)] = []
  /// The Wikidata items that entities are said to be.
  var items: [(symbol: Int, item: String, range: Range<Int>)] = []
  /// Of the note of the card that is being read, where it says so.
  var noteLanguage: String?
  /// The old addresses of the article or page.
  var aliases: [(text: String, range: Range<Int>)] = []
  /// What the menu of the site leads to.
  var menuAddresses: [(text: String, range: Range<Int>)] = []
  /// What the targets of an analysis are anchored in; `nil` where the article is not there.
  var anchors: ArticleAnchors?
  /// Attributions that have an id but cannot be read otherwise: `ARTICLE/ID`.
  var lostAttributions: [String] = []
  /// Of the analysis that is being read.
  var analysisIDs = AnalysisIDs()
  /// How far lines were counted, for `origin`; a line of a bulk file has no line end to count.
  private let hasLineEnds: Bool
  private var counted: (offset: Int, line: Int)

  init(
    _ document: Document, record: RecordPlace.Record, siteLanguage: String, interner: Interner,
    hasLineEnds: Bool = true
  ) {
    self.hasLineEnds = hasLineEnds
    self.document = document
    self.record = record
    self.siteLanguage = siteLanguage
    self.interner = interner
    counted = (0, Int(record.line))
  }

  /// The file and line of a value. Values are asked for in about their order, so that counting goes on
  /// from the last one.
  mutating func origin(of value: Document.Value) -> Origin {
    let start = document.range(value).lowerBound
    if start < counted.offset { counted = (0, Int(record.line)) }
    guard hasLineEnds else { return Origin(file: document.source.file, line: counted.line) }
    let line = document.bytes.withUnsafeBufferPointer { bytes in
      counted.line + bytes[counted.offset..<start].count { $0 == 0x0A }
    }
    counted = (start, line)
    return Origin(file: document.source.file, line: line)
  }

  // MARK: Objects

  mutating func fields<Key: FieldKey>(_ value: Document.Value, _: Key.Type) -> Fields<Key>? {
    guard document.kind(value) == .object else {
      wrongType(value, "\(Key.table.subject) must be \(document.syntax.object)")
      return nil
    }
    return Fields(
      object: value, position: value.index + 1, end: Int(document.tokens[value.index].next))
  }

  /// The next key that is known, with its value. Reports the unknown ones and, at the end, the
  /// missing ones.
  mutating func next<Key: FieldKey>(
    _ fields: inout Fields<Key>
  ) -> (key: Key, value: Document.Value)? {
    while fields.position < fields.end {
      let name = Document.Value(index: fields.position)
      let value = Document.Value(index: fields.position + 1)
      fields.position = Int(document.tokens[value.index].next)
      guard let index = document.withContent(name, { Key.table.index(of: $0) }) else {
        unknownKey(name, Key.self)
        continue
      }
      fields.seen |= 1 << UInt64(index)
      return (Key.table.keys[index], value)
    }
    let missing = Key.table.required & ~fields.seen
    if missing != 0 { missingKeys(missing, fields) }
    return nil
  }

  private mutating func unknownKey<Key: FieldKey>(_ name: Document.Value, _: Key.Type) {
    let text = document.text(name)
    let known = Key.table.listed.map(\.rawValue)
    report(
      "format/unknown-key", "“\(text.shortened)” is not a key of \(Key.table.subject)", name,
      Nearest.name(to: text, among: known).map { "did you mean “\($0)”?" }
        ?? "its keys are \(known.joined(separator: ", "))")
  }

  private mutating func missingKeys<Key: FieldKey>(_ missing: UInt64, _ fields: Fields<Key>) {
    for (index, key) in Key.table.keys.enumerated() where missing & (1 << UInt64(index)) != 0 {
      let start = document.range(fields.object).lowerBound
      report(
        "format/missing-key", "\(Key.table.subject) needs the key “\(key.rawValue)”",
        at: start..<start + 1,
        Key.table.requiredRemedy)
    }
  }

  /// The elements of an array, each turned into a value; those that cannot be are left out.
  mutating func array<Element>(
    _ value: Document.Value, _ what: String,
    _ decode: (inout RecordDecoder, Document.Value) -> Element?
  ) -> [Element] {
    guard document.kind(value) == .array else {
      wrongType(value, "\(what) must be \(document.syntax.array)")
      return []
    }
    var elements: [Element] = []
    let end = Int(document.tokens[value.index].next)
    var position = value.index + 1
    // As many as there are, since they are kept, and room for more would be.
    elements.reserveCapacity(elementCount(value))
    while position < end {
      let element = Document.Value(index: position)
      position = Int(document.tokens[position].next)
      if let decoded = decode(&self, element) { elements.append(decoded) }
    }
    return elements
  }

  private func elementCount(_ array: Document.Value) -> Int {
    let end = Int(document.tokens[array.index].next)
    var (position, count) = (array.index + 1, 0)
    while position < end {
      position = Int(document.tokens[position].next)
      count += 1
    }
    return count
  }

  // MARK: Reporting

  mutating func report(
    _ id: String, _ message: String, at range: Range<Int>, _ remedy: String?,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, id, message, at: document.source.place(of: range), notes: notes, remedy: remedy))
  }

  mutating func report(
    _ id: String, _ message: String, _ value: Document.Value, _ remedy: String?,
    notes: [Diagnostic.Note] = []
  ) {
    report(id, message, at: document.range(value), remedy, notes: notes)
  }

  /// - Parameter expectation: “a title must be a string”.
  mutating func wrongType(
    _ value: Document.Value, _ expectation: String, remedy: String? = nil
  ) {
    let isNull = document.isNull(value)
    let found = isNull ? "null" : name(document.kind(value))
    report(
      "format/wrong-type", "\(expectation), not \(found)", value,
      isNull
        ? "leave the key out where there is nothing to say"
        : remedy ?? remedyForType(value, expectation))
  }

  private func remedyForType(_ value: Document.Value, _ expectation: String) -> String? {
    switch document.kind(value) {
    case .number where expectation.hasSuffix("a string"): "put it in double quotes"
    case .string, .plain:
      if expectation.hasSuffix("number") {
        "write it without quotation marks"
      } else if expectation.hasSuffix(document.syntax.array) {
        document.syntax == .json
          ? "put it in square brackets, even where there is one alone"
          : "write it as [\(document.text(value).shortened)]"
      } else {
        nil
      }
    default: nil
    }
  }

  private func name(_ kind: Token.Kind) -> String {
    switch kind {
    case .null: "null"
    case .yes, .no: "true or false"
    case .number: "a number"
    case .string, .plain: "a string"
    case .array: document.syntax.array
    case .object: document.syntax.object
    }
  }
}

extension String {
  /// For a message: on one line and not longer than a line.
  var shortened: String {
    let scalars = unicodeScalars
    let kept = scalars.prefix(80)
    let text = String(String.UnicodeScalarView(kept.map { $0.value < 0x20 ? "\u{B7}" : $0 }))
    return kept.endIndex == scalars.endIndex ? text : text + "…"
  }
}
