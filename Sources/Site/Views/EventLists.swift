import Evidence
import Mustache

/// Lists of events in time order, the undated last.
extension Views {
  /// Rows of a list, each marked where its order to those above it is not settled.
  ///
  /// - Parameter name: of the list, by which what was found of it is known again.
  func events(_ list: [Int], _ range: Range<Int>, of name: PageJob.List) -> HTML {
    rows.html(
      events: list[range], unsettled: unsettled(list, upTo: range.upperBound, of: name)[range])
  }

  /// The first rows of such a list on a page of several lists.
  func eventList(
    _ list: [Int], of name: PageJob.List, more: Route
  ) -> RowList {
    let shown = 0..<min(list.count, Limits.shown)
    return RowList(
      rows: events(list, shown, of: name),
      extent: extent("events", list.count, Limits.shown, more))
  }

  private func unsettled(_ list: [Int], upTo end: Int, of name: PageJob.List) -> [Int?] {
    if end <= Limits.rows { return evidence.unsettled(Array(list[..<end])) }
    if let last = lastUnsettled, last.list == name { return last.rivals }
    let rivals = evidence.unsettled(list)
    lastUnsettled = (name, rivals)
    return rivals
  }
}
