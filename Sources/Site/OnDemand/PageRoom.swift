/// Where the pages of one language are made, one after the other.
actor PageRoom {
  private let site: SiteContext
  private let language: Int
  private let rows: RowsOnDemand
  private var maker: PageMaker?

  init(_ site: SiteContext, language: Int) {
    self.site = site
    self.language = language
    rows = RowsOnDemand(site, language: language)
  }

  func files(for job: PageJob) throws -> [SiteFile] {
    let maker = self.maker ?? PageMaker(site, RowStore(rows), language: language)
    self.maker = maker
    var files: [SiteFile] = []
    try maker.forEachFile(of: job, check: rows.check) { files.append($0) }
    return files
  }
}
