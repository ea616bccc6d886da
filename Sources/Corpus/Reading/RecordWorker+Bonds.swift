import ByteCoding
import Fingerprint

/// Adds to the bonds of the record at hand. Where they are the same as before, nothing that is checked
/// across records can come out otherwise, and what the record holds takes the places that it had.
extension RecordWorker {
  func bind(_ article: Article) {
    bonds?.add(article.id)
    bonds?.add(article.aliases)
  }

  func bind(_ analysis: Analysis, in record: RecordPlace.Record) {
    bonds?.add(analysis.article)
    // Wherever the record stands.
    bonds?.add(analysis.origin.line - Int(record.line))
    bonds?.add(analysis.attributions.count)
    for attribution in analysis.attributions { bonds?.add(attribution.id) }
  }

  func bind(_ brief: BriefRecord) {
    bonds?.add(brief.id)
    bonds?.add(brief.kind?.rawValue)
    bonds?.add(brief.lang)
  }

  func bind(_ card: EntityCard) { bonds?.add(card.declared) }

  func bind(_ card: EventCard) { bonds?.add(card.declared) }

  func bind(_ page: Page) {
    bonds?.add(page.id)
    bonds?.add(page.lang)
    bonds?.add(page.aliases)
  }

  func bind(_ decoder: RecordDecoder) {
    guard var bonds else { return }
    bonds.add(decoder.lostAttributions)
    bonds.add(decoder.references.count)
    for (scope, symbol, _) in decoder.references {
      bonds.add(Int(scope.rawValue))
      bonds.add(interner.strings[symbol])
    }
    bonds.add(decoder.declarations.count)
    for (scope, symbol, type, _) in decoder.declarations {
      bonds.add(Int(scope.rawValue))
      bonds.add(interner.strings[symbol])
      bonds.add(type?.type.rawValue)
    }
    bonds.add(decoder.items.count)
    for (entity, item, _) in decoder.items {
      bonds.add(interner.strings[entity])
      bonds.add(item)
    }
    bonds.add(decoder.edges.count)
    for (hierarchy, child, parent, _) in decoder.edges {
      bonds.add(Int(hierarchy.rawValue))
      bonds.add(interner.strings[child])
      bonds.add(interner.strings[parent])
    }
    self.bonds = bonds
  }
}

extension EntityCard {
  /// All but the note, as bytes: strings of Swift are equal where their bytes may differ.
  var declared: [UInt8] {
    var writer = ByteWriter()
    writer.add(entity)
    writer.add(sameAs) { $0.add($1) }
    return writer.bytes
  }
}

extension EventCard {
  /// The same of an event.
  var declared: [UInt8] {
    var writer = ByteWriter()
    writer.add(event)
    writer.add(sameAs) { $0.add($1) }
    return writer.bytes
  }
}
