import Diagnostics

enum EntityKey: String, FieldKey {
  case id, type, kind, names, aliases, wikidata, location, memberOf, reliability
  /// Of cards alone.
  case sameAs, lang

  static let table = KeyTable<Self>(
    of: "an entity", required: [.type, .names], unlisted: [.sameAs, .lang])
}

private enum LocationKey: String, FieldKey {
  case lat, lon

  static let table = KeyTable<Self>(of: "a location", required: [.lat, .lon])
}

/// Where an entity or an event is declared, which decides over its id and over some of its keys.
enum DeclarationSite {
  case analysis
  /// A card whose file has this name, without its ending.
  case card(fileName: String)

  var isCard: Bool {
    if case .card = self { true } else { false }
  }
}

extension RecordDecoder {
  mutating func entity(
    _ value: Document.Value, in site: DeclarationSite
  ) -> (record: EntityRecord, sameAs: [String], idRange: Range<Int>)? {
    guard var fields = fields(value, EntityKey.self) else { return nil }
    let origin = origin(of: value)
    var id: (symbol: Int, range: Range<Int>)?
    var hasID = false
    var type: DeclaredType?
    var names: Localized?
    var sameAs: [String] = []
    var itemRange = 0..<0
    var memberOf: [(symbol: Int, range: Range<Int>)] = []
    var record = EntityRecord(id: "", type: .other, names: Localized(), origin: origin)
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        hasID = true
        id = identifier(value, "the id of an entity").map { ($0, document.range(value)) }
      case .type:
        type = choice(value, "a type of an entity").map {
          DeclaredType(type: $0, range: document.range(value))
        }
      case .kind: record.kind = vocabulary(value, "the kind of an entity")
      case .names: names = self.names(value)
      case .aliases: record.aliases = alternatives(value)
      case .wikidata:
        record.wikidata = wikidata(value)
        itemRange = document.range(value)
      case .location: record.location = location(value)
      case .memberOf:
        memberOf = array(value, "“memberOf”") { decoder, value in
          decoder.referredSymbol(value, .entity).map { ($0, decoder.document.range(value)) }
        }
      case .reliability: record.reliability = reliability(value)
      case .sameAs:
        if site.isCard {
          sameAs = references(value, "“sameAs”", .entity)
        } else {
          onlyInCard("sameAs", "an entity", fields.position, value)
        }
      case .lang where site.isCard: noteLanguage = language(value)
      case .lang: onlyInCard("lang", "an entity", fields.position, value)
      }
    }
    if !hasID { id = defaultID(of: value, site, "an entity") }
    guard let id else { return nil }
    if !site.isCard { declareInAnalysis(\.entities, id.symbol, at: id.range, "entities") }
    if let item = record.wikidata { items.append((id.symbol, item, itemRange)) }
    for parent in memberOf { edges.append((.memberOf, id.symbol, parent.symbol, parent.range)) }
    guard let type, let names else {
      // Declared all the same: what refers to it is not to be told that it is missing.
      declare(.entity, id.symbol, at: id.range)
      return nil
    }
    declare(.entity, id.symbol, type: type, at: id.range)
    record.id = interner.strings[id.symbol]
    record.type = type.type
    record.names = names
    record.memberOf = memberOf.map { interner.strings[$0.symbol] }
    return (record, sameAs, id.range)
  }

  // Each analysis declares its entities anew, mostly with the same names: these are decoded once, and
  // kept once.

  private mutating func names(_ value: Document.Value) -> Localized? {
    let bytes = repeated(value)
    if let known = bytes.flatMap({ interner.localized[$0] }) { return known }
    let faults = diagnostics.count
    let names = localized(value, "the names of an entity")
    if let bytes, diagnostics.count == faults { interner.localized[bytes] = names }
    return names
  }

  private mutating func alternatives(_ value: Document.Value) -> [String] {
    let bytes = repeated(value)
    if let known = bytes.flatMap({ interner.lists[$0] }) { return known }
    let faults = diagnostics.count
    let aliases = strings(value, "“aliases”", each: "an alias of an entity")
    if let bytes, diagnostics.count == faults { interner.lists[bytes] = aliases }
    return aliases
  }

  /// The symbol of a value's bytes; `nil` in YAML, where what bytes mean depends on what is around them.
  private func repeated(_ value: Document.Value) -> Int? {
    guard document.syntax == .json else { return nil }
    return document.bytes[document.range(value)].withUnsafeBufferPointer { interner.symbol($0) }
  }

  /// The id that a card has by its file's name; in an analysis a missing id is an error.
  mutating func defaultID(
    of value: Document.Value, _ site: DeclarationSite, _ subject: String
  ) -> (symbol: Int, range: Range<Int>)? {
    switch site {
    case .card(let name):
      return identifier(fromFileName: name, "the id of \(subject)").map { ($0, 0..<0) }
    case .analysis:
      let start = document.range(value).lowerBound
      report("format/missing-key", "\(subject) needs the key “id”", at: start..<start + 1, nil)
      return nil
    }
  }

  mutating func onlyInCard(
    _ key: String, _ subject: String, _ position: Int, _ value: Document.Value
  ) {
    report(
      "format/only-in-a-card", "“\(key)” belongs to the card of \(subject), not to an analysis",
      Document.Value(index: value.index - 1),
      "move it to a card under content/\(subject == "an entity" ? "entities" : "events")/")
  }

  private mutating func wikidata(_ value: Document.Value) -> String? {
    guard let text = string(value, "“wikidata”") else { return nil }
    let digits = text.utf8.dropFirst()
    let isItem =
      text.utf8.first == UInt8(ascii: "Q") && !digits.isEmpty
      && digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    guard isItem else {
      let number = text.utf8.reversed().prefix { $0 &- UInt8(ascii: "0") < 10 }.reversed()
      report(
        "entity/bad-wikidata", "“\(text.shortened)” is not the id of a Wikidata item", value,
        number.isEmpty
          ? "write “Q” and the number of the item, such as Q7747"
          : "write “Q\(String(decoding: Array(number), as: UTF8.self))”")
      return nil
    }
    return text
  }

  private mutating func location(_ value: Document.Value) -> EntityRecord.Location? {
    guard var fields = fields(value, LocationKey.self) else { return nil }
    var lat: Double?
    var lon: Double?
    while let (key, value) = next(&fields) {
      switch key {
      case .lat: lat = degrees(value, "a latitude", 90)
      case .lon: lon = degrees(value, "a longitude", 180)
      }
    }
    guard let lat, let lon else { return nil }
    return EntityRecord.Location(lat: lat, lon: lon)
  }

  private mutating func degrees(
    _ value: Document.Value, _ what: String, _ limit: Double
  ) -> Double? {
    guard let degrees = number(value, what) else { return nil }
    guard abs(degrees) <= limit else {
      report(
        "entity/bad-location",
        "\(document.text(value)) is not \(what), which is between -\(Int(limit)) and \(Int(limit)) degrees",
        value,
        limit == 90 && abs(degrees) <= 180 ? "see whether “lat” and “lon” are exchanged" : nil)
      return nil
    }
    return degrees
  }

  private mutating func reliability(_ value: Document.Value) -> Character? {
    guard let text = string(value, "a reliability") else { return nil }
    guard text.utf8.count == 1, let letter = text.first, ("A"..."F").contains(letter) else {
      let upper = text.uppercased()
      let isLowerCase = upper.utf8.count == 1 && "ABCDEF".contains(upper)
      report(
        "entity/bad-reliability", "“\(text.shortened)” is not a reliability of the Admiralty code",
        value,
        isLowerCase
          ? "write “\(upper)”"
          : "it is a letter from “A” (completely reliable) to “E” (unreliable), or “F” (cannot be judged)"
      )
      return nil
    }
    return letter
  }
}
