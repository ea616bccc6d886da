import Diagnostics

/// Shows the places that checks across files find fault with, by reading their records again. Only
/// input with faults pays for it.
struct PlaceFinder {
  private let source: String
  private let files: [ContentFile]
  private var last: (record: RecordPlace.Record, text: SourceText)?

  init(source: String, files: [ContentFile]) {
    self.source = source
    self.files = files
  }

  func file(of place: RecordPlace) -> String { files[Int(place.record.file)].path }

  mutating func place(_ place: RecordPlace) -> Place {
    guard place.range.upperBound > 0 else { return Place(file: file(of: place)) }
    let record = place.record
    let text: SourceText
    if let last, last.record == record {
      text = last.text
    } else {
      let bytes = try? OpenFile("\(source)/\(file(of: place))")
        .bytes(from: record.start, count: record.end - record.start)
      text = SourceText(file: file(of: place), bytes: bytes ?? [], firstLine: Int(record.line))
      last = (record, text)
    }
    return text.place(of: Int(place.range.lowerBound)..<Int(place.range.upperBound))
  }
}
