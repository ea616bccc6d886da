/// Writes values one after the other, for `ByteReader` to read.
///
/// Public and inlinable, as the reader is, so that it is compiled for each kind of value: every value of
/// a large corpus goes through it.
public struct ByteWriter {
  @usableFromInline var written: [UInt8] = []
  @inlinable public var bytes: [UInt8] { written }
  /// The texts that are written once, and where they come again by their number; `nil` where each is
  /// written where it stands.
  @usableFromInline var shared: SharedTexts?

  @inlinable public init() {}

  /// - Parameter body: writes values, whose shared texts are put before them.
  public init(sharing body: (inout ByteWriter) -> Void) {
    var writer = ByteWriter()
    writer.shared = SharedTexts()
    body(&writer)
    add(writer.shared?.texts ?? []) { $0.add($1) }
    written += writer.written
  }

  @inlinable public mutating func add(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { written.append(contentsOf: $0) }
  }

  @inlinable public mutating func add(_ byte: UInt8) { written.append(byte) }

  /// In as few bytes as it takes, seven bits in each; small negative numbers are short as well.
  @inlinable public mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    written.append(UInt8(truncatingIfNeeded: rest))
  }

  @inlinable public mutating func add(_ number: Int) { add(Int64(number)) }

  @inlinable public mutating func add(_ number: Int32) { add(Int64(number)) }

  @inlinable public mutating func add(_ isTrue: Bool) { written.append(isTrue ? 1 : 0) }

  @inlinable public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 {
      add($0.count)
      written.append(contentsOf: $0)
    }
  }

  /// A text that may come again.
  @inlinable public mutating func add(shared text: String) {
    if let number = shared?.number(of: text) { add(number) } else { add(text) }
  }

  @inlinable public mutating func add<Value>(
    _ value: Value?, _ add: (inout ByteWriter, Value) -> Void
  ) {
    self.add(value != nil)
    if let value { add(&self, value) }
  }

  @inlinable public mutating func add<Values: Collection>(
    _ values: Values, _ add: (inout ByteWriter, Values.Element) -> Void
  ) {
    self.add(values.count)
    for value in values { add(&self, value) }
  }
}

/// Texts by their bytes, numbered as they come.
@usableFromInline
struct SharedTexts {
  private(set) var texts: [String] = []
  private var numbers: [TextKey: Int] = [:]

  @usableFromInline mutating func number(of text: String) -> Int {
    let key = TextKey(text)
    if let number = numbers[key] { return number }
    let number = texts.count
    texts.append(text)
    numbers[key] = number
    return number
  }
}
