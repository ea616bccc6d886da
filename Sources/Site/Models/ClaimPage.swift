import Mustache

struct ClaimPage: StaticModel {
  let id: String
  let title: TextView
  let isSingleOrigin: Bool
  /// "2 independent origins".
  let originCount: CountView
  /// "5 attributions in 4 articles".
  let repetitionsText: String
  /// "1 of the origins denies it".
  let deniedText: String?
  let earliest: EarliestView?
  let circles: [CircleView]
  let tree: PictureView?
  let origins: [OriginView]
  let attributions: RowList

  /// One independent origin, with the tree of chains that begin there.
  struct OriginView: StaticModel {
    /// None for an unnamed source; several where they report in a circle.
    let bodies: [EntityLink]
    let isCircular: Bool
    /// Whether all that comes from it denies the claim.
    let isDenial: Bool
    let countText: String
    /// Where all of its attributions are on the page.
    let count: CountView?
    let nodes: [ChainNodeView]

    static let fields = Fields<Self> {
      [
        .many("bodies", \.bodies),
        .flag("isUnnamed", { $0.bodies.isEmpty }),
        .flag("isCircular", \.isCircular),
        .flag("isDenial", \.isDenial),
        .text("countText", \.countText),
        .one("count", \.count),
        .many("nodes", \.nodes),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("id", \.id),
      .one("heading", \.title),
      .flag("isSingleOrigin", \.isSingleOrigin),
      .one("originCount", \.originCount),
      .text("repetitionsText", \.repetitionsText),
      .text("deniedText", \.deniedText),
      .one("earliest", \.earliest),
      .many("circles", \.circles),
      .flag("hasCircles", { !$0.circles.isEmpty }),
      .one("picture", \.tree),
      .many("origins", \.origins),
      .one("attributions", \.attributions),
    ]
  }
}

/// One who stands in the chains of a claim: an originator, or a carrier under the one he has it from.
struct ChainNodeView: StaticModel {
  /// `nil` where the source is unnamed.
  let entity: EntityLink?
  /// What is said of an unnamed source, where it is one.
  let description: TextView?
  let media: [String]
  /// Whether it is the one that the origin's heading names already.
  let isHeading: Bool
  /// Whether it is a carrier whose own source is named in other chains only.
  let isAdopted: Bool
  /// "3 attributions": those that came through here; `nil` where the page has not all of them.
  let count: CountView?
  let children: [ChainNodeView]
  /// Those that an article has from here.
  let attributions: [AttributionRow]
  /// The lists of the page that those are rows of.
  let listNames: String
  /// Where the attributions are that have no room on the page.
  let wholePath: String?

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .one("description", \.description),
      .texts("media", \.media),
      .flag("isHeading", \.isHeading),
      .flag("isAdopted", \.isAdopted),
      .one("count", \.count),
      .many("children", \.children),
      .flag("hasChildren", { !$0.children.isEmpty }),
      .many("attributions", \.attributions),
      .flag("hasAttributions", { !$0.attributions.isEmpty }),
      .text("listNames", \.listNames),
      .text("wholePath", \.wholePath),
    ]
  }
}

/// Which article reported a claim first, as far as the dates tell.
struct EarliestView: StaticModel {
  /// "The earliest report", or that the dates do not settle it.
  let text: String
  /// One where it is settled.
  let articles: [ArticleLink]
  /// "and 12 further articles", where not all have room.
  let moreText: String?
  /// "2 articles without a date may be earlier".
  let undatedText: String?

  static let fields = Fields<Self> {
    [
      .text("text", \.text),
      .many("articles", \.articles),
      .text("moreText", \.moreText),
      .text("undatedText", \.undatedText),
    ]
  }
}

/// Bodies that report one claim in a circle.
struct CircleView: StaticModel {
  let bodies: [EntityLink]
  /// Where the claim came into the circle; none where nobody outside is named.
  let feeders: [EntityLink]
  let isFedUnnamed: Bool
  let isClosed: Bool
  let isNegative: Bool
  let steps: [StepView]
  /// "7 attributions make the circle".
  let countText: String

  /// One of the attributions in which a body has the claim from another.
  struct StepView: StaticModel {
    /// Its row in its article's page.
    let path: String
    let sources: [ChainLinkView]
    let article: ArticleLink

    static let fields = Fields<Self> {
      [
        .text("path", \.path),
        .many("chain", \.sources),
        .one("article", \.article),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .many("bodies", \.bodies),
      .many("feeders", \.feeders),
      .flag("isFed", { !$0.feeders.isEmpty }),
      .flag("isFedUnnamed", \.isFedUnnamed),
      .flag("isClosed", \.isClosed),
      .flag("isNegative", \.isNegative),
      .many("steps", \.steps),
      .text("countText", \.countText),
    ]
  }
}

/// A claim that a source reports in a circle, and with whom.
struct CircleRow: StaticModel {
  let claim: ClaimLink
  let others: [EntityLink]

  static let fields = Fields<Self> {
    [
      .one("claim", \.claim),
      .many("others", \.others),
    ]
  }
}
