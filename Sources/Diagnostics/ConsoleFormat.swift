/// Writes diagnostics as text for a terminal or a log.
package struct ConsoleFormat: Sendable {
  /// Whether ANSI colours are used; the words are the same either way.
  package let hasColor: Bool

  package init(hasColor: Bool) {
    self.hasColor = hasColor
  }

  /// All diagnostics in order, each followed by an empty line, then one line that counts them.
  /// Empty when there are none.
  package func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let ordered = diagnostics.inOrder()
    guard !ordered.isEmpty else { return "" }
    return ordered.map { text($0) + "\n" }.joined() + summary(ordered) + "\n"
  }

  /// One diagnostic, over several lines, the last one ended.
  package func text(_ diagnostic: Diagnostic) -> String {
    let color = diagnostic.severity == .error ? Color.red : .yellow
    let head = paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", color)
    var lines = ["\(head): \(diagnostic.message)"]
    if let place = diagnostic.place { lines += excerpt(place) }
    for note in diagnostic.notes {
      lines.append("  \(paint("note", .cyan)): \(note.text)")
      if let place = note.place { lines += excerpt(place) }
    }
    if let remedy = diagnostic.remedy { lines.append("  \(paint("help", .green)): \(remedy)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
      .joined(separator: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func excerpt(_ place: Place) -> [String] {
    let where_ = "  --> \(place.file):\(place.line):\(place.column)"
    guard !place.excerpt.isEmpty else { return [where_] }
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    return [
      where_,
      " \(number) | \(place.excerpt)",
      " \(gutter) | \(paint(carets(place), .red))",
    ]
  }

  /// Spaces up to the mark and carets under it; marks that take no cell of their own (tashkeel and
  /// other combining marks) are left out of the count.
  private func carets(_ place: Place) -> String {
    let scalars = Array(place.excerpt.unicodeScalars)
    let before = scalars[..<min(place.marked.lowerBound, scalars.count)].count { !$0.isCombining }
    let marked = scalars[
      min(place.marked.lowerBound, scalars.count)..<min(place.marked.upperBound, scalars.count)
    ].count { !$0.isCombining }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(marked, 1))
  }

  private enum Color: String {
    case red = "31"
    case yellow = "33"
    case cyan = "36"
    case green = "32"
  }

  private func paint(_ text: String, _ color: Color) -> String {
    hasColor ? "\u{1B}[1;\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Unicode.Scalar {
  fileprivate var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
