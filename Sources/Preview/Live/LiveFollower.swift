/// An open page, and what it has to be told so that it shows what there is now.
///
/// The page says what it has when it begins to follow; so nothing that happened meanwhile is missed,
/// not even while the preview was not running.
package struct LiveFollower: Sendable, Hashable {
  /// The page's address, percent-encoded, without the query.
  package let path: String
  private var page: String
  private var versions: PreviewSite.Versions
  /// The version of the problems that it shows, empty for none; nil before it is known.
  private var problems: String?

  /// - Parameter query: as the script sends it.
  package init(query: String) {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1]).replacing("+", with: " ") : ""
      let bytes = PercentEncoding.decode(value) ?? []
      values[String(parts[0])] = String(decoding: bytes, as: UTF8.self)
    }
    path = values["path"] ?? "/"
    page = values["page"] ?? ""
    versions = PreviewSite.Versions(style: values["style"] ?? "", assets: values["assets"] ?? "")
  }

  /// What is new since the last time, as server-sent events; a comment where nothing is, which shows
  /// whether anybody still listens.
  package mutating func news(of state: PreviewState) async -> String {
    let version = await state.version(ofPageAt: path)
    let new = state.site?.versions ?? versions
    if version != page || new.assets != versions.assets {
      page = version
      versions = new
      return Self.event("reload", version)
    }
    var events = ""
    if new.style != versions.style {
      versions = new
      events += Self.event("style", new.style)
    }
    // Where there is no site yet, the page itself shows what is wrong.
    let report = state.site == nil ? nil : state.problems
    if problems != report?.version ?? "" {
      problems = report?.version ?? ""
      events += report.map { Self.event("problems", $0.html) } ?? Self.event("well", "all is well")
    }
    return events.isEmpty ? ":\n\n" : events
  }

  /// - Parameter data: not empty, or browsers leave the event out.
  private static func event(_ name: String, _ data: String) -> String {
    let lines = data.split(separator: "\n").map { "data: \($0)\n" }
    return "event: \(name)\n" + lines.joined() + "\n"
  }
}
