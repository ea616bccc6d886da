/// How words are made alike before they are looked for: one key for all the ways of writing a word.
///
/// `templates/assets/script.js` folds the same way what a reader types;
/// `Tests/Fixtures/folding.json` holds both to one table.
package enum SearchFolding {
  /// The words of a text, folded, in its order.
  package static func words(_ text: String) -> [String] {
    var words = FoldedWords()
    words.fold(text)
    return words.indices.map { Self.text(words[$0]) }
  }

  /// A folded word as it is, then without each of the proclitics that it may begin with, the least
  /// taken away first: `ولل` + `مكتبه` is also `للمكتبه`, `لمكتبه` and `مكتبه`.
  package static func forms(_ word: String) -> [String] {
    var forms: [String] = []
    forEachForm(of: Array(word.unicodeScalars)[...]) { forms.append(text($0)) }
    return forms
  }

  /// Hands the forms of a folded word over, as `forms` has them.
  static func forEachForm(
    of word: ArraySlice<Unicode.Scalar>, _ body: (ArraySlice<Unicode.Scalar>) -> Void
  ) {
    body(word)
    let first = word.first?.value ?? 0
    guard first == 0x627 || singles.contains(first) else { return }
    for proclitic in proclitics where word.starts(with: proclitic.letters) {
      let rest = word.dropFirst(proclitic.letters.count)
      guard rest.count >= proclitic.rest else { continue }
      // What is left of "Allah" is no word of its own.
      if !rest.elementsEqual(leftOfAllah) { body(rest) }
    }
  }

  private static let leftOfAllah: [Unicode.Scalar] = ["ل", "ه"]

  private static func text(_ word: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: word.reduce(0) { $0 + UTF8.width($1) }) { bytes in
      var end = 0
      for scalar in word {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[end] = byte
          end += 1
        }
      }
      return end
    }
  }

  private struct Proclitic {
    let letters: [Unicode.Scalar]
    /// How many letters must be left for the rest to be a word.
    let rest: Int
  }

  /// Shortest first.
  private static let proclitics: [Proclitic] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وب", "فب", "ول", "فل", "وك", "فك", "لل", "وال", "فال", "بال",
    "كال", "ولل", "فلل", "وبال", "وكال", "فبال", "فكال",
  ].map { Proclitic(letters: Array($0.unicodeScalars), rest: $0 == "ال" ? 2 : 3) }

  /// و ف ب ل ك
  private static let singles: Set<UInt32> = [0x648, 0x641, 0x628, 0x644, 0x643]

  // MARK: Code points

  /// Whether compatibility decomposition (NFKD) leaves it as it is, or as `letters(for:)` has it.
  static func isOwnDecomposition(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80, 0xAB, 0xBB, 0x600..<0x675, 0x679..<0x700, 0x200B...0x200F, 0x2013...0x2016,
      0x2018...0x2023:
      true
    default: false
    }
  }

  /// Marks over and under letters, the tatweel, apostrophes within names, and what takes no room.
  static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0xAD, 0xB4, 0x2B9...0x2BF, 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2,
      0x5C4, 0x5C5, 0x5C7, 0x610...0x61A, 0x61C, 0x621, 0x640, 0x64B...0x65F, 0x670, 0x674,
      0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x8D3...0x8E1, 0x8E3...0x8FF,
      0x200B...0x200F, 0x2018...0x201B, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if (0x627...0x64A).contains(scalar.value) { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// What stands for a letter that has several forms; `nil` for a letter that stands for itself.
  static func letters(for scalar: UInt32) -> String? {
    switch scalar {
    case 0x660...0x669: digit(scalar - 0x660)
    case 0x6F0...0x6F9: digit(scalar - 0x6F0)
    case 0x622, 0x623, 0x625, 0x671...0x673, 0x675: "ا"
    case 0x624: "و"
    case 0x626, 0x649, 0x6CC...0x6CE, 0x6D0...0x6D3: "ي"
    case 0x629, 0x6BE, 0x6C0...0x6C3, 0x6D5: "ه"
    case 0x6A9, 0x6AA, 0x6AF: "ك"
    // Letters that Arabic writes with its nearest.
    case 0x67E: "ب"
    case 0x686: "ج"
    case 0x698: "ز"
    case 0x6A4: "ف"
    case 0xDF: "ss"
    case 0xE6: "ae"
    case 0xF8: "o"
    case 0x111: "d"
    case 0x131: "i"
    case 0x142: "l"
    case 0x153: "oe"
    case 0x3C2: "σ"
    default: nil
    }
  }

  private static func digit(_ value: UInt32) -> String { String(value) }
}
