/// Which job makes the file of a path.
struct PageIndex: Sendable {
  typealias Job = (job: PageJob, language: Int)

  /// By the folder of a page, or by the whole path of a file that is no `index.html`: positions in the
  /// list of jobs.
  private var pages: [String: Int] = [:]
  /// Those that make several files, by the folder in which these are.
  private(set) var sets: [String: [Int]] = [:]
  /// The paths of all pages, in the order of the jobs.
  private(set) var paths: [String] = []

  init(_ site: SiteContext, _ jobs: [Job]) {
    pages.reserveCapacity(jobs.count)
    for (position, place) in PageAddresses.places(of: jobs, in: site).enumerated() {
      switch place {
      case .folder(let folder): sets[folder, default: []].append(position)
      case .page(let route):
        pages[Self.key(route)] = position
        paths.append(route.path)
      }
    }
  }

  private static func key(_ route: Route) -> String {
    route.file == "index.html" ? route.folder : route.path
  }

  /// The job that may make a file: of that very page, or of the page that the file stands beside.
  func job(of path: String) -> Int? {
    let route = Route(path: path)
    return pages[Self.key(route)] ?? pages[route.folder]
  }

  /// Those that may make it, where no page does.
  func sets(of path: String) -> [Int] {
    sets.first { path.hasPrefix($0.key) }?.value ?? []
  }
}
