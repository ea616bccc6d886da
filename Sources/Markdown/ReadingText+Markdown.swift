extension Markdown {
  /// The text of a document as a reader sees it, and its layout.
  ///
  /// - Blocks that hold text (paragraphs, headings, list items, code) are separated by one blank
  ///   line: two line feeds.
  /// - A line break in the source that only wraps a paragraph is one space, so that wrapping it
  ///   otherwise moves no offset; a hard break is one line feed.
  /// - Raw HTML is left out, what it encloses is kept; an image is its alternative text; code is as
  ///   written, without the last line end of a block.
  /// - The layout's headings begin at `<h2>`.
  package static func readingText(_ source: String) -> ReadingText {
    guard source.utf8.count <= CMark.sizeLimit else { return ReadingText(plain: source) }
    var builder = ReadingTextBuilder()
    CMark.walk(source) { builder.read($0) }
    return builder.readingText()
  }
}

/// Writes text and layout while a document is walked.
private struct ReadingTextBuilder {
  private var text: [UInt8] = []
  private var pieces: [ReadingText.Piece] = []
  /// What separates the next text from the last one, once there is a next.
  private var pending: Pending = .nothing
  /// The names of the elements that are open, innermost last; empty for one that is left out.
  private var open: [String] = []
  private var imageDepth = 0

  private enum Pending {
    case nothing, softBreak, hardBreak, block
  }

  func readingText() -> ReadingText {
    ReadingText(text: String(decoding: text, as: UTF8.self), pieces: pieces)
  }

  mutating func read(_ step: CMark.Step) {
    switch step.node {
    case .paragraph(let isTight): block(isTight ? "" : "p", step)
    case .heading(let level): block("h\(min(level + 1, 6))", step)
    case .bulletList: block("ul", step)
    case .orderedList(let start):
      block("ol", attributes: start == 1 ? "" : " start=\"\(start)\"", step)
    case .item: block("li", step)
    case .blockQuote: block("blockquote", step)
    case .codeBlock(let code): codeBlock(code)
    case .thematicBreak: pieces.append(.open("<hr>"))
    case .text(let words): append(words)
    case .softBreak: softBreak()
    case .lineBreak: hardBreak()
    case .code(let code):
      element("code", isEntering: true)
      append(code)
      element("code", isEntering: false)
    case .emphasis: element("em", isEntering: step.isEntering)
    case .strong: element("strong", isEntering: step.isEntering)
    case .link(let destination): link(destination, isEntering: step.isEntering)
    case .image: imageDepth += step.isEntering ? 1 : -1
    case .other: break
    }
  }

  private mutating func block(_ name: String, attributes: String = "", _ step: CMark.Step) {
    endBlock()
    if step.isEntering {
      enter(name, attributes: attributes)
    } else {
      leave()
    }
  }

  private mutating func codeBlock(_ code: String) {
    endBlock()
    enter("pre")
    enter("code")
    append(code.utf8.last == 0x0A ? String(code.unicodeScalars.dropLast()) : code)
    leave()
    leave()
    endBlock()
  }

  private mutating func element(_ name: String, isEntering: Bool) {
    // An image is its alternative text: it has no elements.
    guard imageDepth == 0 else { return }
    if isEntering {
      flushBreak()
      enter(name)
    } else {
      leave()
    }
  }

  private mutating func link(_ destination: String, isEntering: Bool) {
    guard imageDepth == 0 else { return }
    guard isEntering else { return leave() }
    flushBreak()
    if case .unsafe = Destination(destination) { return enter("") }
    pieces.append(.link(destination: Destination.encoded(destination)))
    open.append("a")
  }

  private mutating func enter(_ name: String, attributes: String = "") {
    if !name.isEmpty { pieces.append(.open("<\(name)\(attributes)>")) }
    open.append(name)
  }

  private mutating func leave() {
    if let name = open.popLast(), !name.isEmpty { pieces.append(.close("</\(name)>")) }
  }

  private mutating func endBlock() {
    pending = text.isEmpty ? .nothing : .block
  }

  private mutating func softBreak() {
    if pending == .nothing, let last = text.last, last != 0x20, last != 0x0A {
      pending = .softBreak
    }
  }

  private mutating func hardBreak() {
    guard imageDepth == 0 else { return softBreak() }
    pieces.append(.open("<br>"))
    if pending != .block, !text.isEmpty { pending = .hardBreak }
  }

  private mutating func append(_ words: String) {
    guard !words.utf8.isEmpty else { return }
    flushBreak()
    if pending == .block {
      text += [0x0A, 0x0A]
      pending = .nothing
    }
    appendPiece(words.utf8)
  }

  /// A break inside a block is text of the block.
  private mutating func flushBreak() {
    switch pending {
    case .softBreak: appendPiece(" ".utf8)
    case .hardBreak: appendPiece("\n".utf8)
    case .nothing, .block: return
    }
    pending = .nothing
  }

  private mutating func appendPiece(_ bytes: some Sequence<UInt8>) {
    let start = Int32(clamping: text.count)
    text += bytes
    let end = Int32(clamping: text.count)
    if case .text(let last)? = pieces.last, last.upperBound == start {
      pieces[pieces.count - 1] = .text(last.lowerBound..<end)
    } else {
      pieces.append(.text(start..<end))
    }
  }
}
