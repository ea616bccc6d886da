/// Something the user should know about the input, as a value.
///
/// Diagnostics are collected through every phase and printed together; an error among them means
/// that nothing is written.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  /// A further remark, with the place it speaks of when that is another one.
  package struct Note: Sendable, Hashable {
    package let text: String
    package let place: Place?

    package init(_ text: String, at place: Place? = nil) {
      self.text = text
      self.place = place
    }
  }

  /// Stable, lower case, `area/what`: `json/unknown-key`, `anchor/not-found`.
  package let id: String
  package let severity: Severity
  /// What is wrong, as a sentence without its full stop.
  package let message: String
  package let place: Place?
  package let notes: [Note]
  /// How to mend it: the nearest key, the nearest id, what to run.
  package let remedy: String?

  package init(
    _ severity: Severity, _ id: String, _ message: String, at place: Place? = nil,
    notes: [Note] = [], remedy: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.remedy = remedy
  }
}

extension Sequence<Diagnostic> {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// By file, line, column, then id: an order that does not depend on which worker was first.
  package func inOrder() -> [Diagnostic] {
    sorted { left, right in
      let (a, b) = (left.place, right.place)
      return (a?.file ?? "", a?.line ?? 0, a?.column ?? 0, left.id, left.message)
        < (b?.file ?? "", b?.line ?? 0, b?.column ?? 0, right.id, right.message)
    }
  }
}
