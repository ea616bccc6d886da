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

  struct Entry: StaticModel {
    let id: String
    let title: String
    let address: String
    let updated: String
    let summary: String?
    let author: String?

    static let fields = Fields<Self> {
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
