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

  /// Values whose witnesses all went stay, without any, until all is merged again: to tell what is
  /// otherwise then.
  ///
  /// - Parameter analyses: where the witnesses of settled values are now.
  mutating func move(_ analyses: Places) {
    for position in values.indices {
      values[position].witnesses = values[position].witnesses.compactMap { witness in
        guard case .analysis(let number) = witness else { return witness }
        return analyses.now(number).map { .analysis($0) }
      }
    }
  }

  /// Replaces settled values by others, which are no fewer but where a value went.
  mutating func replace(_ other: (Value) -> Value?) {
    values = values.compactMap { value in
      other(value.value).map { Witnessed(value: $0, witnesses: value.witnesses) }
    }
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
