extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that all later elements satisfy too; the end
  /// where none does.
  @inlinable
  package func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
