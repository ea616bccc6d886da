import Diagnostics

/// Scalars: texts, numbers, truth values and names out of a list.
extension RecordDecoder {
  func isString(_ value: Document.Value) -> Bool {
    switch document.kind(value) {
    case .string: true
    case .plain: !document.isNull(value)
    default: false
    }
  }

  /// - Parameter what: with its article, for the message: “a title”.
  mutating func string(_ value: Document.Value, _ what: String) -> String? {
    guard isString(value) else {
      wrongType(value, "\(what) must be a string")
      return nil
    }
    return document.text(value)
  }

  /// A string that says something: not empty, nor white space alone.
  mutating func words(_ value: Document.Value, _ what: String) -> String? {
    guard isString(value) else {
      wrongType(value, "\(what) must be a string")
      return nil
    }
    guard document.withContent(value, { $0.contains { $0 > 0x20 } }) else {
      report(
        "format/empty", "\(what) must not be empty", value,
        "leave the key out where there is nothing to say")
      return nil
    }
    return document.text(value)
  }

  /// Like `words`, for values that come again and again.
  mutating func vocabulary(_ value: Document.Value, _ what: String) -> String? {
    guard isString(value), document.withContent(value, { !$0.isEmpty }) else {
      return words(value, what)
    }
    return shared(value)
  }

  mutating func boolean(_ value: Document.Value, _ what: String) -> Bool? {
    switch document.kind(value) {
    case .yes: return true
    case .no: return false
    case .plain where document.hasContent(value, "true"): return true
    case .plain where document.hasContent(value, "false"): return false
    default:
      report(
        "format/wrong-type", "\(what) must be true or false", value,
        "write true or false, without quotation marks")
      return nil
    }
  }

  mutating func integer(_ value: Document.Value, _ what: String) -> Int? {
    guard document.kind(value) == .number || document.kind(value) == .plain,
      !document.isNull(value)
    else {
      wrongType(value, "\(what) must be a whole number")
      return nil
    }
    guard let number = Int(document.text(value)) else {
      report(
        "format/wrong-type", "\(what) must be a whole number of usual size", value,
        "write digits alone, such as 128")
      return nil
    }
    return number
  }

  mutating func number(_ value: Document.Value, _ what: String) -> Double? {
    guard document.kind(value) == .number || document.kind(value) == .plain,
      !document.isNull(value)
    else {
      wrongType(value, "\(what) must be a number")
      return nil
    }
    guard let number = Double(document.text(value)), number.isFinite else {
      report("format/wrong-type", "\(what) must be a number", value, "write it like 35.93 or -12")
      return nil
    }
    return number
  }

  /// One of the values that the format lists.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: Document.Value, _ what: String, _: Choice.Type = Choice.self
  ) -> Choice? {
    guard isString(value) else {
      wrongType(value, "\(what) must be a string")
      return nil
    }
    let text = document.text(value)
    if let choice = Choice(rawValue: text) { return choice }
    unknownValue(value, what, Choice.allCases.map(\.rawValue))
    return nil
  }

  mutating func unknownValue(_ value: Document.Value, _ what: String, _ known: [String]) {
    let text = document.text(value)
    let list = known.map { "“\($0)”" }.joined(separator: ", ")
    let listed = known.count == 1 ? "the only one is \(list)" : "it is one of \(list)"
    report(
      "format/unknown-value", "“\(text.shortened)” is not \(what)", value,
      Nearest.name(to: text, among: known).map { "did you mean “\($0)”? \(listed)" } ?? listed)
  }

  /// `"negative"`, the only polarity that is ever written.
  mutating func isNegative(_ value: Document.Value) -> Bool {
    choice(value, "a polarity", Polarity.self) != nil
  }

  private enum Polarity: String, CaseIterable {
    case negative
  }
}
