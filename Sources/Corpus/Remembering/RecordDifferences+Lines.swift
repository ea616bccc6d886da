extension RecordDifferences {
  /// Adds in what the records of a file differ: those that are as they were are found wherever they stand
  /// now, and of those between two of them one after the other changed, and what is left over came or went.
  ///
  /// - Parameters:
  ///   - old: in the order of the file, as `new`.
  /// - Returns: `false` where lines changed their order, or one changed and stands elsewhere.
  mutating func add(_ path: String, _ old: [ReadRecord], _ new: [ReadRecord]) -> Bool {
    let places = old.places
    // Where those are that were not compared yet.
    var (before, now) = (0, 0)
    for index in new.indices {
      guard let place = places[new[index].fingerprint],
        old[place].isSame(new[index].fingerprint, new[index].article)
      else { continue }
      guard place >= before, addOthers(path, old[before..<place], new[now..<index])
      else { return false }
      if old[place].place.line != new[index].place.line {
        moved.move(path, old[place].place, to: new[index].place)
      }
      (before, now) = (place + 1, index + 1)
    }
    return addOthers(path, old[before...], new[now...])
  }

  private mutating func addOthers(
    _ path: String, _ old: ArraySlice<ReadRecord>, _ new: ArraySlice<ReadRecord>
  ) -> Bool {
    for (old, new) in zip(old, new) {
      guard old.place.line == new.place.line else { return false }
      changes.append(RecordChange(path: path, old: old, new: new))
    }
    added += new.dropFirst(old.count)
    gone += old.dropFirst(new.count).map { RecordSpot(path, $0.place) }
    return true
  }
}
