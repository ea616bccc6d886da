/// What a page puts where placeholders are: the way to something that all pages have in common, and how
/// it goes on from there to the page itself.
///
/// A link by that way to a place in the page is left as the place alone, `#place`, so that whoever
/// follows it has nothing loaded, under whatever address the page was opened.
struct Filling: Sendable {
  private let bytes: [UInt8]
  private let own: [UInt8]

  /// Leaves holes for another filling.
  static let hole = Filling([Hole.placeholder], own: [])

  /// - Parameter own: empty where no link is to be shortened.
  init(_ bytes: [UInt8], own: [UInt8]) {
    self.bytes = bytes
    self.own = own
  }

  /// Appends what goes before some bytes.
  ///
  /// - Returns: how many of these are not needed.
  func append(before rest: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) -> Int {
    if leadsHere(rest) { return own.count }
    output.append(contentsOf: bytes)
    return 0
  }

  /// Appends it where what comes after is not known yet: `shorten` is to be called once it is.
  func append(to output: inout [UInt8]) { output.append(contentsOf: bytes) }

  /// - Parameter end: where it ends that was appended last.
  func shorten(_ output: inout [UInt8], after end: Int) {
    let isNeeded = output.withUnsafeBufferPointer { !leadsHere($0[end...]) }
    if !isNeeded { output.removeSubrange(end - bytes.count..<end + own.count) }
  }

  private func leadsHere(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !own.isEmpty && rest.count > own.count
      && rest[rest.startIndex + own.count] == UInt8(ascii: "#") && rest.starts(with: own)
  }
}
