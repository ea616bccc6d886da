import Diagnostics

enum TargetKey: String, FieldKey {
  case exact, prefix, suffix, start, end
  case field = "in"

  static let table = KeyTable<Self>(of: "a target", required: [.exact])
}

private enum FieldName: String, CaseIterable {
  case title
}

extension RecordDecoder {
  /// A target, or an array of the parts of one, anchored.
  mutating func target(_ value: Document.Value) -> Target? {
    var parts: [TargetPart] = []
    if document.kind(value) == .array {
      let before = diagnostics.count
      parts = array(value, "a target") { decoder, value in decoder.part(value) }
      if document.tokens[value.index].next == value.index + 1 {
        report(
          "target/no-parts", "a target in parts must have at least one", value,
          "give the words as {\"exact\": \"…\"}")
      }
      guard diagnostics.count == before else { return nil }
    } else {
      guard let part = part(value), anchors != nil else { return nil }
      // Nearly all targets are one part that stands where it is said to stand.
      let outcome = anchors?.find(part.selector, part.field)
      if case .exact(let span) = outcome { return Target(field: part.field, first: span) }
      parts = [part]
    }
    guard let first = parts.first else { return nil }
    if let other = parts.first(where: { $0.field != first.field }) {
      report(
        "target/mixed-fields", "the parts of a target must all be in the text or all in the title",
        other.value, "make two annotations of it")
      return nil
    }
    return anchored(parts, first.field)
  }

  private mutating func anchored(_ parts: [TargetPart], _ field: Target.Field) -> Target? {
    guard let found = anchors?.target(parts.map(\.selector), field), let anchors else { return nil }
    let (target, outcomes) = found
    for (part, outcome) in zip(parts, outcomes) {
      if case .exact = outcome { continue }
      let place = document.source.place(of: part.blame(for: outcome))
      let told = outcome.diagnostic(
        for: part.selector, in: field, of: anchors.article, at: place)
      if let told { diagnostics.append(told) }
    }
    return target
  }

  private mutating func part(_ value: Document.Value) -> TargetPart? {
    guard var fields = fields(value, TargetKey.self) else { return nil }
    let before = diagnostics.count
    var part = TargetPart(value: value, range: document.range(value))
    while let (key, value) = next(&fields) {
      switch key {
      case .exact:
        part.exact = document.range(value)
        part.selector.exact = string(value, "the quotation “exact”") ?? ""
      case .prefix: part.selector.prefix = string(value, "“prefix”")
      case .suffix: part.selector.suffix = string(value, "“suffix”")
      case .start:
        part.start = document.range(value)
        part.selector.start = integer(value, "“start”")
      case .end: part.selector.end = integer(value, "“end”")
      case .field:
        if choice(value, "a part of the article", FieldName.self) != nil { part.field = .title }
      }
    }
    return diagnostics.count == before ? part : nil
  }
}

/// One part of a target as it is written.
private struct TargetPart {
  let value: Document.Value
  let range: Range<Int>
  var selector = Selector(exact: "")
  var field = Target.Field.text
  var exact: Range<Int>?
  var start: Range<Int>?

  /// What to show: the offset where the offset is at fault, else the quotation.
  func blame(for outcome: AnchorOutcome) -> Range<Int> {
    if case .failed(.outOfRange) = outcome { return start ?? exact ?? range }
    return exact ?? range
  }
}
