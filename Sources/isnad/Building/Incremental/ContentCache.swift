import ByteCoding
import Corpus
import Evidence
import Fingerprint

/// What a build keeps of the content that it read, and of what was put together of it, so that the next
/// one reads only what changed.
///
/// It may be deleted at any time. Whatever is odd about it, all is read again.
struct ContentCache: Sendable {
  let parts: [KeptPart]

  init() {
    parts = []
  }

  /// Of a build that was made over what `last` has.
  ///
  /// - Parameter jobs: how many parts are written at once, at least 1.
  init(
    _ content: Build.ReadContent, _ evidence: Evidence, after last: ContentCache, jobs: Int
  ) async {
    guard let notes = content.reading.notes, Self.isWorthwhile(evidence.corpus) else {
      parts = []
      return
    }
    let kept = Dictionary(
      last.parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let isFollowed = content.isFollowed
    async let others = withTaskGroup(of: (Int, KeptPart).self) { group in
      for (number, name) in Self.evidenceNames.enumerated() {
        group.addTask {
          if isFollowed, let part = kept[name] { return (number, part) }
          return (number, KeptPart(name: name, bytes: evidence.part(number)[...]))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let own = await KeptContent.parts(
      of: evidence.corpus, notes, after: last.parts, content.reading.change, jobs: jobs)
    parts = own + (await others)
  }

  private static let evidenceNames = Evidence.partNames.map { "evidence " + $0 }

  /// What takes as much memory again as the corpus itself is not kept of the largest ones.
  private static func isWorthwhile(_ corpus: Corpus) -> Bool { corpus.articles.count <= 50_000 }

  /// - Parameter workers: at least 1.
  /// - Returns: `nil` where it is not there, or damaged.
  func evidence(of corpus: Corpus, workers: Int) -> Evidence? {
    let found = Self.evidenceNames.compactMap { name in parts.first { $0.name == name } }
    guard found.count == Self.evidenceNames.count else { return nil }
    return Evidence(found, of: corpus, workers: workers)
  }
}

/// The file: a first line, how long the head is, a checksum of it, the head, and the parts. The head has
/// the names of the parts, how long they are, and checksums of them.
extension ContentCache {
  private static let firstLine = Array("isnad content 1\n".utf8)

  /// The file in pieces; `nil` where there is nothing to keep.
  func pieces(tool: String) -> [ArraySlice<UInt8>]? {
    guard !parts.isEmpty else { return nil }
    var head = ByteWriter()
    head.add(tool)
    head.add(parts) {
      $0.add($1.name)
      $0.add($1.bytes.count)
      $0.add($1.checksum)
    }
    var start = ByteWriter()
    start.add(UInt64(head.bytes.count))
    start.add(Self.checksum(of: head.bytes[...]))
    return [Self.firstLine[...], start.bytes[...], head.bytes[...]] + parts.map(\.bytes)
  }

  /// - Parameter tool: that reads it; what another kept is of no use.
  init(bytes: [UInt8], tool: String?) {
    parts = (try? Self.parts(in: bytes, tool: tool)) ?? []
  }

  private static func parts(in bytes: [UInt8], tool: String?) throws -> [KeptPart] {
    let start = firstLine.count + 24
    guard bytes.starts(with: firstLine), bytes.count >= start else { throw ByteReader.Damage() }
    let (size, checksum) = try ByteReader.read(bytes[firstLine.count..<start]) {
      (Int(clamping: try $0.word()), try $0.fingerprint())
    }
    guard size <= bytes.count - start else { throw ByteReader.Damage() }
    let head = bytes[start..<start + size]
    guard checksum == Self.checksum(of: head) else { throw ByteReader.Damage() }
    var position = start + size
    let parts = try ByteReader.read(head) { reader in
      guard try reader.text() == tool else { throw ByteReader.Damage() }
      return try reader.list { reader in
        let (name, count, checksum) = (
          try reader.text(), try reader.count(), try reader.fingerprint()
        )
        guard count >= 0, count <= bytes.count - position else { throw ByteReader.Damage() }
        defer { position += count }
        return KeptPart(name: name, bytes: bytes[position..<position + count], checksum: checksum)
      }
    }
    guard position == bytes.count else { throw ByteReader.Damage() }
    return parts
  }

  private static func checksum(of bytes: ArraySlice<UInt8>) -> Fingerprint {
    KeptPart.checksum(of: bytes)
  }
}
