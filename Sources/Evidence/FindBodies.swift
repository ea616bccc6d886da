extension Evidence {
  /// Finds for each entity the organization at the top of its memberships: a minister speaks for the
  /// ministry. A member of a state or another place answers for itself.
  mutating func findBodies() {
    bodies = entities.indices.map { entity in
      var (top, steps) = (entity, 0)
      while steps < entities.count,
        let next = entities[top].memberOf.first(where: { entities[$0].type.best == .organization })
      {
        (top, steps) = (next, steps + 1)
      }
      return top
    }
  }

  /// Those who carry an attribution for another: the links after the first, less those that speak for
  /// the originator's own body. In the order of the chain; `nil` for unnamed ones.
  @inlinable package func carriers(of attribution: Attribution) -> [Int?] {
    let own = attribution.originator.map { bodies[$0] }
    return attribution.sources.dropFirst().filter { $0 == nil || bodies[$0 ?? 0] != own }
  }

  /// Those who speak for the originator's own body: a spokesman, an office.
  @inlinable package func voices(of attribution: Attribution) -> [Int] {
    guard let own = attribution.originator.map({ bodies[$0] }) else { return [] }
    return attribution.sources.dropFirst().compactMap { $0 }.filter { bodies[$0] == own }
  }
}
