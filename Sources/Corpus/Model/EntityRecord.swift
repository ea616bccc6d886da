/// What one analysis, or one card, declares of an entity.
package struct EntityRecord: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, organization, place, agreement, group, facility, product, other
  }

  package struct Location: Sendable, Hashable {
    /// Degrees, -90...90.
    package let lat: Double
    /// Degrees, -180...180.
    package let lon: Double

    package init(lat: Double, lon: Double) {
      self.lat = lat
      self.lon = lon
    }
  }

  package var id: String
  package var type: Kind
  /// Refines the type freely: `ministry`, `news-agency`.
  package var kind: String?
  package var names: Localized
  package var aliases: [String] = []
  /// `Q` and digits.
  package var wikidata: String?
  package var location: Location?
  /// Entity ids.
  package var memberOf: [String] = []
  /// Admiralty code, source: `A`...`F`.
  package var reliability: Character?
  package var origin: Origin

  package init(id: String, type: Kind, names: Localized, origin: Origin) {
    self.id = id
    self.type = type
    self.names = names
    self.origin = origin
  }
}
