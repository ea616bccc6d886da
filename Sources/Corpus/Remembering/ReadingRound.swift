import Diagnostics
import Fingerprint

/// One reading of a folder, of which something may be known.
struct ReadingRound {
  private let reader: CorpusReader
  let files: [ContentFile]
  /// Of the last time.
  private let memory: ReadingMemory
  /// Articles that are there besides those that the memory holds, with those that are left out.
  private let articles: [Article]
  private let drafts: [String]
  private let moment: Int64
  private let progress: CorpusReader.Progress?
  /// What is remembered of this one.
  private(set) var read: ReadingMemory
  /// The paths of files of which anything was read.
  private(set) var touched: [String] = []

  init(
    reader: CorpusReader, files: [ContentFile], memory: ReadingMemory,
    articles: [Article] = [], drafts: [String] = [], moment: Int64,
    progress: CorpusReader.Progress?
  ) {
    self.reader = reader
    self.files = files
    self.memory = memory
    self.articles = articles
    self.drafts = drafts
    self.moment = moment
    self.progress = progress
    read = ReadingMemory(terms: memory.terms)
  }

  var source: String { reader.source }
  var jobs: Int { reader.jobs }

  /// First all that may hold an article, then the analyses, which are anchored as they are read.
  mutating func read() async {
    let places = files.indices.filter { files[$0].kind != .site }
    await read(places.filter { files[$0].kind != .analysis }, ArticleIndex())
    let analyses = places.filter { files[$0].kind == .analysis }
    guard !analyses.isEmpty else { return }
    var held: [Article] = []
    var drafts = drafts
    for file in files {
      for record in read[file.path]?.records ?? [] {
        held += record.held.articles.map(\.value)
        drafts += record.held.draftArticles
      }
    }
    await read(analyses, ArticleIndex(held + articles, drafts: drafts))
  }

  /// In what the records differ from those of the memory; `nil` where lines changed their order.
  var differences: RecordDifferences? {
    var differences = RecordDifferences()
    let new = touched.count { memory[$0] == nil }
    if read.count - new != memory.count {
      for (path, file) in memory.all where read[path] == nil {
        differences.gone += file.records.map { RecordSpot(path, $0.place) }
      }
    }
    for path in touched {
      guard let new = read[path] else { return nil }
      guard differences.add(path, memory[path]?.records ?? [], new.records) else { return nil }
    }
    return differences
  }

  private mutating func read(_ places: [Int], _ articles: ArticleIndex) async {
    var due: [Int] = []
    for place in places {
      let file = files[place]
      if let known = memory[file.path], known.isSame(file, articles) {
        read[file.path] = known
      } else {
        due.append(place)
      }
    }
    let total = due.reduce(0) { $0 + files[$1].size }
    let queue = WorkQueue(
      source: reader.source, files: due.map { ($0, files[$0]) }, total: total, done: 0,
      progress: progress)
    var records = await reader.records(files, queue, memory, articles)
    records.sort { ($0.file, $0.record.place.start) < ($1.file, $1.record.place.start) }
    var next = 0
    for place in due {
      let start = next
      while next < records.count, records[next].file == place { next += 1 }
      let file = files[place]
      read[file.path] = ReadFile(
        mark: file.mark, device: file.device, isSettled: file.mark.isSettled(at: moment),
        records: records[start..<next].map(\.record))
      touched.append(file.path)
    }
  }
}

extension CorpusReader {
  /// What workers read, in no order.
  fileprivate func records(
    _ files: [ContentFile], _ queue: WorkQueue, _ memory: ReadingMemory, _ articles: ArticleIndex
  ) async -> [(file: Int, record: ReadRecord)] {
    await withTaskGroup(of: [(file: Int, record: ReadRecord)].self) { group in
      for _ in 0..<jobs {
        group.addTask {
          let worker = RecordWorker(
            source: source, files: files, siteLanguage: memory.terms.siteLanguage,
            readsDrafts: includesDrafts, articles: articles, key: memory.terms.key, memory: memory)
          while let item = queue.next() { worker.read(item) }
          return worker.records
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }
}
