import Diagnostics

/// The faults of one file. The first are kept whole, the rest counted: a template that is wrong is
/// wrong on every row.
struct FaultList {
  private static let limit = 20

  private(set) var faults: [Diagnostic] = []
  private var unsaid = 0
  private let file: String
  /// Reads the file, when there is something to tell of it.
  private let bytes: () -> [UInt8]
  private var source: SourceText?

  init(file: String, bytes: @escaping () -> [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  mutating func add(
    _ id: String, _ message: String, at range: Range<Int>?, expected: [UInt8]? = nil,
    found: [UInt8]? = nil, notes: [Diagnostic.Note] = []
  ) {
    guard faults.count < Self.limit else { return unsaid += 1 }
    let source = source ?? SourceText(file: file, bytes: bytes())
    self.source = source
    let difference = Difference(expected ?? [], found ?? [])
    let words = [
      ("expected", expected.map { _ in difference.expected }),
      ("found", found.map { _ in difference.found }),
    ]
    faults.append(
      Diagnostic(
        .error, "verify/\(id)", message, at: range.map(source.place(of:)) ?? Place(file: file),
        notes: words.compactMap { name, text in text.map { Diagnostic.Note("\(name): \($0)") } }
          + notes))
  }

  func finish() -> [Diagnostic] {
    guard unsaid > 0 else { return faults }
    return faults + [
      Diagnostic(
        .error, "verify/more", "the file has \(unsaid) more faults", at: Place(file: file))
    ]
  }
}

/// Two texts around the first byte in which they differ.
struct Difference {
  /// In bytes of the texts that were compared.
  let offset: Int
  let expected: String
  let found: String

  private static let before = 60
  private static let after = 120

  init(_ expected: [UInt8], _ found: [UInt8]) {
    offset =
      zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(expected.count, found.count)
    self.expected = Self.window(expected, offset)
    self.found = Self.window(found, offset)
  }

  private static func window(_ text: [UInt8], _ offset: Int) -> String {
    var start = max(offset - before, 0)
    var end = min(offset + after, text.count)
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    let words = String(decoding: text[min(start, end)..<end], as: UTF8.self)
    return (start > 0 ? "…" : "") + words + (end < text.count ? "…" : "")
  }
}
