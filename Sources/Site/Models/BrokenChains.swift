import Mustache

/// What a chain lacks, wherever its row stands.
final class BreakView: StaticModel {
  let word: String
  /// What the word means, in a sentence.
  let why: String
  /// The page that lists all of its kind.
  let path: String
  /// Whether it is told quietly.
  let isMinor: Bool

  init(word: String, why: String, path: String, isMinor: Bool) {
    self.word = word
    self.why = why
    self.path = path
    self.isMinor = isMinor
  }

  static let fields = Fields<BreakView> {
    [
      .text("word", \.word),
      .text("why", \.why),
      .text("path", \.path),
      .flag("isMinor", \.isMinor),
    ]
  }
}

/// The way to the attributions of one kind of break, to all that are broken, or to the whole table.
struct BreakKindView: StaticModel {
  let name: String
  let path: String
  /// On the first page of each.
  let count: CountView?
  let isCurrent: Bool

  static let fields = Fields<Self> {
    [
      .text("name", \.name),
      .text("path", \.path),
      .one("count", \.count),
      .flag("isCurrent", \.isCurrent),
    ]
  }
}

/// The attributions whose chains are broken, all or of one kind.
struct BrokenChainsPage: StaticModel {
  let heading: String
  let parent: LinkView
  let why: String
  let kinds: [BreakKindView]
  let extent: Extent
  let attributions: HTML
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .text("why", \.why),
      .many("kinds", \.kinds),
      .number("total", \.extent.toldTotal),
      .text("totalText", \.extent.toldTotalText),
      .text("listName", \.extent.name),
      .html("attributions", \.attributions),
      .flag("isEmpty", { $0.extent.total == 0 }),
      .one("pager", \.pager),
    ]
  }
}

/// How often a source's chains lack one thing, by the part that it has in them.
struct BreakCountRow: StaticModel {
  let kind: BreakView
  let originated: TableCount
  let carried: TableCount
  let published: TableCount

  static let fields = Fields<Self> {
    [
      .one("kind", \.kind),
      .one("originatedCount", \.originated),
      .one("carriedCount", \.carried),
      .one("publishedCount", \.published),
    ]
  }
}
