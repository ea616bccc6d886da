import Diagnostics
import Fingerprint

/// Reads everything under `content/` of one folder: decodes, checks, and anchors it.
package struct CorpusReader: Sendable {
  /// Told now and then: how many bytes are read, and how many there are. Called by one task at a time.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  let source: String
  let includesDrafts: Bool
  let jobs: Int
  let key: FingerprintKey?

  /// - Parameters:
  ///   - source: the path of the folder that has `content/`.
  ///   - jobs: how many workers read at once, at least 1.
  ///   - key: what articles, analyses and settings are fingerprinted with; without it they are not.
  package init(source: String, includesDrafts: Bool, jobs: Int, key: FingerprintKey? = nil) {
    self.key = key
    self.source = source
    self.includesDrafts = includesDrafts
    self.jobs = max(jobs, 1)
  }

  /// The corpus as far as it could be read, and everything that is wrong with it, in order.
  ///
  /// The result is the same whatever the number of jobs and the order of the files.
  package func read(
    progress: Progress? = nil
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    let ground = ground(key: key)
    let whole = await read(ground, key: key, takesNotes: false, progress)
    return (whole.corpus, (ground.aside.diagnostics + whole.diagnostics).inOrder())
  }

  /// What there is to read, and what is known before any record is read.
  struct Ground: Sendable {
    let files: [ContentFile]
    let site: SiteSettings
    /// What the settings, and the walk through the folder, found.
    let aside: Gathered
  }

  func ground(key: FingerprintKey?) -> Ground {
    let folder = ContentFolder(in: source)
    var aside = Gathered()
    aside.diagnostics = folder.diagnostics
    let site = SiteReader(source: source, key: key).read(folder.files, &aside)
    return Ground(files: folder.files, site: site, aside: aside)
  }

  /// Everything that can be read.
  struct Whole: Sendable {
    let corpus: Corpus
    /// Less those of the ground.
    let diagnostics: [Diagnostic]
    let drafts: [String]
    /// Where notes were taken: by the index of their file, in no order.
    let records: [(file: Int, record: ReadRecord)]
  }

  /// First all that may hold an article, then the analyses, which are anchored as they are read: so no
  /// more of the JSON is kept than the part that is being read.
  func read(
    _ ground: Ground, key: FingerprintKey?, takesNotes: Bool, _ progress: Progress?
  ) async -> Whole {
    let files = Array(ground.files.enumerated())
    let total = ground.files.reduce(0) { $0 + $1.size }
    let analyses = files.filter { $0.element.kind == .analysis }
    let others = files.filter { $0.element.kind != .analysis && $0.element.kind != .site }
    let run = { (part: [(offset: Int, element: ContentFile)], done: Int, articles: ArticleIndex) in
      await gather(
        ground,
        WorkQueue(
          source: source, files: part.map { ($0.offset, $0.element) }, total: total, done: done,
          progress: progress),
        articles, key: key, takesNotes: takesNotes)
    }
    var gathered = ground.aside
    gathered.diagnostics = []
    var (part, records) = await run(others, 0, ArticleIndex())
    gathered.append(part)
    gathered.articles.sort { $0.place < $1.place }
    let articles = ArticleIndex(gathered.articles.map(\.value), drafts: gathered.draftArticles)
    let done = others.reduce(0) { $0 + $1.element.size }
    let further = await run(analyses, done, articles)
    part = further.gathered
    gathered.append(part)
    records += further.records

    let drafts = gathered.draftArticles
    var checker = CorpusChecker(
      gathered, ground.site, PlaceFinder(source: source, files: ground.files))
    let corpus = checker.check()
    return Whole(
      corpus: corpus, diagnostics: checker.diagnostics, drafts: drafts, records: records)
  }

  private func gather(
    _ ground: Ground, _ queue: WorkQueue, _ articles: ArticleIndex, key: FingerprintKey?,
    takesNotes: Bool
  ) async -> (gathered: Gathered, records: [(file: Int, record: ReadRecord)]) {
    typealias Part = (gathered: Gathered, records: [(file: Int, record: ReadRecord)])
    return await withTaskGroup(of: Part.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          let worker = RecordWorker(
            source: source, files: ground.files, siteLanguage: ground.site.languages.first ?? "en",
            readsDrafts: includesDrafts, articles: articles, key: key, takesNotes: takesNotes)
          while let item = queue.next() { worker.read(item) }
          return (worker.gathered, worker.records)
        }
      }
      var all: Part = (Gathered(), [])
      for await part in group {
        all.gathered.append(part.gathered)
        all.records += part.records
      }
      return all
    }
  }
}
