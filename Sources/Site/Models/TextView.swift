import Mustache

/// A piece of content in its own language and direction.
///
/// Three words long, so that a template's way to one needs no memory of its own.
struct TextView: StaticModel {
  let text: String
  let language: TextLanguage

  /// BCP 47; `nil` where it is that of the page, or not known.
  var lang: String? { language.lang }
  /// `rtl`, `ltr` or `auto`.
  var dir: String { language.dir }

  static let fields = Fields<Self> {
    [
      .text("text", \.text),
      .text("lang", \.lang),
      .text("dir", \.dir),
    ]
  }
}

/// How a text of some language is marked on a page.
final class TextLanguage: Sendable {
  /// BCP 47; `nil` where it is that of the page, or not known.
  let lang: String?
  /// `rtl`, `ltr` or `auto`.
  let dir: String

  init(lang: String?, dir: String) {
    self.lang = lang
    self.dir = dir
  }
}

extension DateView: KeptModel {
  package static let fields = Fields<DateView> {
    [
      .text("text", \.text),
      .text("edtf", \.edtf),
      .text("machine", \.machine),
    ]
  }
}

/// A link within the site, `path` being relative to the site's root, with its name.
///
/// Templates see the name and its language as fields of the link itself: links are what pages have
/// most of, and a part of their own would cost each a step.
final class LinkView: KeptModel {
  let path: String
  let name: TextView

  init(path: String, name: TextView) {
    self.path = path
    self.name = name
  }

  static let fields = Fields<LinkView> {
    [
      .text("path", \.path),
      .text("name", { $0.name.text }),
      .text("lang", { $0.name.lang }),
    ]
  }
}

/// An entity wherever it is named.
///
/// An object, as are the other links that are made once and stand in thousands of rows: a template's
/// way to one then costs a reference, not a copy.
final class EntityLink: KeptModel {
  let path: String
  let name: TextView
  /// The entity's type, for its class.
  let type: String
  /// The classes of a mention of it in a text.
  let mentionClasses: String

  init(path: String, name: TextView, type: String) {
    self.path = path
    self.name = name
    self.type = type
    mentionClasses = "mention \(type)"
  }

  static let fields = Fields<EntityLink> {
    [
      .text("path", \.path),
      .text("name", { $0.name.text }),
      .text("lang", { $0.name.lang }),
      .text("type", \.type),
    ]
  }
}

/// An entity and how often.
struct CountedEntity: StaticModel {
  let entity: EntityLink
  let count: Int
  let countText: String

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .number("count", \.count),
      .text("countText", \.countText),
    ]
  }
}

/// A figure of the corpus: "12 articles".
struct FigureView: StaticModel {
  let name: String
  let count: CountView
  let path: String?

  static let fields = Fields<Self> {
    [
      .text("name", \.name),
      .one("count", \.count),
      .text("path", \.path),
    ]
  }
}
