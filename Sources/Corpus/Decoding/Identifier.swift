import Foundation

/// The shape of an id: 1–200 bytes of letters and marks of any script, digits, `-`, `_`, `.`; NFC.
enum Identifier {
  enum Fault {
    case empty
    case tooLong
    case dots
    case character(Unicode.Scalar)
    case notNFC(String)
  }

  /// Whether an id is right at first sight, as nearly all are: ASCII that does not begin with a dot.
  static func isPlainID(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...200).contains(id.count) && id[0] != UInt8(ascii: ".") && id.allSatisfy(isPlain)
  }

  static func fault(of id: ArraySlice<UInt8>) -> Fault? {
    guard !id.isEmpty else { return .empty }
    guard id.count <= 200 else { return .tooLong }
    if id.elementsEqual(".".utf8) || id.elementsEqual("..".utf8) { return .dots }
    if id.allSatisfy(isPlain) { return nil }
    let text = String(decoding: id, as: UTF8.self)
    if let other = text.unicodeScalars.first(where: { !isAllowed($0) }) { return .character(other) }
    let composed = text.precomposedStringWithCanonicalMapping
    return composed.utf8.elementsEqual(id) ? nil : .notNFC(composed)
  }

  /// What is the same in the file systems and to the eyes that do not tell upper from lower case.
  static func folded(_ id: String) -> String {
    guard !id.utf8.allSatisfy({ $0 < 0x80 }) else { return id.lowercased() }
    return id.uppercased().lowercased().precomposedStringWithCanonicalMapping
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isPlain(UInt8(truncatingIfNeeded: scalar.value)) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      true
    default: false
    }
  }
}
