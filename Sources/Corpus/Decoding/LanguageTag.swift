/// The shape of a BCP 47 language tag; whether the language exists is not asked.
enum LanguageTag {
  static func isWellFormed(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    // Nearly all tags are `ar` or `en`.
    if tag.count == 2 { return isLetter(tag[0]) && isLetter(tag[1]) }
    let parts = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    let isPrivate = first.count == 1 && (first.first ?? 0) | 0x20 == UInt8(ascii: "x")
    guard isPrivate ? parts.count > 1 : (2...3).contains(first.count) && first.allSatisfy(isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
    }
  }

  /// What was probably meant: `ar_SA` as `ar-SA`, ` en` as `en`, `Arabic` as `ar`.
  static func repaired(_ tag: String) -> String? {
    let names = [
      "arabic": "ar", "english": "en", "french": "fr", "german": "de", "hebrew": "he",
      "italian": "it", "kurdish": "ku", "persian": "fa", "russian": "ru", "spanish": "es",
      "turkish": "tr",
    ]
    if let known = names[tag.lowercased()] { return known }
    let bytes = Array(tag.utf8).filter { $0 > 0x20 }.map {
      $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0
    }
    return bytes.withUnsafeBufferPointer(isWellFormed)
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }
}
