import Diagnostics

/// Ids: those that the record declares, and those that it refers to.
extension RecordDecoder {
  /// The number of a text that comes again and again.
  func symbol(_ value: Document.Value) -> Int {
    document.withContent(value) { interner.symbol($0) }
  }

  /// The one string of such a text.
  func shared(_ value: Document.Value) -> String {
    let symbol = symbol(value)
    return interner.strings[symbol]
  }

  /// An id that this record gives to something, with its shape checked.
  mutating func identifier(_ value: Document.Value, _ what: String) -> Int? {
    guard isString(value) else {
      wrongType(value, "\(what) must be a string")
      return nil
    }
    if document.withContent(value, Identifier.isPlainID) { return symbol(value) }
    guard let fault = Identifier.fault(of: document.content(value)) else {
      return symbol(value)
    }
    diagnostics.append(
      Self.diagnostic(fault, document.text(value), what, at: document.place(value)))
    return nil
  }

  /// The id that a file's name gives, which the place of the whole file stands for.
  mutating func identifier(fromFileName name: String, _ what: String) -> Int? {
    let bytes = Array(name.utf8)
    guard let fault = Identifier.fault(of: bytes[...]) else {
      return bytes.withUnsafeBufferPointer { interner.symbol($0) }
    }
    let told = Self.diagnostic(
      fault, name, "\(what) (the file's name)", at: Place(file: document.source.file))
    diagnostics.append(
      Diagnostic(
        .error, told.id, told.message, at: told.place, notes: told.notes,
        remedy: "rename the file, or give the id by the key “id”"))
    return nil
  }

  private static func diagnostic(
    _ fault: Identifier.Fault, _ id: String, _ what: String, at place: Place
  ) -> Diagnostic {
    let shape = "an id is 1 to 200 bytes of letters, digits, “-”, “_” and “.”"
    return switch fault {
    case .empty: Diagnostic(.error, "id/bad-shape", "\(what) is empty", at: place, remedy: shape)
    case .tooLong:
      Diagnostic(
        .error, "id/bad-shape", "\(what) has \(id.utf8.count) bytes, 200 at most are allowed",
        at: place, remedy: "give a shorter one")
    case .dots:
      Diagnostic(
        .error, "id/bad-shape", "\(what) must not be “\(id)”, which names a folder", at: place,
        remedy: shape)
    case .character(let scalar):
      Diagnostic(
        .error, "id/bad-shape", "\(what) holds \(name(of: scalar))", at: place, remedy: shape)
    case .notNFC(let composed):
      Diagnostic(
        .error, "id/not-nfc", "\(what) “\(id)” is not in Unicode's composed form (NFC)", at: place,
        notes: [
          .init(
            "it is written in \(codePoints(id)) code points, composed it has \(codePoints(composed))"
          )
        ],
        remedy: "write “\(composed)” with composed letters wherever the id stands")
    }
  }

  private static func codePoints(_ text: String) -> Int { text.unicodeScalars.count }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    return switch scalar {
    case " ": "a space"
    case _
    where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar.properties.generalCategory == .format:
      "the character \(code)"
    default: "“\(scalar)”"
    }
  }

  /// An id of something that may stand anywhere in `content/`.
  mutating func reference(_ value: Document.Value, _ scope: Scope) -> String? {
    guard let symbol = referredSymbol(value, scope) else { return nil }
    return interner.strings[symbol]
  }

  mutating func referredSymbol(_ value: Document.Value, _ scope: Scope) -> Int? {
    guard isString(value) else {
      wrongType(value, "the id of \(scope.name) must be a string")
      return nil
    }
    let symbol = symbol(value)
    references.append((scope, symbol, document.range(value)))
    return symbol
  }

  mutating func references(_ value: Document.Value, _ what: String, _ scope: Scope) -> [String] {
    array(value, what) { decoder, value in decoder.reference(value, scope) }
  }

  mutating func declare(
    _ scope: Scope, _ symbol: Int, type: DeclaredType? = nil, at range: Range<Int>
  ) {
    declarations.append((scope, symbol, type, range))
  }
}
