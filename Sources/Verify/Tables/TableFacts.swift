import Corpus

/// What `data/entities.csv` and `data/articles.csv` say of those that stand in chains.
struct TableFacts {
  private static let newsKinds: Set = [
    "news-agency", "newspaper", "broadcaster", "magazine", "news-site",
  ]

  private var bodies: [String: String] = [:]
  /// Entities whose kind says so, and those that publish articles.
  private(set) var newsOrganisations: Set<String> = []
  /// By article: those that have a date.
  private(set) var published: [String: EDTF] = [:]

  init(_ ground: Ground) {
    Self.read("data/entities.csv", ["id", "kind", "body"], ground) { fields, _ in
      bodies[fields[0]] = fields[2]
      if Self.newsKinds.contains(fields[1]) { newsOrganisations.insert(fields[0]) }
    }
    Self.read("data/articles.csv", ["id", "publisher", "published"], ground) { fields, _ in
      newsOrganisations.insert(fields[1])
      published[fields[0]] = try? EDTF(parsing: fields[2])
    }
  }

  /// The body that answers for an entity: itself, where the table says nothing of it.
  func body(_ entity: String) -> String { bodies[entity] ?? entity }

  /// The named columns of each row, and where it stands in the file; nothing where the table lacks one
  /// of them, which is told by what then does not hold.
  static func read(
    _ path: String, _ names: [String], _ ground: Ground, row: ([String], Range<Int>) -> Void
  ) {
    guard let file = ground.files.number(path), let bytes = try? ground.files.bytes(file) else {
      return
    }
    let table = CSV(bytes).rows
    let head = table.first?.fields.map { String(decoding: $0, as: UTF8.self) } ?? []
    let columns = names.compactMap(head.firstIndex(of:))
    guard columns.count == names.count else { return }
    for line in table.dropFirst() where line.fields.count == head.count {
      // The apostrophe keeps a spreadsheet from running a field, and no id has one.
      let fields = columns.map { column in
        let field = line.fields[column]
        return String(
          decoding: field.first == UInt8(ascii: "'") ? field.dropFirst() : field[...],
          as: UTF8.self)
      }
      row(fields, line.range)
    }
  }
}
