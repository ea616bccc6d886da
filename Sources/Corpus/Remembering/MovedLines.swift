/// What is read of a line of a bulk file that stands elsewhere now: all of it comes from that line.
extension Gathered {
  /// - Parameter line: from 1.
  mutating func moveOrigins(toLine line: Int) {
    for index in articles.indices { articles[index].value.moveOrigin(toLine: line) }
    for index in analyses.indices { analyses[index].moveOrigins(toLine: line) }
  }
}

extension Article {
  mutating func moveOrigin(toLine line: Int) { origin = origin.moved(toLine: line) }
}

extension Analysis {
  mutating func moveOrigins(toLine line: Int) {
    origin = origin.moved(toLine: line)
    for index in entities.indices {
      entities[index].origin = entities[index].origin.moved(toLine: line)
    }
    for index in events.indices { events[index].origin = events[index].origin.moved(toLine: line) }
    for index in attributions.indices {
      attributions[index].origin = attributions[index].origin.moved(toLine: line)
    }
  }
}

extension Origin {
  fileprivate func moved(toLine line: Int) -> Origin { Origin(file: file, line: line) }
}

/// Where lines of bulk files stand now that stood elsewhere.
struct MovedLines {
  /// By their files and where they stood, from 1.
  private var lines: [String: [Int: Int]] = [:]

  var areNone: Bool { lines.isEmpty }

  var spots: [RecordSpot] {
    lines.flatMap { path, lines in lines.keys.map { RecordSpot(path, line: $0) } }
  }

  mutating func move(_ path: String, _ old: RecordPlace.Record, to new: RecordPlace.Record) {
    lines[path, default: [:]][Int(old.line)] = Int(new.line)
  }

  /// `nil` for what stands where it stood.
  func line(of origin: Origin) -> Int? { lines[origin.file]?[origin.line] }
}
