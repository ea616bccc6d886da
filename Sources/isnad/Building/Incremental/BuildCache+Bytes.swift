import Diagnostics
import Fingerprint
import Output
import Site

/// The file: a first line, a checksum of all that follows it, and the values.
extension BuildCache {
  private static let firstLine = Array("isnad cache 1\n".utf8)
  private static let checksumSize = 16

  /// - Returns: nil where these bytes are no cache of this kind, or not those that were written.
  init?(bytes: [UInt8]) {
    let start = Self.firstLine.count + Self.checksumSize
    guard bytes.starts(with: Self.firstLine), bytes.count >= start else { return nil }
    let body = bytes[start...]
    guard bytes[Self.firstLine.count..<start].elementsEqual(Self.checksum(of: body)) else {
      return nil
    }
    var reader = ByteReader(body)
    guard let cache = try? reader.cache(), reader.isAtEnd else { return nil }
    self = cache
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.add(self)
    return Self.firstLine + Self.checksum(of: writer.bytes[...]) + writer.bytes
  }

  private static func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var maker = FingerprintMaker(.open)
    bytes.withUnsafeBytes { maker.add($0) }
    var writer = ByteWriter()
    writer.add(maker.finish())
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ cache: BuildCache) {
    add(cache.terms.tool)
    add(cache.terms.baseURL) { $0.add($1) }
    add(cache.terms.includesDrafts)
    add(cache.terms.hasSearch)
    add(cache.key.first)
    add(cache.key.second)
    add(cache.inputs)
    add(cache.manifest)
    add(cache.ledger.whole)
    add(cache.ledger.entries) { writer, entry in
      writer.add(entry.key)
      writer.add(entry.value.fingerprint)
      writer.add(entry.value.files) { $0.add($1) }
    }
    add(cache.others) { $0.add($1) }
    add(cache.diagnostics) { $0.add($1) }
    add(cache.pages)
    add(cache.bytes)
  }

  mutating func add(_ fingerprint: Fingerprint) {
    add(fingerprint.high)
    add(fingerprint.low)
  }

  mutating func add(_ mark: FileMark) {
    add(mark.size)
    add(mark.time)
    add(mark.inode)
  }

  private mutating func add(_ file: MarkedFile) {
    add(file.path)
    add(file.mark)
  }

  private mutating func add(_ diagnostic: Diagnostic) {
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
  fileprivate mutating func cache() throws -> BuildCache {
    BuildCache(
      terms: BuildCache.Terms(
        tool: try text(), baseURL: try optional { try $0.text() }, includesDrafts: try flag(),
        hasSearch: try flag()),
      key: FingerprintKey(first: try word(), second: try word()), inputs: try sourceRecord(),
      manifest: try mark(),
      ledger: SiteLedger(
        whole: try fingerprint(),
        entries: Dictionary(
          try list { reader in
            (
              try reader.text(),
              SiteLedger.Entry(
                fingerprint: try reader.fingerprint(), files: try reader.list { try $0.file() })
            )
          }, uniquingKeysWith: { first, _ in first })),
      others: try list { try $0.file() }, diagnostics: try list { try $0.diagnostic() },
      pages: try count(), bytes: try count())
  }

  mutating func fingerprint() throws -> Fingerprint {
    Fingerprint(high: try word(), low: try word())
  }

  mutating func mark() throws -> FileMark {
    FileMark(size: try number(), time: try number(), inode: try word())
  }

  private mutating func file() throws -> MarkedFile {
    MarkedFile(path: try text(), mark: try mark())
  }

  private mutating func diagnostic() throws -> Diagnostic {
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damage() }
    return Diagnostic(
      severity, try text(), try text(), at: try optional { try $0.place() },
      notes: try list { reader in
        Diagnostic.Note(try reader.text(), at: try reader.optional { try $0.place() })
      }, remedy: try optional { try $0.text() })
  }

  private mutating func place() throws -> Place {
    let (file, line, column) = (try text(), try count(), try count())
    let (excerpt, start, end) = (try text(), try count(), try count())
    guard start <= end else { throw Damage() }
    return Place(file: file, line: line, column: column, excerpt: excerpt, marked: start..<end)
  }
}
