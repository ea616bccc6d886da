import Mustache

struct FeedPage: StaticModel {
  let id: String
  let title: String
  let lang: String
  let updated: String
  let selfAddress: String
  let page: String
  let generator: String
  let entries: [Entry]

  /// Made once for all feeds that have the article.
  final class Entry: KeptModel {
    let id: String
    let title: String
    let address: String
    let updated: String
    let summary: String?
    let author: String?

    init(
      id: String, title: String, address: String, updated: String, summary: String?,
      author: String?
    ) {
      self.id = id
      self.title = title
      self.address = address
      self.updated = updated
      self.summary = summary
      self.author = author
    }

    static let fields = Fields<Entry> {
      [
        .text("id", \.id),
        .text("title", \.title),
        .text("address", \.address),
        .text("updated", \.updated),
        .text("summary", \.summary),
        .text("author", \.author),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("id", \.id),
      .text("feedTitle", \.title),
      .text("lang", \.lang),
      .text("updated", \.updated),
      .text("selfAddress", \.selfAddress),
      .text("page", \.page),
      .text("generator", \.generator),
      .many("entries", \.entries),
    ]
  }
}
