import Synchronization

/// A site of which each file is made when it is first asked for.
///
/// It has the same files, with the same bytes, as a build of the same evidence and templates.
package final class SiteOnDemand: Sendable {
  private let context: SiteContext
  private let jobs: [PageIndex.Job]
  private let index: Task<PageIndex, Never>
  private let rooms: [PageRoom]
  /// What there is without making it: assets, and pages at old addresses.
  private let ready: [String: [UInt8]]
  private let made = Mutex<[String: [UInt8]]>([:])
  /// The positions of jobs whose files are all in `made`.
  private let done = Mutex<Set<Int>>([])
  /// By path, the files that pages load.
  package let assets: [String: [UInt8]]

  /// - Parameter last: a site of the same settings and templates; where it has the same pages, they are
  ///   found as they were.
  package init(_ builder: SiteBuilder, after last: SiteOnDemand? = nil) {
    let (context, jobs) = (builder.context, builder.jobs)
    self.context = context
    self.jobs = jobs
    let index = last.flatMap { last in
      last.jobs.elementsEqual(jobs, by: ==) && context.hasAddresses(of: last.context)
        ? last.index : nil
    }
    self.index = index ?? Task { PageIndex(context, jobs) }
    rooms = context.languages.indices.map { PageRoom(context, language: $0) }
    assets = Dictionary(
      context.assets.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let redirects = context.languages.first.map {
      Redirects(context.evidence.corpus, $0.routes).files
    }
    ready = (redirects ?? []).reduce(into: assets) { $0[$1.path] = $1.bytes }
  }

  /// How many HTML pages there are.
  package var pageCount: Int {
    get async {
      let pages = await index.value.paths + ready.keys
      return pages.count { $0.hasSuffix(".html") }
    }
  }

  /// The paths of all files that can be told without making any.
  package var knownPaths: [String] {
    get async { await index.value.paths + ready.keys }
  }

  /// How many files were made so far.
  package var madeCount: Int { made.withLock { $0.count } }

  /// Whether there is such a page, which is not made for that.
  package func contains(_ path: String) async -> Bool {
    if holds(ready, path) { return true }
    let index = await index.value
    guard let position = index.job(of: path) else { return false }
    let (job, language) = jobs[position]
    guard case .page(let route) = PageAddresses(context, language: language).place(of: job) else {
      return false
    }
    return route.path.utf8.elementsEqual(path.utf8)
  }

  /// - Returns: nil where there is no such file.
  /// - Throws: `RenderFailure` where it cannot be rendered.
  package func bytes(of path: String) async throws -> [UInt8]? {
    if holds(ready, path) { return ready[path] }
    let index = await index.value
    if path == "sitemap.xml" || path == "robots.txt" || path.hasPrefix("sitemap-") {
      makeSitemap(index.paths)
    }
    if let position = index.job(of: path) { try await make(position) }
    if let bytes = madeBytes(of: path) { return bytes }
    for position in index.sets(of: path) { try await make(position) }
    return madeBytes(of: path)
  }

  private func madeBytes(of path: String) -> [UInt8]? {
    made.withLock { holds($0, path) ? $0[path] : nil }
  }

  private func make(_ position: Int) async throws {
    guard !done.withLock({ $0.contains(position) }) else { return }
    let (job, language) = jobs[position]
    let files = try await rooms[language].files(for: job)
    keep(files)
    done.withLock { _ = $0.insert(position) }
  }

  private func keep(_ files: [SiteFile]) {
    made.withLock { made in
      for file in files { made[file.path] = file.bytes }
    }
  }

  private func makeSitemap(_ paths: [String]) {
    keep(context.sitemap(of: paths.filter { $0.hasSuffix("index.html") }))
  }

  /// Whether there is a path of these very bytes: `String` takes two normal forms for one.
  private func holds(_ files: [String: [UInt8]], _ path: String) -> Bool {
    guard let index = files.index(forKey: path) else { return false }
    return files.keys[index].utf8.elementsEqual(path.utf8)
  }
}
