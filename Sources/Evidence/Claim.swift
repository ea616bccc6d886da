/// What several attributions may say alike.
package struct Claim: Sendable {
  package let id: String
  /// Indices into `Evidence.attributions`, ascending.
  package internal(set) var attributions: [Int] = []
  /// The independent origins of those attributions, the one with the earliest attribution first.
  package internal(set) var origins: [Origin] = []
  package internal(set) var circles: [Circle] = []
  /// Among the articles that affirm it; among all where all deny it.
  package internal(set) var earliest = EarliestReport()

  /// One independent origin, and what came from it by whatever way.
  ///
  /// Attributions have one origin when one body answers for those who said it, or bodies that report
  /// it in a circle. An unnamed source is one origin for all who take it from the same hand. A chain
  /// that begins with a carrier (see `ChainBreak.originless`) adds no origin where other chains of the
  /// claim show that carrier with one, and only one: it is of that origin.
  package struct Origin: Sendable {
    /// Those that answer for it, as indices into `Evidence.entities`: none for an unnamed source,
    /// several where they report in a circle.
    package let bodies: [Int]
    package internal(set) var attributions: [Int]
    /// Those among them that begin with a carrier, whose origin other chains show; ascending.
    package internal(set) var adopted: [Int] = []

    package var body: Int? { bodies.first }
  }

  package var isSingleOrigin: Bool { origins.count == 1 }

  init(id: String) {
    self.id = id
  }
}
