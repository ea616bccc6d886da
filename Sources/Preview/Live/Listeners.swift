import Synchronization

/// The open pages, each of which is woken when there may be something new.
final class Listeners: Sendable {
  private struct State {
    var next = 0
    var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
  }
  private let state = Mutex(State())

  var count: Int { state.withLock { $0.continuations.count } }

  /// Has an element at once, and one whenever there may be news; ends with the listener.
  func listen() -> AsyncStream<Void> {
    // Who is slow is woken once for all that happened meanwhile.
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.next += 1
      state.continuations[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.continuations.removeValue(forKey: number) }
    }
    continuation.yield()
    return stream
  }

  func wake() {
    let all = state.withLock { Array($0.continuations.values) }
    for continuation in all { continuation.yield() }
  }
}
