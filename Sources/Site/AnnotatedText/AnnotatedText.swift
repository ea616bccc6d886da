import Markdown
import Mustache

/// Draws a text with all its marked ranges as well-formed HTML.
///
/// Ranges may nest, be equal, cross each other, and go over several paragraphs. Where one is cut by
/// another or by the end of a block, it is closed and opened again: only its first piece has the id.
/// What stands beside the text is written between its outermost blocks, so that no range holds it.
package struct AnnotatedText {
  private let text: ReadingText
  private let annotations: [Annotation]
  /// The way from the page to the site's root.
  private let root: String
  /// Where a link that stands in the article's own Markdown leads; `nil` drops the link.
  private let resolve: (String) -> String?
  /// Markup by the position of the piece that it follows; before all, at -1.
  private let asides: [Int: [UInt8]]
  /// Positions in `annotations`: those that end first come first.
  private let byEnd: [Int]

  /// More ranges than this over one letter cannot be told apart, and reopening them at every cut
  /// would cost the square of their number: beyond it a range is only an id at its first letter.
  private static let depth = 24

  package init(
    _ text: ReadingText, _ annotations: [Annotation], root: String = "",
    asides: [Int: [UInt8]] = [:],
    resolve: @escaping (String) -> String?
  ) {
    self.text = text
    self.root = root
    self.asides = asides
    // By their places: to sort the annotations themselves would move each many times.
    let order = annotations.indices.sorted { left, right in
      let (own, other) = (annotations[left].range, annotations[right].range)
      if own != other {
        return (own.lowerBound, other.upperBound) < (other.lowerBound, own.upperBound)
      }
      return (annotations[left].kind.rawValue, annotations[left].id)
        < (annotations[right].kind.rawValue, annotations[right].id)
    }
    self.annotations = order.map { annotations[$0] }
    self.resolve = resolve
    let sorted = self.annotations
    byEnd = sorted.indices.sorted {
      (sorted[$0].range.upperBound, $0) < (sorted[$1].range.upperBound, $1)
    }
  }

  package func html() -> [UInt8] {
    var copy = text.text
    return copy.withUTF8 { bytes in
      var pen = Pen(
        bytes: bytes, annotations: annotations, root: root, byEnd: byEnd, depth: Self.depth)
      if let aside = asides[-1] { pen.write(aside) }
      for (position, piece) in text.pieces.enumerated() {
        switch piece {
        case .open(let tag), .close(let tag): pen.write(tag)
        case .link(let destination): pen.openLink(resolve(destination))
        case .text(let range): pen.draw(Int(range.lowerBound)..<Int(range.upperBound))
        }
        if case .close("</a>") = piece { pen.closeLink() }
        if let aside = asides[position] { pen.write(aside) }
      }
      return pen.html
    }
  }
}

/// The state of drawing: what is open, and how far the sorted ranges are read.
private struct Pen {
  let bytes: UnsafeBufferPointer<UInt8>
  let annotations: [Annotation]
  let root: String
  let byEnd: [Int]
  let depth: Int

  private(set) var html: [UInt8] = []
  private var nextStart = 0
  private var nextEnd = 0
  /// Positions in `annotations` of what covers the place where the pen is, outermost first.
  private var covering: [Int] = []
  private var hasID: [Bool]
  private var isInLink = false

  init(
    bytes: UnsafeBufferPointer<UInt8>, annotations: [Annotation], root: String, byEnd: [Int],
    depth: Int
  ) {
    self.bytes = bytes
    self.root = root
    self.annotations = annotations
    self.byEnd = byEnd
    self.depth = depth
    hasID = Array(repeating: false, count: annotations.count)
    html.reserveCapacity(bytes.count * 3)
  }

  mutating func write(_ tag: String) {
    var tag = tag
    tag.withUTF8 { html.append(contentsOf: $0) }
  }

  mutating func write(_ markup: [UInt8]) {
    html += markup
  }

  mutating func openLink(_ href: String?) {
    isInLink = true
    write("<a")
    if let href { attribute(" href=\"", href) }
    write(">")
  }

  mutating func closeLink() {
    isInLink = false
  }

  /// Draws one run of text; whatever is open over its ends is closed and opened with it.
  mutating func draw(_ run: Range<Int>) {
    catchUp(to: run.lowerBound)
    for position in covering { open(position) }
    var place = run.lowerBound
    while place < run.upperBound {
      let cut = min(nextCut(after: place), run.upperBound)
      leaf(place..<cut)
      place = cut
      if place < run.upperBound { turn(at: place) }
    }
    for position in covering.reversed() { close(position) }
  }

  /// Brings `covering` up to a place without drawing: between blocks there is nothing to mark.
  private mutating func catchUp(to place: Int) {
    while nextEnd < byEnd.count, annotations[byEnd[nextEnd]].range.upperBound <= place {
      nextEnd += 1
    }
    covering.removeAll { annotations[$0].range.upperBound <= place }
    while nextStart < annotations.count, annotations[nextStart].range.lowerBound <= place {
      if annotations[nextStart].range.upperBound > place {
        cover(nextStart)
      } else {
        // It lies in the white space between two blocks.
        anchor(nextStart)
      }
      nextStart += 1
    }
  }

  private mutating func cover(_ position: Int) {
    if covering.count < depth {
      covering.append(position)
    } else {
      anchor(position)
    }
  }

  /// Where the next range begins or ends.
  private func nextCut(after place: Int) -> Int {
    var end = nextEnd
    while end < byEnd.count, annotations[byEnd[end]].range.upperBound <= place { end += 1 }
    let nearestEnd = end < byEnd.count ? annotations[byEnd[end]].range.upperBound : Int.max
    let nearestStart =
      nextStart < annotations.count ? annotations[nextStart].range.lowerBound : Int.max
    return min(nearestEnd, nearestStart)
  }

  /// Closes what ends here, with what lies over it, and opens what goes on and what begins.
  private mutating func turn(at place: Int) {
    while nextEnd < byEnd.count, annotations[byEnd[nextEnd]].range.upperBound <= place {
      nextEnd += 1
    }
    if let lowest = covering.firstIndex(where: { annotations[$0].range.upperBound <= place }) {
      let above = covering[lowest...]
      for position in above.reversed() { close(position) }
      let going = above.filter { annotations[$0].range.upperBound > place }
      covering.removeSubrange(lowest...)
      covering += going
      for position in going { open(position) }
    }
    while nextStart < annotations.count, annotations[nextStart].range.lowerBound <= place {
      let known = covering.count
      cover(nextStart)
      if covering.count > known { open(nextStart) }
      nextStart += 1
    }
  }

  private mutating func open(_ position: Int) {
    write(annotations[position].datetime == nil ? "<span" : "<time")
    let isFirst = !hasID[position]
    if isFirst { attribute(" id=\"", annotations[position].id) }
    hasID[position] = true
    attribute(" class=\"", annotations[position].classes)
    if let title = annotations[position].title { attribute(" title=\"", title) }
    if let datetime = annotations[position].datetime { attribute(" datetime=\"", datetime) }
    write(">")
    if isFirst, !isInLink, let reference = annotations[position].reference { refer(reference) }
  }

  private mutating func refer(_ reference: Annotation.Reference) {
    write("<a class=\"ref\"")
    attribute(" href=\"", reference.href)
    attribute(" data-n=\"", reference.number)
    attribute(" aria-label=\"", reference.label)
    write("></a>")
  }

  private mutating func close(_ position: Int) {
    write(annotations[position].datetime == nil ? "</span>" : "</time>")
  }

  /// An id alone, for a range that is not drawn.
  private mutating func anchor(_ position: Int) {
    guard !hasID[position] else { return }
    hasID[position] = true
    write("<span")
    attribute(" id=\"", annotations[position].id)
    write("></span>")
  }

  /// Text that no range begins or ends in. The innermost mention is its link: links do not nest.
  private mutating func leaf(_ range: Range<Int>) {
    let href =
      isInLink
      ? nil
      : covering.last { annotations[$0].href != nil }
        .flatMap { annotations[$0].href }
    if let href {
      write("<a href=\"")
      Escaping.html(root, into: &html)
      attribute("", href)
      write(">")
    }
    Escaping.html(UnsafeBufferPointer(rebasing: bytes[range]), into: &html)
    if href != nil { write("</a>") }
  }

  /// - Parameter start: the space before the attribute, its name, and what opens its value.
  private mutating func attribute(_ start: String, _ value: String) {
    write(start)
    Escaping.html(value, into: &html)
    write("\"")
  }
}
