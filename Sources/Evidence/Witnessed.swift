/// Who says so: an analysis (an index into `Corpus.analyses`), or a curated card.
public enum Witness: Sendable, Hashable {
  case card
  case analysis(Int)
}

/// A value and all who give it.
public struct Witnessed<Value: Sendable & Hashable>: Sendable, Hashable {
  public let value: Value
  /// In the order of the corpus, the card first; never empty, no one twice.
  public internal(set) var witnesses: [Witness]
}

/// The distinct values that are given for one attribute of one thing. More than one is a
/// disagreement; none is dropped.
///
/// Public and inlinable, so that reading one is compiled for each kind of value: every link asks.
public struct Witnesses<Value: Sendable & Hashable>: Sendable {
  /// Best first once `settle()` has run: the card's value, then the most witnesses, then the first
  /// given.
  public private(set) var values: [Witnessed<Value>] = []
  /// Only for attributes with many values: where each stands in `values`.
  private var positions: [Value: Int] = [:]

  package init() {}

  /// - Parameter values: as they were when they were settled.
  init(settled values: [Witnessed<Value>]) {
    self.values = values
  }

  @inlinable public var best: Value? { values.isEmpty ? nil : values[0].value }
  @inlinable public var isDisputed: Bool { values.count > 1 }

  package mutating func add(_ value: Value?, by witness: Witness) {
    guard let value else { return }
    if let position = position(of: value) {
      if values[position].witnesses.last != witness { values[position].witnesses.append(witness) }
    } else {
      values.append(Witnessed(value: value, witnesses: [witness]))
      if values.count > Self.few { index() }
    }
  }

  package mutating func settle() {
    positions = [:]
    guard values.count > 1 else { return }
    values = values.enumerated().sorted { left, right in
      rank(left.element, left.offset) < rank(right.element, right.offset)
    }.map(\.element)
  }

  /// - Parameter analyses: where the witnesses of settled values are now.
  mutating func move(_ analyses: Places) {
    for position in values.indices {
      values[position].witnesses = values[position].witnesses.map { witness in
        if case .analysis(let number) = witness { .analysis(analyses[number]) } else { witness }
      }
    }
  }

  /// Replaces settled values by others, which are as many.
  mutating func replace(_ other: (Value) -> Value) {
    values = values.map { Witnessed(value: other($0.value), witnesses: $0.witnesses) }
  }

  private func rank(_ value: Witnessed<Value>, _ position: Int) -> (Int, Int, Int) {
    (value.witnesses.first == .card ? 0 : 1, -value.witnesses.count, position)
  }

  /// Up to this many values are searched one by one.
  private static var few: Int { 8 }

  private func position(of value: Value) -> Int? {
    positions.isEmpty ? values.firstIndex { $0.value == value } : positions[value]
  }

  private mutating func index() {
    if positions.isEmpty {
      for (position, known) in values.enumerated() { positions[known.value] = position }
    } else {
      positions[values[values.count - 1].value] = values.count - 1
    }
  }
}
