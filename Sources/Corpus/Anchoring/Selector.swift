/// One part of a target as an analysis gives it: words, and where they are to be found.
package struct Selector: Sendable, Hashable {
  package var exact: String
  /// What stands immediately before `exact`; read only where there are no offsets.
  package var prefix: String?
  /// What stands immediately after `exact`; read only where there are no offsets.
  package var suffix: String?
  /// Code points, 0-based. Where only one of the two is given, `exact` has the length.
  package var start: Int?
  /// Code points, 0-based, exclusive.
  package var end: Int?

  package init(
    exact: String, prefix: String? = nil, suffix: String? = nil, start: Int? = nil,
    end: Int? = nil
  ) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.start = start
    self.end = end
  }

  /// The two offsets as given or completed; not necessarily in order, nor in the text.
  var offsets: (start: Int, end: Int)? {
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, let end?): return (start, end)
    case (let start?, nil): return (start, start.addingReportingOverflow(length).partialValue)
    case (nil, let end?): return (end.subtractingReportingOverflow(length).partialValue, end)
    }
  }

  private var length: Int { exact.unicodeScalars.count }
}
