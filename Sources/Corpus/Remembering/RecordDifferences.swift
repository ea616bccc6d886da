/// In what the records of two readings differ, where none went, and none stands elsewhere.
struct RecordDifferences {
  /// Those that are not as they were.
  var changes: [RecordChange] = []
  /// Those that came: in new files, or in new lines at the end of bulk files.
  var added: [ReadRecord] = []

  /// Those that are bound to others otherwise than before.
  var rebound: [RecordChange] { changes.filter { $0.old.bonds != $0.new.bonds } }

  /// Whether no more differs than what records say that are bound to others as before.
  var areOfValues: Bool {
    added.isEmpty
      && changes.allSatisfy {
        $0.old.bonds == $0.new.bonds && !$0.new.held.diagnostics.hasErrors
      }
  }
}
