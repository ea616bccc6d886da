import Mustache

/// Writes one picture as inline SVG.
///
/// Places along the line of reading are in per cent of the width and mirrored where reading goes from
/// right to left; heights are in pixels. So a picture fills its place whatever its width, and its
/// letters keep their size. Colours are classes of the stylesheet; the picture has no styles of its
/// own, which the site's policy forbids.
struct SVG {
  private var bytes: [UInt8] = []
  private let isRightToLeft: Bool

  /// Which side of its place a text stands on, in the direction of reading.
  enum Anchor: String {
    case start, middle, end
  }

  /// - Parameters:
  ///   - title: what the picture is called where it is read out.
  ///   - description: what it shows, in a sentence or two.
  ///   - height: in pixels.
  init(title: String, description: String, height: Int, isRightToLeft: Bool) {
    self.isRightToLeft = isRightToLeft
    write("<svg role=\"img\" width=\"100%\" height=\"\(height)\"><title>")
    escape(title)
    write("</title><desc>")
    escape(description)
    write("</desc>")
  }

  /// - Parameters:
  ///   - x: where it begins in the direction of reading, 0 to 100.
  ///   - width: 0 to 100.
  mutating func rectangle(
    _ name: String, x: Double, y: Int, width: Double, height: Int
  ) {
    write("<rect class=\"\(name)\"")
    place("x", isRightToLeft ? 100 - x - width : x)
    write(" y=\"\(y)\"")
    place("width", width)
    write(" height=\"\(height)\"/>")
  }

  mutating func line(_ name: String, from start: (x: Double, y: Int), to end: (x: Double, y: Int)) {
    write("<line class=\"\(name)\"")
    place("x1", mirrored(start.x))
    write(" y1=\"\(start.y)\"")
    place("x2", mirrored(end.x))
    write(" y2=\"\(end.y)\"/>")
  }

  mutating func circle(_ name: String, x: Double, y: Int, radius: Int) {
    write("<circle class=\"\(name)\"")
    place("cx", mirrored(x))
    write(" cy=\"\(y)\" r=\"\(radius)\"/>")
  }

  /// As large as the stylesheet has its stroke, whatever the picture's width: the square end of a line
  /// without length.
  mutating func square(_ name: String, x: Double, y: Int) {
    line(name, from: (x, y), to: (x, y))
  }

  /// - Parameter shift: pixels from its place in the direction of reading.
  mutating func text(
    _ text: String, _ name: String = "", x: Double, y: Int, anchor: Anchor = .start, shift: Int = 0
  ) {
    write("<text")
    if !name.isEmpty { write(" class=\"\(name)\"") }
    place("x", mirrored(x))
    write(" y=\"\(y)\"")
    if shift != 0 { write(" dx=\"\(isRightToLeft ? -shift : shift)\"") }
    if anchor != .start { write(" text-anchor=\"\(anchor)\"") }
    write(">")
    escape(text)
    write("</text>")
  }

  consuming func finish() -> HTML {
    write("</svg>")
    return HTML(bytes)
  }

  private func mirrored(_ x: Double) -> Double { isRightToLeft ? 100 - x : x }

  /// A length in per cent, to two places: the same letters on every machine.
  private mutating func place(_ name: String, _ value: Double) {
    let hundredths = Int((min(max(value, 0), 100) * 100).rounded())
    write(" \(name)=\"\(hundredths / 100)")
    let rest = hundredths % 100
    if rest > 0 {
      write(rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)")
    }
    write("%\"")
  }

  private mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func escape(_ text: String) { Escaping.html(text, into: &bytes) }
}

extension String {
  /// The beginning of a name that has to fit; "…" stands for what is cut off.
  func shortened(to limit: Int) -> String {
    count > limit ? prefix(limit - 1).trimmingSuffix(while: \.isWhitespace) + "…" : self
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isCut(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
