/// What several attributions may say alike.
package struct Claim: Sendable {
  package let id: String
  /// Indices into `Evidence.attributions`, ascending.
  package internal(set) var attributions: [Int] = []
  /// The origins of those attributions, the one with the earliest attribution first.
  package internal(set) var origins: [Origin] = []

  /// One independent origin, and what came from it by whatever way.
  package struct Origin: Sendable {
    /// The body that answers for it, an index into `Evidence.entities`; `nil` for an unnamed source.
    package let body: Int?
    package internal(set) var attributions: [Int]
  }

  init(id: String) {
    self.id = id
  }
}
