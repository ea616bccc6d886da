import Diagnostics

/// Pairs each closing tag with the tag that it closes.
struct Nesting {
  /// For each token that is a closing tag, the index of the token that it closes, and the reverse;
  /// -1 for all others.
  private(set) var partner: [Int]
  /// For each token, the index of the tag that it directly stands in; -1 at the top.
  private(set) var parent: [Int]
  private(set) var faults: [Diagnostic] = []

  init(_ tokens: [Token], in source: SourceText) {
    partner = Array(repeating: -1, count: tokens.count)
    parent = partner
    var open: [(index: Int, tag: Tag)] = []

    for (index, token) in tokens.enumerated() {
      parent[index] = open.last?.index ?? -1
      guard case .tag(let tag) = token else { continue }
      if case .parent? = open.last?.tag.kind, tag.isLostInParent {
        faults.append(Self.lost(tag, in: source))
      }
      if tag.kind.isOpening {
        open.append((index, tag))
      } else if tag.kind == .close {
        guard let match = open.lastIndex(where: { source.haveSameName($0.tag, tag) }) else {
          faults.append(Self.unopened(tag, inside: open.last?.tag, in: source))
          continue
        }
        for unclosed in open[(match + 1)...] {
          faults.append(Self.unclosed(unclosed.tag, at: tag, in: source))
        }
        partner[index] = open[match].index
        partner[open[match].index] = index
        parent[index] = parent[open[match].index]
        open.removeLast(open.count - match)
      }
    }
    faults += open.map { Self.unclosed($0.tag, at: nil, in: source) }
  }

  private static func unopened(
    _ tag: Tag, inside open: Tag?, in source: SourceText
  ) -> Diagnostic {
    let shown = source.text(tag.whole)
    guard let open else {
      return Diagnostic(
        .error, "template/syntax", "`\(shown)` closes nothing", at: source.place(of: tag.whole),
        remedy: "take it out, or open a section before it")
    }
    return Diagnostic(
      .error, "template/syntax",
      "`\(shown)` does not close `\(source.text(open.whole))`",
      at: source.place(of: tag.whole),
      notes: [.init("which is open here", at: source.place(of: open.whole))],
      remedy: "close it with `{{/\(source.written(open))}}`")
  }

  private static func unclosed(_ tag: Tag, at other: Tag?, in source: SourceText) -> Diagnostic {
    let notes = other.map {
      [Diagnostic.Note("this closes a tag further out", at: source.place(of: $0.whole))]
    }
    return Diagnostic(
      .error, "template/syntax", "`\(source.text(tag.whole))` is never closed",
      at: source.place(of: tag.whole), notes: notes ?? [],
      remedy: "close it with `{{/\(source.written(tag))}}`")
  }

  private static func lost(_ tag: Tag, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, "template/syntax",
      "`\(source.text(tag.whole))` is lost: only blocks pass into the parent template",
      at: source.place(of: tag.whole), remedy: "put it into a block, `{{$name}}…{{/name}}`")
  }
}

extension Tag {
  /// Whether nothing would come of it directly inside of a parent tag.
  fileprivate var isLostInParent: Bool {
    switch kind {
    case .block, .close, .comment, .delimiters: false
    case .escaped, .raw, .section, .inverted, .partial, .parent: true
    }
  }
}

extension SourceText {
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The name of a tag as it is written in its closing tag.
  func written(_ tag: Tag) -> String {
    (tag.isDynamic ? "*" : "") + text(tag.name)
  }

  fileprivate func haveSameName(_ a: Tag, _ b: Tag) -> Bool {
    a.isDynamic == b.isDynamic && bytes[a.name].elementsEqual(bytes[b.name])
  }
}
