import Synchronization

/// What is made of each number below `count`, several at once, less what is nothing, in the order of the
/// numbers.
///
/// Each worker takes the next number as soon as it is done with one, so that none waits for another that
/// happened on the larger ones.
///
/// Where the task is cancelled, some are missing.
///
/// - Parameter jobs: how many are made at once, at least 1.
func inOrder<Part: Sendable>(
  _ count: Int, jobs: Int, _ make: @escaping @Sendable (Int) -> Part?
) async -> [Part] {
  let queue = NumberQueue()
  let made = await withTaskGroup(of: [(Int, Part)].self) { group in
    for _ in 0..<jobs {
      group.addTask {
        var made: [(Int, Part)] = []
        while !Task.isCancelled, case let number = queue.next(), number < count {
          if let part = make(number) { made.append((number, part)) }
        }
        return made
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
  return made.sorted { $0.0 < $1.0 }.map(\.1)
}

private final class NumberQueue: Sendable {
  private let taken = Atomic(0)

  func next() -> Int { taken.add(1, ordering: .relaxed).oldValue }
}
