/// Cuts a long list into pages, and links them.
struct Pager {
  let page: Int
  let count: Int
  private let rows: Int

  init(rows: Int, page: Int) {
    self.rows = rows
    self.page = page
    count = PagePlan.pages(rows)
  }

  /// The rows of this page, half-open.
  var range: Range<Int> {
    let start = min((page - 1) * Limits.rows, rows)
    return start..<min(start + Limits.rows, rows)
  }

  /// `nil` for a list of one page. Shows the first, the last, and those around this one.
  func view(_ route: Route, _ strings: Strings) -> PagerView? {
    guard count > 1 else { return nil }
    let shown = Set([1, count] + [-2, -1, 0, 1, 2].map { page + $0 }.filter { 1...count ~= $0 })
      .sorted()
    var links: [PagerView.PageLink] = []
    for (position, number) in shown.enumerated() {
      links.append(
        PagerView.PageLink(
          number: strings.digits(number), path: route.page(number).href,
          isCurrent: number == page,
          isAfterGap: position > 0 && shown[position - 1] != number - 1))
    }
    return PagerView(
      text: strings.filled(
        "pager.text", ["page": strings.digits(page), "pages": strings.digits(count)]),
      previous: page > 1 ? route.page(page - 1).href : nil,
      next: page < count ? route.page(page + 1).href : nil, pages: links)
  }
}
