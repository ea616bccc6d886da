/// In what the records of two readings differ.
struct RecordDifferences {
  /// Those that are not as they were.
  var changes: [RecordChange] = []
  /// Those that came: in new files, or in new lines of bulk files.
  var added: [ReadRecord] = []
  /// Where those stood that went: whole files, or lines of bulk files.
  var gone: [RecordSpot] = []
  /// Those that are as they were, and stand elsewhere.
  var moved = MovedLines()

  /// Those that are bound to others otherwise than before.
  var rebound: [RecordChange] { changes.filter { $0.old.bonds != $0.new.bonds } }

  /// Whether no more differs than what records say that are bound to others as before.
  var areOfValues: Bool {
    added.isEmpty && gone.isEmpty && moved.areNone
      && changes.allSatisfy {
        $0.old.bonds == $0.new.bonds && !$0.new.held.diagnostics.hasErrors
      }
  }

  /// Where those stood that changed, went, or moved.
  var spots: [RecordSpot] { changes.map(\.spot) + gone + moved.spots }
}

/// Where a record stands, or stood.
struct RecordSpot {
  let path: String
  /// Of a bulk file, from 1; `nil` where the record is all of its file.
  let line: Int?

  init(_ path: String, _ place: RecordPlace.Record) {
    self.init(path, line: ContentFile.isBulk(path) ? Int(place.line) : nil)
  }

  init(_ path: String, line: Int?) {
    self.path = path
    self.line = line
  }

  /// Whether what comes from somewhere is part of the record.
  func holds(_ origin: Origin) -> Bool {
    origin.file == path && (line == nil || origin.line == line)
  }
}
