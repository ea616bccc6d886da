/// The order in which a corpus has its records: by names that are compared bytewise, one after the other.
enum RecordOrder {
  static func articles(_ left: Article, _ right: Article) -> Bool {
    left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  static func analyses(_ left: Analysis, _ right: Analysis) -> Bool {
    if !left.article.utf8.elementsEqual(right.article.utf8) {
      return left.article.utf8.lexicographicallyPrecedes(right.article.utf8)
    }
    if !left.origin.file.utf8.elementsEqual(right.origin.file.utf8) {
      return left.origin.file.utf8.lexicographicallyPrecedes(right.origin.file.utf8)
    }
    return left.origin.line < right.origin.line
  }

  static func briefs(_ site: SiteSettings) -> (Brief, Brief) -> Bool {
    by { names(of: $0, site) }
  }

  static func pages(_ site: SiteSettings) -> (Page, Page) -> Bool {
    by { names(of: $0, site) }
  }

  static func entityCards(_ left: EntityCard, _ right: EntityCard) -> Bool {
    left.entity.id.utf8.lexicographicallyPrecedes(right.entity.id.utf8)
  }

  static func eventCards(_ left: EventCard, _ right: EventCard) -> Bool {
    left.event.id.utf8.lexicographicallyPrecedes(right.event.id.utf8)
  }

  /// What only one brief may have.
  static func names(of brief: Brief, _ site: SiteSettings) -> [String] {
    [brief.id, site.language(brief.lang), brief.kind.rawValue]
  }

  /// What only one page may have.
  static func names(of page: Page, _ site: SiteSettings) -> [String] {
    [page.id, site.language(page.lang)]
  }

  private static func by<Value>(
    _ names: @escaping (Value) -> [String]
  ) -> (Value, Value) -> Bool {
    { left, right in
      for (a, b) in zip(names(left), names(right)) where !a.utf8.elementsEqual(b.utf8) {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }
  }
}
