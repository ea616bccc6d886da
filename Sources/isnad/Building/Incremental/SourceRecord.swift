import ByteCoding
import Corpus
import Fingerprint
import Output

/// All files that a site is made from, as they are at one moment: those of `content/` and of
/// `templates/`.
package struct SourceRecord: Sendable, Hashable {
  struct File: Sendable, Hashable {
    /// Relative to the source folder.
    var path: String
    var mark: FileMark
    /// The number of its disk.
    var device: UInt64
    /// Of its bytes; where it is a link, also of where that leads.
    var content: Fingerprint
  }

  /// Sorted by path, bytewise.
  var files: [File]
  /// Before any of them was looked at: since 1970-01-01T00:00Z, in nanoseconds.
  var time: Int64

  /// Whether the same would be read from both.
  func isSame(as other: SourceRecord) -> Bool {
    files.elementsEqual(other.files) {
      $0.path.utf8.elementsEqual($1.path.utf8) && $0.content == $1.content
    }
  }
}

/// A first look at what a site is made from, that reads none of it.
struct SourceLook {
  let walk: SourceWalk
  /// Before any of it was looked at, as of a record.
  let time: Int64
  /// nil where a folder cannot be read.
  let files: [SourceWalk.Entry]?

  /// - Parameter source: the folder that has `content/`.
  init(_ source: String) {
    time = FileMark.now
    walk = SourceWalk(source: source)
    files = walk.files(in: ["content", "templates"])
  }

  /// Whether anything was written since a moment. That nothing was does not mean that nothing changed.
  func hasNew(since moment: Int64) -> Bool { files?.contains { $0.mark.time > moment } ?? false }
}

extension SourceRecord {
  /// - Parameters:
  ///   - known: an earlier record with the same key. Files that are as they were then are not read.
  /// - Returns: nil where anything cannot be read.
  init?(of source: SourceLook, _ key: FingerprintKey, known: SourceRecord? = nil) {
    time = source.time
    let earlier = Dictionary(
      (known?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let isOld = { (mark: FileMark) in known.map { mark.isSettled(at: $0.time) } ?? false }
    guard let found = source.files else { return nil }
    files = []
    files.reserveCapacity(found.count)
    for entry in found {
      if let same = earlier[entry.path], same.mark == entry.mark, same.device == entry.device,
        !entry.isLink, isOld(entry.mark), same.path.utf8.elementsEqual(entry.path.utf8)
      {
        files.append(same)
        continue
      }
      guard let content = source.walk.content(of: entry, key) else { return nil }
      files.append(
        File(path: entry.path, mark: entry.mark, device: entry.device, content: content))
    }
  }
}

extension ByteWriter {
  mutating func add(_ record: SourceRecord) {
    add(record.files) { writer, file in
      writer.add(file.path)
      writer.add(file.mark)
      writer.add(file.device)
      writer.add(file.content)
    }
    add(record.time)
  }
}

extension ByteReader {
  mutating func sourceRecord() throws -> SourceRecord {
    SourceRecord(
      files: try list { reader in
        SourceRecord.File(
          path: try reader.text(), mark: try reader.mark(), device: try reader.word(),
          content: try reader.fingerprint())
      }, time: try number())
  }
}
