import ByteCoding
import Corpus
import Fingerprint
import Output

/// The files: `content` has a first line, a checksum, which program wrote it, and the names of the parts
/// with checksums of them; each part is a file of its own, named after both. So nothing is ever written
/// over that `content` names, and it is that of one build, whole, at any moment.
extension ContentCache {
  private static let firstLine = Array("isnad content 2\n".utf8)

  /// `nil` where there is nothing to keep.
  func head(tool: String) -> [UInt8]? {
    guard !parts.isEmpty else { return nil }
    var head = ByteWriter()
    head.add(tool)
    head.add(parts) {
      $0.add($1.name)
      $0.add($1.checksum)
    }
    var checksum = ByteWriter()
    checksum.add(KeptPart.checksum(of: head.bytes[...]))
    return Self.firstLine + checksum.bytes + head.bytes
  }

  /// - Parameters:
  ///   - tool: that reads it; what another kept is of no use.
  ///   - files: where the parts are, which are read as they are asked for.
  init(head: [UInt8], tool: String?, _ files: PartFiles) {
    parts = (try? Self.parts(in: head, tool: tool, files)) ?? []
  }

  private static func parts(
    in head: [UInt8], tool: String?, _ files: PartFiles
  ) throws -> [KeptPart] {
    let start = firstLine.count + 16
    guard head.starts(with: firstLine), head.count >= start else { throw ByteReader.Damage() }
    let checksum = try ByteReader.read(head[firstLine.count..<start]) { try $0.fingerprint() }
    guard checksum == KeptPart.checksum(of: head[start...]) else { throw ByteReader.Damage() }
    return try ByteReader.read(head[start...]) { reader in
      guard try reader.text() == tool else { throw ByteReader.Damage() }
      return try reader.list { try part(try $0.text(), try $0.fingerprint(), files) }
    }
  }

  private static func part(
    _ name: String, _ checksum: Fingerprint, _ files: PartFiles
  ) throws -> KeptPart {
    let file = try PartName(name, checksum)
    return KeptPart(name: name, checksum: checksum) { files.read(file.text) }
  }

  /// Puts parts into their files.
  static func keep(in files: PartFiles) -> KeptPart.Keep {
    { name, bytes in
      let checksum = KeptPart.checksum(of: bytes[...])
      guard let file = try? PartName(name, checksum), files.write(bytes, to: file.text) else {
        return nil
      }
      return KeptPart(name: name, checksum: checksum) { files.read(file.text) }
    }
  }

  /// Removes the files of all other parts.
  func removeOthers(in files: PartFiles) {
    let names = parts.compactMap { try? PartName($0.name, $0.checksum).text }
    files.remove(except: Set(names)) { PartName.isOne($0) }
  }
}

/// The name of a part's file: `articles-256-` and its checksum.
struct PartName {
  let text: String

  /// - Throws: `ByteReader.Damage` where the part is called what none of ours is.
  init(_ part: String, _ checksum: Fingerprint) throws {
    let digits = [checksum.high, checksum.low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    text = part.replacing(" ", with: "-") + "-" + digits.joined()
    guard Self.isOne(text) else { throw ByteReader.Damage() }
  }

  static func isOne(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)?-[0-9a-f]{32}/) != nil
  }
}
