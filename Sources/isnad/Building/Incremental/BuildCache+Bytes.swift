import ByteCoding
import Corpus
import Diagnostics
import Fingerprint
import Output
import Site

/// The file: a first line, a checksum of all that follows it, and the values.
extension BuildCache {
  private static let firstLine = Array("isnad cache 4\n".utf8)
  private static let checksumSize = 16

  /// - Returns: nil where these bytes are no cache of this kind, or not those that were written.
  package init?(bytes: [UInt8]) {
    let start = Self.firstLine.count + Self.checksumSize
    guard bytes.starts(with: Self.firstLine), bytes.count >= start else { return nil }
    let body = bytes[start...]
    guard bytes[Self.firstLine.count..<start].elementsEqual(Self.checksum(of: body)) else {
      return nil
    }
    guard let cache = try? ByteReader.read(body, { try $0.cache() }) else { return nil }
    self = cache
  }

  package var encoded: [UInt8] { encoded(files: Self.encoded(ledger, others)) }

  /// - Parameter files: the ledger and the other files of this cache, as `encoded(_:_:)` gives them.
  func encoded(files: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.addGround(self)
    let start = Self.firstLine.count + Self.checksumSize
    // In one place: of a large site it is long.
    var bytes = Self.firstLine
    bytes.reserveCapacity(start + writer.bytes.count + files.count)
    bytes += [UInt8](repeating: 0, count: Self.checksumSize) + writer.bytes
    bytes += files
    bytes.replaceSubrange(
      Self.firstLine.count..<start, with: Self.checksum(of: bytes[start...]))
    return bytes
  }

  /// Most of a cache, which is known before the rest is.
  static func encoded(_ ledger: SiteLedger, _ others: [MarkedFile]) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(ledger)
    writer.add(others) { $0.add($1) }
    return writer.bytes
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
  /// All but the ledger and the other files.
  fileprivate mutating func addGround(_ cache: BuildCache) {
    add(cache.terms.tool)
    add(cache.terms.baseURL) { $0.add($1) }
    add(cache.terms.includesDrafts)
    add(cache.terms.indexer) { $0.add($1) }
    add(cache.key.first)
    add(cache.key.second)
    add(cache.inputs)
    add(cache.manifest)
    add(cache.diagnostics) { $0.add($1) }
    add(cache.pages)
    add(cache.bytes)
  }

  fileprivate mutating func add(_ ledger: SiteLedger) {
    add(ledger.whole)
    add(ledger.entries) { writer, entry in
      writer.add(entry.key)
      writer.add(entry.value)
    }
    add(ledger.texts) { writer, entry in writer.add(entry) { $0.add($1) } }
  }

  private mutating func add(_ entry: SiteLedger.Entry) {
    add(entry.fingerprint)
    add(entry.files) { $0.add($1) }
  }

  fileprivate mutating func add(_ file: MarkedFile) {
    add(file.path)
    add(file.mark)
  }
}

extension ByteReader {
  fileprivate mutating func cache() throws -> BuildCache {
    let terms = BuildCache.Terms(
      tool: try text(), baseURL: try optional { try $0.text() }, includesDrafts: try flag(),
      indexer: try optional { try $0.text() })
    let key = FingerprintKey(first: try word(), second: try word())
    let (inputs, manifest) = (try sourceRecord(), try mark())
    let (diagnostics, pages, bytes) = (
      try list { try $0.diagnostic() }, try count(), try count()
    )
    return BuildCache(
      terms: terms, key: key, inputs: inputs, manifest: manifest, ledger: try ledger(),
      others: try list { try $0.file() }, diagnostics: diagnostics, pages: pages, bytes: bytes)
  }

  private mutating func ledger() throws -> SiteLedger {
    SiteLedger(
      whole: try fingerprint(),
      entries: Dictionary(
        try list { (try $0.text(), try $0.entry()) }, uniquingKeysWith: { first, _ in first }),
      texts: try list { try $0.optional { try $0.entry() } })
  }

  private mutating func entry() throws -> SiteLedger.Entry {
    SiteLedger.Entry(fingerprint: try fingerprint(), files: try list { try $0.file() })
  }

  private mutating func file() throws -> MarkedFile {
    MarkedFile(path: try text(), mark: try mark())
  }
}
