import Diagnostics

/// Where some records stood before they changed, went, or moved.
struct EditedPlaces {
  private var files: Set<String> = []
  /// Of bulk files, from 1.
  private var lines: [String: Set<Int>] = [:]

  init(_ spots: [RecordSpot]) {
    for spot in spots {
      if let line = spot.line {
        lines[spot.path, default: []].insert(line)
      } else {
        files.insert(spot.path)
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
