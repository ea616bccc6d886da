import Corpus

/// The entries of the index as its files have them, written once: each stands in many files.
struct NameRows {
  private let bytes: [UInt8]
  /// Where the row of each entry ends.
  private let ends: [Int]

  /// In bytes, what most rows take.
  static let size = 160

  init(_ entries: [NameEntry]) {
    var data = ScriptData(capacity: entries.count * Self.size)
    var ends: [Int] = []
    ends.reserveCapacity(entries.count)
    for entry in entries {
      entry.write(to: &data)
      ends.append(data.bytes.count)
    }
    bytes = data.bytes
    self.ends = ends
  }

  subscript(entry: Int) -> ArraySlice<UInt8> {
    bytes[(entry == 0 ? 0 : ends[entry - 1])..<ends[entry]]
  }
}

extension NameEntry {
  /// As one list: what it is, and each name after its language.
  fileprivate func write(to data: inout ScriptData) {
    data.list { data in
      data.text(kind.rawValue)
      data.separate()
      data.text(id)
      data.separate()
      data.text(type)
      for name in names {
        data.separate()
        data.text(name.lang)
        data.separate()
        data.text(name.text)
      }
    }
  }
}
