import ByteCoding
import Diagnostics
import Fingerprint

extension ByteWriter {
  package mutating func add(_ mark: FileMark) {
    add(mark.size)
    add(mark.time)
    add(mark.inode)
  }

  package mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity.rawValue)
    add(diagnostic.id)
    add(diagnostic.message)
    add(diagnostic.place) { $0.add($1) }
    add(diagnostic.notes) { writer, note in
      writer.add(note.text)
      writer.add(note.place) { $0.add($1) }
    }
    add(diagnostic.remedy) { $0.add($1) }
  }

  private mutating func add(_ place: Place) {
    add(place.file)
    add(place.line)
    add(place.column)
    add(place.excerpt)
    add(place.marked.lowerBound)
    add(place.marked.upperBound)
  }
}

extension ByteReader {
  package mutating func mark() throws -> FileMark {
    FileMark(size: try number(), time: try number(), inode: try word())
  }

  package mutating func diagnostic() throws -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try text()) else {
      throw ByteReader.Damage()
    }
    return Diagnostic(
      severity, try text(), try text(), at: try optional { try $0.place() },
      notes: try list { reader in
        Diagnostic.Note(try reader.text(), at: try reader.optional { try $0.place() })
      }, remedy: try optional { try $0.text() })
  }

  private mutating func place() throws -> Place {
    let (file, line, column) = (try text(), try count(), try count())
    let (excerpt, start, end) = (try text(), try count(), try count())
    guard start <= end else { throw ByteReader.Damage() }
    return Place(file: file, line: line, column: column, excerpt: excerpt, marked: start..<end)
  }
}
