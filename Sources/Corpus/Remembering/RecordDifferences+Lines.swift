extension RecordDifferences {
  /// Adds in what the records of a file differ: those that are as they were are found wherever they stand
  /// now; between two of them, one after the other, so are those that say something else and are bound to
  /// others as before; and of the rest between two of these, those on the same lines changed, and all
  /// others came or went.
  ///
  /// - Parameters:
  ///   - old: in the order of the file, as `new`.
  /// - Returns: `false` where lines changed their order.
  mutating func add(_ path: String, _ old: [ReadRecord], _ new: [ReadRecord]) -> Bool {
    let places = old[...].places(by: \.fingerprint)
    // Where those are that were not compared yet.
    var (before, now) = (0, 0)
    for index in new.indices {
      guard let place = places[new[index].fingerprint],
        old[place].isSame(new[index].fingerprint, new[index].article)
      else { continue }
      guard place >= before else { return false }
      addChanged(path, old[before..<place], new[now..<index])
      if old[place].place.line != new[index].place.line {
        moved.move(path, old[place].place, to: new[index].place)
      }
      (before, now) = (place + 1, index + 1)
    }
    addChanged(path, old[before...], new[now...])
    return true
  }

  private mutating func addChanged(
    _ path: String, _ old: ArraySlice<ReadRecord>, _ new: ArraySlice<ReadRecord>
  ) {
    guard !old.isEmpty, !new.isEmpty else { return addOthers(path, old, new) }
    let places = old.places(by: \.bonds)
    var (before, now) = (old.startIndex, new.startIndex)
    for index in new.indices {
      guard let place = places[new[index].bonds], place >= before else { continue }
      addOthers(path, old[before..<place], new[now..<index])
      add(path, old[place], new[index])
      (before, now) = (place + 1, index + 1)
    }
    addOthers(path, old[before...], new[now...])
  }

  private mutating func addOthers(
    _ path: String, _ old: ArraySlice<ReadRecord>, _ new: ArraySlice<ReadRecord>
  ) {
    for (old, new) in zip(old, new) {
      if old.place.line == new.place.line {
        add(path, old, new)
      } else {
        // One that only stands elsewhere comes with an id that is there, and then all is read.
        gone.append(RecordSpot(path, old.place))
        added.append(new)
      }
    }
    added += new.dropFirst(old.count)
    gone += old.dropFirst(new.count).map { RecordSpot(path, $0.place) }
  }

  private mutating func add(_ path: String, _ old: ReadRecord, _ new: ReadRecord) {
    changes.append(RecordChange(path: path, old: old, new: new))
    if old.place.line != new.place.line { moved.move(path, old.place, to: new.place) }
  }
}
