import Diagnostics
import Fingerprint

/// Reads everything under `content/` of one folder: decodes, checks, and anchors it.
package struct CorpusReader: Sendable {
  /// Told now and then: how many bytes are read, and how many there are. Called by one task at a time.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let source: String
  private let includesDrafts: Bool
  private let jobs: Int
  private let key: FingerprintKey?

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
    let folder = ContentFolder(in: source)
    let files = Array(folder.files.enumerated())
    var gathered = Gathered()
    gathered.diagnostics = folder.diagnostics
    let site = SiteReader(source: source, key: key).read(folder.files, &gathered)

    // First all that may hold an article, then the analyses, which are anchored as they are read: so
    // no more of the JSON is kept than the part that is being read.
    let total = folder.files.reduce(0) { $0 + $1.size }
    let analyses = files.filter { $0.element.kind == .analysis }
    let others = files.filter { $0.element.kind != .analysis && $0.element.kind != .site }
    let run = { (part: [(offset: Int, element: ContentFile)], done: Int, articles: ArticleIndex) in
      await gather(
        folder.files,
        WorkQueue(
          source: source, files: part.map { ($0.offset, $0.element) }, total: total, done: done,
          progress: progress),
        site.languages.first ?? "en", articles)
    }
    gathered.append(await run(others, 0, ArticleIndex()))
    gathered.articles.sort { $0.place < $1.place }
    let articles = ArticleIndex(
      gathered.articles.map(\.value), drafts: gathered.draftArticles)
    let done = others.reduce(0) { $0 + $1.element.size }
    gathered.append(await run(analyses, done, articles))

    var checker = CorpusChecker(gathered, site, PlaceFinder(source: source, files: folder.files))
    let corpus = checker.check()
    return (corpus, checker.diagnostics.inOrder())
  }

  private func gather(
    _ files: [ContentFile], _ queue: WorkQueue, _ siteLanguage: String, _ articles: ArticleIndex
  ) async -> Gathered {
    await withTaskGroup(of: Gathered.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          let worker = RecordWorker(
            source: source, files: files, siteLanguage: siteLanguage, readsDrafts: includesDrafts,
            articles: articles, key: key)
          while let item = queue.next() { worker.read(item) }
          return worker.gathered
        }
      }
      var all = Gathered()
      for await part in group { all.append(part) }
      return all
    }
  }
}
