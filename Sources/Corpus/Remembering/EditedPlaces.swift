import Diagnostics

/// Where some records stood before they changed.
struct EditedPlaces {
  private var files: Set<String> = []
  /// Of bulk files, from 1.
  private var lines: [String: Set<Int>] = [:]

  init(_ changes: [RecordChange]) {
    for change in changes {
      if change.isLine {
        lines[change.path, default: []].insert(Int(change.old.place.line))
      } else {
        files.insert(change.path)
      }
    }
  }

  /// Whether any of some diagnostics, or of their notes, is of one of them.
  func areSpoken(ofBy diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { diagnostic in
      contains(diagnostic.place) || diagnostic.notes.contains { contains($0.place) }
    }
  }

  private func contains(_ place: Place?) -> Bool {
    guard let place else { return false }
    return files.contains(place.file) || lines[place.file]?.contains(place.line) ?? false
  }
}
