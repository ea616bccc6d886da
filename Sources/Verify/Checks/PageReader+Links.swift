/// Where the addresses on a page lead.
extension PageReader {
  mutating func follow(
    _ range: Range<Int>, _ tag: Tokenizer.Tag, _ element: inout Element
  ) {
    let address = value(range)
    guard let (file, id) = place(address, range) else { return }
    if tag.name == .a, isInProse == 0, reading == nil {
      beginWords(id, in: file, range, &element)
    }
  }

  mutating func endAddress() {
    guard let (range, text) = address else { return }
    address = nil
    _ = place(text, range)
  }

  /// The place inside a page that an address leads to, where it leads to one.
  mutating func place(
    _ address: [UInt8], _ range: Range<Int>
  ) -> (file: Int, id: [UInt8])? {
    findings.tally.links += 1
    switch ground.addresses.destination(of: address, on: (page.number, page.path)) {
    case .elsewhere: return nil
    case .nowhere(let path):
      faults.add("link", "the site has no file \(path)", at: range)
      return nil
    case .file(let file, let fragment):
      guard let fragment, !fragment.isEmpty else {
        noteBreak(file)
        return nil
      }
      var id: [UInt8] = []
      PercentDecoding.append(address[fragment], to: &id)
      findings.links.append(
        .init(target: file, fragment: Digest(id), place: FilePlace(page.number, range)))
      return (file, id)
    }
  }

  /// A row that links to a list of broken chains says that its own lacks that.
  mutating func noteBreak(_ file: Int) {
    guard let row,
      let kind = BreakCheck.pages.firstIndex(where: { ground.files.paths[file].hasSuffix($0) })
    else { return }
    findings.flags[row, default: []].insert(kind)
  }
}
