/// In what the records of two readings differ, where none stands elsewhere.
struct RecordDifferences {
  /// Those that are not as they were.
  var changes: [RecordChange] = []
  /// Those that came: in new files, or in new lines at the end of bulk files.
  var added: [ReadRecord] = []
  /// Where those stood that went: whole files, or lines from the end of bulk files.
  var gone: [RecordSpot] = []

  /// Those that are bound to others otherwise than before.
  var rebound: [RecordChange] { changes.filter { $0.old.bonds != $0.new.bonds } }

  /// Whether no more differs than what records say that are bound to others as before.
  var areOfValues: Bool {
    added.isEmpty && gone.isEmpty
      && changes.allSatisfy {
        $0.old.bonds == $0.new.bonds && !$0.new.held.diagnostics.hasErrors
      }
  }

  /// Where those stood that changed or went.
  var spots: [RecordSpot] { changes.map(\.spot) + gone }
}

/// Where a record stands, or stood.
struct RecordSpot {
  let path: String
  /// Of a bulk file, from 1; `nil` where the record is all of its file.
  let line: Int?

  init(_ path: String, _ place: RecordPlace.Record) {
    self.path = path
    line = ContentFile.isBulk(path) ? Int(place.line) : nil
  }

  /// Whether what comes from somewhere is part of the record.
  func holds(_ origin: Origin) -> Bool {
    origin.file == path && (line == nil || origin.line == line)
  }
}
