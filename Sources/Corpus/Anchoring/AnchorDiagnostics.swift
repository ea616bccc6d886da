import Diagnostics

extension AnchorOutcome {
  /// What the user should be told; `nil` where the selector was anchored exactly.
  ///
  /// Offsets are code points, half-open: `12–34` ends before the code point 34.
  /// - Parameters:
  ///   - place: of the selector in the analysis.
  ///   - article: its id.
  package func diagnostic(
    for selector: Selector, in field: Target.Field = .text, of article: String, at place: Place?
  ) -> Diagnostic? {
    let teller = AnchorTeller(selector: selector, field: field, article: article, place: place)
    return switch self {
    case .exact: nil
    case .lenient(_, let found, let differences): teller.lenient(found, differences)
    case .failed(let failure): teller.failure(failure)
    }
  }
}

/// Puts one outcome into words.
private struct AnchorTeller {
  let selector: Selector
  let field: Target.Field
  let article: String
  let place: Place?

  func lenient(_ found: Passage, _ differences: Leniency) -> Diagnostic {
    let names = Leniency.named.filter { differences.contains($0.0) }.map(\.1)
    let what = names.isEmpty ? "the encoding of its letters" : names.joined(separator: ", ")
    return Diagnostic(
      .warning, "anchor/lenient",
      "the quotation differs from \(fieldName) at \(found.span.offsets) in \(what)", at: place,
      notes: [note("\(fieldName) there is", found)],
      remedy: "quote it byte for byte; \(source)")
  }

  func failure(_ failure: AnchorFailure) -> Diagnostic {
    switch failure {
    case .empty:
      error(
        "anchor/empty", "the quotation is empty", [], "give the words of \(fieldName) in “exact”")
    case .outOfRange(let fault, let found): outOfRange(fault, found)
    case .mismatch(let there, let unit, let found, let nearest):
      mismatch(there, unit, found, nearest)
    case .notFound(let found, let nearest): notFound(found, nearest)
    case .ambiguous(let places, let isLenient): ambiguous(places, isLenient)
    }
  }

  private func outOfRange(_ fault: OffsetFault, _ found: Places) -> Diagnostic {
    let offsets = "\(fault.start)–\(fault.end)"
    let message =
      fault.isReversed
      ? "the offsets \(offsets) end before they start"
      : "the offsets \(offsets) are outside \(fieldName), which has \(fault.length) code points"
    return error(
      "anchor/out-of-range", message, notes(found),
      setOffsets(found) ?? "leave “start” and “end” out to have the quotation searched")
  }

  private func mismatch(
    _ there: Passage, _ unit: OffsetUnit?, _ found: Places, _ nearest: Passage?
  ) -> Diagnostic {
    var notes = [note("\(fieldName) there is", there)] + notes(found)
    if let nearest {
      notes.append(note("the nearest passage, at \(nearest.span.offsets), is", nearest))
    }
    let inCodePoints = setOffsets(found).map { "; \($0)" } ?? ""
    let remedy =
      unit.map {
        "these offsets count \($0.rawValue), but isnad/1 counts code points\(inCodePoints)"
      }
      ?? setOffsets(found) ?? "quote it as it stands; \(source)"
    return error(
      "anchor/mismatch", "\(fieldName) at \(there.span.offsets) is not \(quotation)", notes, remedy)
  }

  private func notFound(_ found: Places, _ nearest: Passage?) -> Diagnostic {
    if found.total > 0 {
      return error(
        "anchor/not-found",
        "\(quotation) is not in \(fieldName) with this \(contextName)", notes(found),
        "“prefix” and “suffix” must stand directly around the quotation, spaces included")
    }
    let notes = nearest.map {
      [note("the nearest passage, at \($0.span.offsets), is", $0)]
    }
    return error(
      "anchor/not-found", "\(quotation) is not in \(fieldName)",
      notes ?? [.init("no passage of \(fieldName) is like it")],
      "quote it as it stands; \(source)")
  }

  private func ambiguous(_ places: Places, _ isLenient: Bool) -> Diagnostic {
    let message =
      isLenient
      ? "\(quotation) is not in \(fieldName) byte for byte, and \(places.total) passages are alike"
      : "\(quotation) is found \(places.total) times in \(fieldName)"
    return error(
      "anchor/ambiguous", message, notes(places),
      "give “start” and “end”, or a longer “prefix” or “suffix”")
  }

  private func error(
    _ id: String, _ message: String, _ notes: [Diagnostic.Note], _ remedy: String
  ) -> Diagnostic {
    Diagnostic(.error, id, message, at: place, notes: notes, remedy: remedy)
  }

  private func notes(_ places: Places) -> [Diagnostic.Note] {
    var notes = places.first.map { place in
      let before = Shown.tail(place.before)
      let after = Shown.head(place.after)
      return Diagnostic.Note(
        "found at \(place.span.offsets): \(before)[\(Shown.cut(place.text, place.isCut))]\(after)")
    }
    if places.total > places.first.count {
      notes.append(.init("and at \(places.total - places.first.count) more places"))
    }
    return notes
  }

  private func note(_ what: String, _ passage: Passage) -> Diagnostic.Note {
    .init("\(what) “\(Shown.cut(passage.text, passage.isCut))”")
  }

  private func setOffsets(_ found: Places) -> String? {
    guard let first = found.first.first else { return nil }
    let range = first.span.codePoints
    return "set “start” to \(range.lowerBound) and “end” to \(range.upperBound)"
  }

  private var quotation: String { "“\(Shown.cut(selector.exact, false))”" }

  private var fieldName: String { field == .title ? "the title" : "the text" }

  private var contextName: String {
    switch (selector.prefix ?? "", selector.suffix ?? "") {
    case (_, ""): "prefix"
    case ("", _): "suffix"
    default: "prefix and suffix"
    }
  }

  private var source: String {
    field == .title
      ? "the title is that of the article \(article)"
      : "`isnad text \(article)` prints the text"
  }
}

extension Span {
  /// `12–34`, in code points.
  fileprivate var offsets: String { "\(codePoints.lowerBound)–\(codePoints.upperBound)" }
}

/// Text of an article in a message: short, on one line, without characters that rearrange it.
private enum Shown {
  private static let length = 120

  static func cut(_ text: String, _ isCut: Bool) -> String {
    let scalars = text.unicodeScalars
    let kept = scalars.prefix(length)
    let isShort = kept.endIndex == scalars.endIndex && !isCut
    return line(kept) + (isShort ? "" : "…")
  }

  /// What stands before a passage, marked where the text begins earlier.
  static func tail(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return (scalars.count < Passage.contextLength ? "" : "…") + line(scalars[...])
  }

  /// What stands after a passage, marked where the text goes on.
  static func head(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return line(scalars[...]) + (scalars.count < Passage.contextLength ? "" : "…")
  }

  private static func line(_ scalars: Substring.UnicodeScalarView) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar.value {
      case 0x0A: shown.append("\u{21B5}")
      case 0x09: shown.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        shown.append("\u{B7}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
