/// A tag of a template: `{{name}}`, `{{#name}}` and the like.
struct Tag {
  enum Kind {
    case escaped
    case raw
    case section
    case inverted
    case partial
    case parent
    case block
    case close
    case comment
    case delimiters
  }

  let kind: Kind
  /// The byte range of the name without its white space; empty for comments and delimiters.
  let name: Range<Int>
  /// The byte range from delimiter to delimiter.
  let whole: Range<Int>
  /// Whether the name is that of a field that holds the name: `{{>*name}}`. The asterisk is not in
  /// `name`.
  var isDynamic = false
}

/// Text or a tag. Text ends at each line end, so that lines can be told apart.
enum Token {
  case text(Range<Int>)
  case tag(Tag)
}

extension Tag.Kind {
  init?(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): self = .raw
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    default: return nil
    }
  }

  /// The character that marks it, where it has one of its own.
  var sigil: String {
    switch self {
    case .escaped: ""
    case .raw: "&"
    case .section: "#"
    case .inverted: "^"
    case .partial: ">"
    case .parent: "<"
    case .block: "$"
    case .close: "/"
    case .comment: "!"
    case .delimiters: "="
    }
  }

  /// Whether it needs a closing tag.
  var isOpening: Bool {
    switch self {
    case .section, .inverted, .parent, .block: true
    default: false
    }
  }

  /// Whether a line that has nothing else disappears.
  var mayStandAlone: Bool { self != .escaped && self != .raw }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isSpace: Bool { isBlank || isLineEnd || self == 0x0B || self == 0x0C }
}
