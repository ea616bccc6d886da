import Dispatch
import Synchronization

/// Makes something of each of several parts at the same time, on as many threads as there are to spare.
///
/// - Returns: what was made, in the order of the parts.
package func concurrently<Part: Sendable>(
  _ parts: Int, _ make: @Sendable (Int) -> Part
) -> [Part] {
  if parts == 1 { return [make(0)] }
  let made = Mutex([Part?](repeating: nil, count: parts))
  DispatchQueue.concurrentPerform(iterations: parts) { number in
    let part = make(number)
    made.withLock { $0[number] = part }
  }
  return made.withLock { $0.compactMap { $0 } }
}

/// The indices of one of several parts of a list, about as many in each.
package func share(_ number: Int, of parts: Int, in count: Int) -> Range<Int> {
  count * number / parts..<count * (number + 1) / parts
}
