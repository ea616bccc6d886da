import FlyingSocks

/// The body of a response that tells an open page what is new, for as long as it is open.
struct EventBody: AsyncBufferedSequence {
  typealias Element = UInt8

  let follower: LiveFollower
  let wakes: AsyncStream<Void>
  let state: @Sendable () -> PreviewState

  func makeAsyncIterator() -> Iterator {
    Iterator(follower: follower, wakes: wakes.makeAsyncIterator(), state: state)
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var follower: LiveFollower
    var wakes: AsyncStream<Void>.Iterator
    let state: @Sendable () -> PreviewState
    private var isFirst = true
    private var rest: ArraySlice<UInt8> = []

    init(
      follower: LiveFollower, wakes: AsyncStream<Void>.Iterator,
      state: @escaping @Sendable () -> PreviewState
    ) {
      self.follower = follower
      self.wakes = wakes
      self.state = state
    }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty, let buffer = try await nextBuffer(suggested: 1) { rest = buffer[...] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard await wakes.next() != nil else { return nil }
      // Who loses the preview looks for it again soon.
      let head = isFirst ? "retry: 500\n\n" : ""
      isFirst = false
      return Array((head + (await follower.news(of: state()))).utf8)
    }
  }
}
