/// The numbers that a page gives, and the lists that they are of.
extension PageReader {
  mutating func beginCount(
    _ attributes: Attributes, _ tag: Tokenizer.Tag, _ element: inout Element
  ) {
    guard let range = attributes.count else { return }
    guard let number = Int(String(decoding: bytes[range], as: UTF8.self)) else {
      return faults.add("count", "this is no number", at: range)
    }
    let place = FilePlace(page.number, range)
    if let condition = attributes.condition {
      findings.tableCounts.append(
        .init(
          condition: String(decoding: value(condition), as: UTF8.self), value: number,
          place: place))
    } else if let of = attributes.of {
      guard let list = reference(of) else { return }
      findings.counts.append(.init(list: list, value: number, place: place))
    } else {
      return faults.add("count", "a count does not say what it counts", at: tag.range)
    }
    count = (number, tag.range, [])
    element.isCount = true
  }

  /// A number that is counted again in the content, not on a page.
  mutating func beginTally(
    _ attributes: Attributes, _ tag: Tokenizer.Tag, _ element: inout Element
  ) {
    guard let range = attributes.tally, let by = attributes.by else {
      return faults.add("count", "a number does not say what it counts", at: tag.range)
    }
    guard let number = Int(String(decoding: bytes[range], as: UTF8.self)) else {
      return faults.add("count", "this is no number", at: range)
    }
    let own = ground.tallies.number(value(by))
    if own != number {
      faults.add(
        "count", "the content has another number of these", at: range,
        expected: Array(String(own).utf8), found: Array(String(number).utf8))
    }
    count = (number, tag.range, [])
    element.isCount = true
  }

  mutating func endCount() {
    guard let (value, range, text) = count else { return }
    count = nil
    findings.tally.counts += 1
    let isShown =
      switch ShownNumber(text) {
      case .number(let shown): shown == value
      case .none: value <= 2
      case .unclear: false
      }
    guard !isShown else { return }
    faults.add(
      "count", "the page shows another number than the one it gives",
      at: range.upperBound..<range.upperBound + text.count, expected: Array(String(value).utf8),
      found: text)
  }

  func names(_ range: Range<Int>) -> [Digest] {
    value(range).split(separator: 0x20).map { Digest($0).of(page.list) }
  }

  /// A list as `data-of` and `data-whole` name it.
  mutating func reference(_ range: Range<Int>) -> Digest? {
    let text = value(range)
    guard let mark = text.lastIndex(of: UInt8(ascii: "#")) else {
      return Digest(text).of(page.list)
    }
    let name = Digest(text[(mark + 1)...])
    guard mark > 0 else { return name.of(page.list) }
    let address = Array(text[..<mark])
    switch ground.addresses.destination(of: address, on: (page.number, page.path)) {
    case .file(let file, _): return name.of(file)
    case .nowhere, .elsewhere:
      faults.add("link", "the site has no page with this list", at: range)
      return nil
    }
  }
}
