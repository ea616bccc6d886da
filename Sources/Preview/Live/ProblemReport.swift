import Diagnostics

/// What is wrong with the site, as HTML. What comes from the content stands in it as text only.
package struct ProblemReport: Sendable, Hashable {
  /// Elements to stand in a `body`.
  package let html: String
  let version: String

  /// Errors that are shown; the terminal has them all.
  private static let limit = 50

  package init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }.inOrder()
    let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
    var html = "<h1>The site has \(count)</h1>\n<ol>\n"
    for error in errors.prefix(Self.limit) { html += "<li>\n\(Self.item(error))</li>\n" }
    html += "</ol>\n"
    if errors.count > Self.limit {
      html += "<p>The terminal where isnad runs shows \(errors.count - Self.limit) more.</p>\n"
    }
    self.html = html
    version = Fingerprint.of(Array(html.utf8))
  }

  private static func item(_ diagnostic: Diagnostic) -> String {
    var html = "<p class=\"message\" dir=\"auto\">\(Markup.escaped(diagnostic.message))</p>\n"
    html += place(diagnostic.place, id: diagnostic.id)
    for note in diagnostic.notes {
      html +=
        "<p class=\"note\" dir=\"auto\">\(Markup.escaped(note.text))</p>\n" + place(note.place)
    }
    if let remedy = diagnostic.remedy {
      html += "<p class=\"remedy\" dir=\"auto\">\(Markup.escaped(remedy))</p>\n"
    }
    return html
  }

  private static func place(_ place: Place?, id: String? = nil) -> String {
    let name = id.map { "<span class=\"id\">\(Markup.escaped($0))</span>" }
    guard let place else { return name.map { "<p class=\"place\">\($0)</p>\n" } ?? "" }
    let position = "\(Markup.escaped(place.file)):\(place.line):\(place.column)"
    let parts = ["<bdi>\(position)</bdi>", name].compactMap { $0 }
    return "<p class=\"place\">\(parts.joined(separator: " "))</p>\n" + excerpt(place)
  }

  /// The line with the words to blame marked, so that no caret has to stand under Arabic.
  private static func excerpt(_ place: Place) -> String {
    guard !place.excerpt.isEmpty else { return "" }
    let scalars = Array(place.excerpt.unicodeScalars)
    let start = min(place.marked.lowerBound, scalars.count)
    let end = min(max(place.marked.upperBound, start), scalars.count)
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return Markup.escaped(String(view))
    }
    return "<pre dir=\"auto\">\(text(scalars[..<start]))<mark>\(text(scalars[start..<end]))</mark>"
      + "\(text(scalars[end...]))</pre>\n"
  }
}
