import Mustache

/// Where names and texts are looked for; without a script, the ways into the indexes.
struct SearchPage: StaticModel {
  let heading: String
  /// Pagefind's script, from the site's root, with how many indexes the texts have, where these are
  /// several: `pagefind/pagefind.js#indexes=2`; `nil` where the texts are not indexed.
  let fullText: String?
  let indexes: [LinkView]

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .text("fullText", \.fullText),
      .many("indexes", \.indexes),
    ]
  }
}
