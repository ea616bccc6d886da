import Diagnostics

private enum MentionKey: String, FieldKey {
  case entity, target, form

  static let table = KeyTable<Self>(of: "a mention", required: [.entity, .target])
}

private enum TimeKey: String, FieldKey {
  case id, target, value, anchor, rule

  static let table = KeyTable<Self>(of: "a time expression", required: [.id, .target, .value])
}

private enum LabelKey: String, FieldKey {
  case entity, target, device, gloss

  static let table = KeyTable<Self>(of: "a label", required: [.entity, .target, .device])
}

extension RecordDecoder {
  mutating func mention(_ value: Document.Value) -> Mention? {
    guard var fields = fields(value, MentionKey.self) else { return nil }
    var entity: String?
    var target: Target?
    var form: Mention.Form?
    while let (key, value) = next(&fields) {
      switch key {
      case .entity: entity = reference(value, .entity)
      case .target: target = self.target(value)
      case .form: form = choice(value, "a form of a mention")
      }
    }
    guard let entity, let target else { return nil }
    return Mention(entity: entity, target: target, form: form)
  }

  mutating func time(_ value: Document.Value) -> TimeExpression? {
    guard var fields = fields(value, TimeKey.self) else { return nil }
    var id: Int?
    var target: Target?
    var date: EDTF?
    var anchor: (value: TimeExpression.Anchor, symbol: Int?, range: Range<Int>)?
    var rule: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        id = identifier(value, "the id of a time expression")
        if let id { declareInAnalysis(\.times, id, at: document.range(value), "time expressions") }
      case .target: target = self.target(value)
      case .value: date = self.date(value, "the value of a time expression")
      case .anchor: anchor = timeAnchor(value)
      case .rule: rule = vocabulary(value, "a rule")
      }
    }
    if let id, let anchor, let parent = anchor.symbol {
      analysisIDs.timeAnchors.append((id, parent, anchor.range))
    }
    guard let id, let target, let date else { return nil }
    return TimeExpression(
      id: interner.strings[id], target: target, value: date, anchor: anchor?.value, rule: rule)
  }

  private mutating func timeAnchor(
    _ value: Document.Value
  ) -> (value: TimeExpression.Anchor, symbol: Int?, range: Range<Int>)? {
    let range = document.range(value)
    if isString(value), document.hasContent(value, "publication") {
      return (.publication, nil, range)
    }
    guard let symbol = timeSymbol(value, isAnchor: true) else { return nil }
    return (.time(interner.strings[symbol]), symbol, range)
  }

  /// The id of a time expression of the same analysis.
  mutating func timeReference(_ value: Document.Value) -> String? {
    timeSymbol(value, isAnchor: false).map { interner.strings[$0] }
  }

  private mutating func timeSymbol(_ value: Document.Value, isAnchor: Bool) -> Int? {
    guard isString(value) else {
      wrongType(value, "the id of a time expression must be a string")
      return nil
    }
    let symbol = symbol(value)
    analysisIDs.timeReferences.append((symbol, document.range(value), isAnchor))
    return symbol
  }

  mutating func label(_ value: Document.Value) -> Label? {
    guard var fields = fields(value, LabelKey.self) else { return nil }
    var entity: String?
    var target: Target?
    var device: Label.Device?
    var gloss = Localized()
    while let (key, value) = next(&fields) {
      switch key {
      case .entity: entity = reference(value, .entity)
      case .target: target = self.target(value)
      case .device: device = choice(value, "a device of a label")
      case .gloss: gloss = localized(value, "a gloss") ?? gloss
      }
    }
    guard let entity, let target, let device else { return nil }
    return Label(entity: entity, target: target, device: device, gloss: gloss)
  }
}
