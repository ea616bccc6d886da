import Synchronization

/// How far the workers are, together.
final class JobQueue: Sendable {
  let next = Atomic(0)
}

/// What one worker has done.
struct FinishedJobs: Sendable {
  /// The paths of its pages, made or kept.
  var pages: [String] = []
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

  /// Jobs that a worker takes at a time.
  private static let batch = 16

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
    let count = builder.jobs.count
    while true {
      let start = queue.next.add(Self.batch, ordering: .relaxed).oldValue
      guard start < count else { return part }
      try Task.checkCancellation()
      let end = min(start + Self.batch, count)
      for position in start..<end { try finish(position) }
      progress?(end)
    }
  }

  private mutating func finish(_ position: Int) throws {
    let paths: [String]
    if let entry = changes?.kept[position] {
      for file in entry.files { try sink.keep(file) }
      paths = entry.files.map(\.path)
    } else {
      let (job, language) = builder.jobs[position]
      let files = try benches[language].files(for: job)
      for file in files { try sink.put(file.path, file.bytes) }
      paths = files.map(\.path)
      part.made.append((position, paths))
    }
    part.pages += paths.filter { $0.hasSuffix("index.html") }
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

  func files(for job: PageJob) throws -> [SiteFile] {
    let maker = self.maker ?? makeMaker()
    self.maker = maker
    let files = try maker.files(for: job)
    try onDemand?.check()
    return files
  }

  private func makeMaker() -> PageMaker {
    if let rows { return PageMaker(context, rows, language: language) }
    let rows = RowsOnDemand(context, language: language)
    onDemand = rows
    return PageMaker(context, RowStore(rows), language: language)
  }
}
