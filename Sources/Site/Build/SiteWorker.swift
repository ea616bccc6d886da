import Synchronization

/// How far the workers are, together.
final class JobQueue: Sendable {
  private let ticket = Atomic(0)
  private let count: Int

  /// The first jobs are the longest, and are taken one at a time; then so many.
  private static let (single, batch) = (32, 16)

  /// - Parameter count: how many jobs there are.
  init(count: Int) { self.count = count }

  /// The next jobs to be done; `nil` where none is left.
  func next() -> Range<Int>? {
    let ticket = ticket.add(1, ordering: .relaxed).oldValue
    let later = max(ticket - Self.single, 0)
    let start = min(ticket, Self.single) + later * Self.batch
    guard start < count else { return nil }
    return start..<min(start + (ticket < Self.single ? 1 : Self.batch), count)
  }
}

/// What one worker has done.
struct FinishedJobs: Sendable {
  /// The paths of the files of each job that it did.
  var made: [(position: Int, paths: [String])] = []
}

/// Takes jobs off the queue until there is none.
struct SiteWorker {
  private let builder: SiteBuilder
  private let changes: SiteChanges?
  private let sink: SiteBuilder.Sink
  private let benches: [PageBench]
  private var part = FinishedJobs()

  init(builder: SiteBuilder, rows: SiteBuilder.Rows, changes: SiteChanges?, sink: SiteBuilder.Sink)
  {
    self.builder = builder
    self.changes = changes
    self.sink = sink
    benches = builder.context.languages.indices.map {
      PageBench(builder.context, rows, language: $0)
    }
  }

  mutating func work(_ queue: JobQueue, _ progress: (@Sendable (Int) -> Void)?) throws
    -> FinishedJobs
  {
    while let jobs = queue.next() {
      try Task.checkCancellation()
      for position in jobs { try finish(position) }
      progress?(jobs.upperBound)
    }
    return part
  }

  private mutating func finish(_ position: Int) throws {
    if let entry = changes?.kept[position] {
      for file in entry.files { try sink.keep(file) }
    } else {
      let (job, language) = builder.jobs[position]
      var made: [String] = []
      try benches[language].forEachFile(of: job) { file in
        try sink.put(file.path, file.bytes)
        made.append(file.path)
      }
      part.made.append((position, made))
    }
  }
}

/// Where one worker makes the pages of one language; set up when there is one to make.
final class PageBench {
  private let context: SiteContext
  private let language: Int
  private let rows: RowStore?
  private var onDemand: RowsOnDemand?
  private var maker: PageMaker?

  init(_ context: SiteContext, _ rows: SiteBuilder.Rows, language: Int) {
    self.context = context
    self.language = language
    self.rows = rows.stores?[language]
  }

  func forEachFile(of job: PageJob, _ put: (SiteFile) throws -> Void) throws {
    let maker = self.maker ?? makeMaker()
    self.maker = maker
    try maker.forEachFile(of: job, check: { try onDemand?.check() }, put)
  }

  private func makeMaker() -> PageMaker {
    if let rows { return PageMaker(context, rows, language: language) }
    let rows = RowsOnDemand(context, language: language)
    onDemand = rows
    return PageMaker(context, RowStore(rows), language: language)
  }
}
