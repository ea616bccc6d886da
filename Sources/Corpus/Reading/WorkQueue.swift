import Synchronization

/// Hands files, and bulk files in batches of whole lines, to workers, each of which asks for more when
/// it is done.
final class WorkQueue: Sendable {
  enum Item: Sendable {
    /// An index of the file list.
    case file(Int)
    case lines(Lines)
    case failure(file: Int, reason: String)
  }

  /// Whole lines of a bulk file.
  struct Lines: Sendable {
    let file: Int
    /// Indexed from 0.
    let bytes: ArraySlice<UInt8>
    /// Of the first of `bytes` in the file.
    let offset: Int
    /// From 1.
    let firstLine: Int
  }

  private struct State {
    var next = 0
    var bulk: BulkFile?
    var bytesDone = 0
  }

  private let source: String
  private let files: [(index: Int, file: ContentFile)]
  private let state = Mutex(State())
  private let total: Int
  private let progress: CorpusReader.Progress?

  init(
    source: String, files: [(index: Int, file: ContentFile)], total: Int, done: Int,
    progress: CorpusReader.Progress?
  ) {
    self.source = source
    self.files = files
    self.total = total
    self.progress = progress
    state.withLock { $0.bytesDone = done }
  }

  func next() -> Item? {
    state.withLock { state in
      let (item, size) = next(&state)
      state.bytesDone += size
      progress?(min(state.bytesDone, total), total)
      return item
    }
  }

  private func next(_ state: inout State) -> (Item?, Int) {
    while true {
      if let bulk = state.bulk {
        do throws(FileSystem.Failure) {
          if let lines = try bulk.next() { return (.lines(lines), lines.bytes.count) }
        } catch {
          state.bulk = nil
          return (.failure(file: bulk.index, reason: error.reason), 0)
        }
        state.bulk = nil
      }
      guard state.next < files.count else { return (nil, 0) }
      let (index, file) = files[state.next]
      state.next += 1
      guard file.kind == .bulk else { return (.file(index), file.size) }
      do throws(FileSystem.Failure) {
        state.bulk = BulkFile(try OpenFile("\(source)/\(file.path)"), index: index)
      } catch {
        return (.failure(file: index, reason: error.reason), file.size)
      }
    }
  }
}

/// A bulk file, read once from its beginning to its end.
private final class BulkFile {
  /// Small enough to stay in a core's cache until it is parsed, and for its memory to be used again.
  private static let batchSize = 64 * 1_024

  let index: Int
  private let file: OpenFile
  /// Where the next line begins, in bytes.
  private var offset = 0
  private var line = 1
  /// The beginning of that line, as far as it was read along.
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  init(_ file: OpenFile, index: Int) {
    self.file = file
    self.index = index
  }

  func next() throws(FileSystem.Failure) -> WorkQueue.Lines? {
    guard !isAtEnd else { return nil }
    // A line that is longer than a batch is read in growing steps.
    var step = Self.batchSize
    var bytes: [UInt8]
    var end: Int?
    repeat {
      let known = rest.count
      bytes = try file.bytes(after: rest, from: offset + known, count: step)
      isAtEnd = bytes.count - known < step
      end = isAtEnd ? bytes.count : bytes[known...].lastIndex(of: 0x0A).map { $0 + 1 }
      rest = bytes[(end ?? 0)...]
      step = min(step * 2, 1 << 28)
    } while end == nil
    let whole = bytes[..<rest.startIndex]
    let lines = WorkQueue.Lines(file: index, bytes: whole, offset: offset, firstLine: line)
    offset += whole.count
    line += Bytes.lineEnds(in: whole)
    return whole.isEmpty ? nil : lines
  }
}
