import Diagnostics
import Markdown

/// Of each id and each edge, the first place is enough; a worker reads in the order of the files.
struct SeenFacts {
  private var declared: Set<Int> = []
  private var edges: Set<Edge> = []
  private var items: [Int: Set<String>] = [:]

  private struct Edge: Hashable {
    let hierarchy: Hierarchy
    let child: Int
    let parent: Int
  }

  mutating func isNew(_ scope: Scope, _ symbol: Int, _ type: EntityRecord.Kind?) -> Bool {
    let type = type.flatMap { EntityRecord.Kind.allCases.firstIndex(of: $0) } ?? 15
    return declared.insert(symbol << 8 | Int(scope.rawValue) << 4 | type).inserted
  }

  mutating func isNew(item: String, of entity: Int) -> Bool {
    items[entity, default: []].insert(item).inserted
  }

  mutating func isNew(_ hierarchy: Hierarchy, child: Int, parent: Int) -> Bool {
    edges.insert(Edge(hierarchy: hierarchy, child: child, parent: parent)).inserted
  }
}

/// What a record says that is checked when all records are read.
extension RecordWorker {
  func commit(_ decoder: RecordDecoder) {
    bind(decoder)
    gathered.diagnostics += decoder.diagnostics
    gathered.lostAttributions += decoder.lostAttributions
    gathered.aliases += decoder.aliases.map {
      WrittenAddress(text: $0.text, place: RecordPlace(decoder.record, $0.range))
    }
    for (scope, symbol, range) in decoder.references {
      gathered.references.append(
        Reference(
          scope: scope, id: interner.strings[symbol], place: RecordPlace(decoder.record, range),
          isLink: false))
    }
    for (scope, symbol, type, range) in decoder.declarations
    where seen?.isNew(scope, symbol, type?.type) ?? true {
      gathered.declarations.append(
        Declaration(
          scope: scope, id: interner.strings[symbol], type: type?.type,
          place: RecordPlace(decoder.record, range),
          typePlace: RecordPlace(decoder.record, type?.range ?? range)))
    }
    for (entity, item, range) in decoder.items where seen?.isNew(item: item, of: entity) ?? true {
      gathered.items.append(
        ItemDeclaration(
          entity: interner.strings[entity], item: item, place: RecordPlace(decoder.record, range)))
    }
    for (hierarchy, child, parent, range) in decoder.edges
    where seen?.isNew(hierarchy, child: child, parent: parent) ?? true {
      gathered.edges.append(
        HierarchyEdge(
          hierarchy: hierarchy, child: interner.strings[child], parent: interner.strings[parent],
          place: RecordPlace(decoder.record, range)))
    }
  }

  func gatherLinks(
    of body: String, at offset: Int, line: Int, _ text: SourceText, _ record: RecordPlace.Record
  ) {
    for link in Markdown.references(in: body) {
      bonds?.add(link.id)
      bonds?.add(Int(Scope(link.scheme).rawValue))
      let start = text.offset(line: line + link.line - 1, byteColumn: link.column)
      let range = start..<start + link.length
      guard !link.isImage else {
        gathered.diagnostics.append(
          Diagnostic(
            .error, "markdown/image-of-a-thing",
            "an image cannot show \(Scope(link.scheme).name)", at: text.place(of: range),
            remedy: "take the “!” out to make it a link"))
        continue
      }
      gathered.references.append(
        Reference(
          scope: Scope(link.scheme), id: link.id, place: RecordPlace(record, range), isLink: true))
    }
  }
}

extension Scope {
  init(_ scheme: LinkScheme) {
    self =
      switch scheme {
      case .entity: .entity
      case .event: .event
      case .article: .article
      case .attribution: .attribution
      case .claim: .claim
      }
  }
}
