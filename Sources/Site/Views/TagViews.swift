import Evidence

extension Views {
  func tag(_ index: Int) -> LinkView {
    let tag = evidence.tags[index]
    return LinkView(path: routes.tag(tag.slug).href, name: text(tag.name, lang: ""))
  }

  func tagRow(_ index: Int) -> TagRow {
    let tag = evidence.tags[index]
    let link = self.tag(index)
    return TagRow(
      tag: link, articles: digits(tag.articles.count, of: "articles", on: link.path),
      events: digits(tag.events.count, of: "events", on: link.path))
  }
}
