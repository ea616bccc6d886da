/// Where a value stands in `content/`, in a few numbers: enough to show the place when a later check
/// finds fault with it, without keeping the file's bytes.
struct RecordPlace: Sendable, Hashable, Comparable {
  /// One record: a whole file, or one line of a bulk file.
  struct Record: Sendable, Hashable {
    /// An index of the sorted file list.
    let file: Int32
    /// From 1.
    let line: Int32
    /// In bytes of the file, half-open.
    let start: Int
    let end: Int
  }

  let record: Record
  /// In bytes of the record, half-open. Empty at 0 where no words of the file are to blame, but its
  /// name.
  let range: Range<Int32>

  init(_ record: Record, _ range: Range<Int32>) {
    self.record = record
    self.range = range
  }

  init(_ record: Record, _ range: Range<Int>) {
    self.record = record
    self.range = Int32(clamping: range.lowerBound)..<Int32(clamping: range.upperBound)
  }

  static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    (left.record.file, left.record.start, left.range.lowerBound)
      < (right.record.file, right.record.start, right.range.lowerBound)
  }
}
