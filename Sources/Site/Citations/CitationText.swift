import Mustache

/// How a page is to be cited.
struct CitationView: StaticModel {
  /// In words, each part in its own language and direction.
  let text: HTML
  let bibTeX: String

  static let fields = Fields<Self> {
    [
      .html("citationText", \.text),
      .text("bibTeX", \.bibTeX),
    ]
  }
}

/// A citation in words, made of sentences.
struct CitationText {
  private(set) var html: [UInt8] = []
  private let comma: String

  /// - Parameter comma: with its space.
  init(comma: String) {
    self.comma = comma
    html.reserveCapacity(512)
  }

  enum Part {
    /// Content, in its language.
    case text(TextView)
    /// Content in the quotation marks of the interface: `“{title}”`.
    case quoted(TextView, marks: Pattern)
    /// Words of the interface with a place for content: `In: {1}`.
    case phrase(Pattern, TextView)
    /// Words of the interface.
    case words(String)
    case address(String)
  }

  /// Parts with commas between and a full stop behind; nothing where there are none.
  mutating func sentence(_ parts: [Part]) {
    guard !parts.isEmpty else { return }
    if !html.isEmpty { write(" ") }
    for (position, part) in parts.enumerated() {
      if position > 0 { write(comma) }
      append(part)
    }
    write(".")
  }

  private mutating func append(_ part: Part) {
    switch part {
    case .text(let text): append(text)
    case .quoted(let text, let marks): fill(marks, text)
    case .phrase(let phrase, let text): fill(phrase, text)
    case .words(let words): Escaping.html(words, into: &html)
    case .address(let address):
      write("<bdi dir=\"ltr\">")
      Escaping.html(address, into: &html)
      write("</bdi>")
    }
  }

  private mutating func fill(_ pattern: Pattern, _ text: TextView) {
    for piece in pattern.pieces {
      switch piece {
      case .words(let words): Escaping.html(words, into: &html)
      case .place: append(text)
      }
    }
  }

  private mutating func append(_ text: TextView) {
    write("<bdi dir=\"")
    write(text.dir)
    write("\"")
    if let lang = text.lang {
      write(" lang=\"")
      Escaping.html(lang, into: &html)
      write("\"")
    }
    write(">")
    Escaping.html(text.text, into: &html)
    write("</bdi>")
  }

  private mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }
}
