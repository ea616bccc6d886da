/// A Content-Security-Policy of a page.
struct ContentPolicy {
  private var directives: [(name: String, sources: [String])]

  /// - Parameter attribute: as it stands in HTML.
  init(attribute: String) {
    let text = attribute.replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
    directives = text.split(separator: ";").compactMap { directive in
      let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
  }

  /// As it stands in HTML, between quotation marks of either kind.
  var attribute: String {
    let text = directives.map { ([$0.name] + $0.sources).joined(separator: " ") }
      .joined(separator: "; ")
    return Markup.escaped(text)
  }

  /// What it takes to load the preview's own script and style, and to be told of changes; no more.
  var allowingOwn: ContentPolicy {
    var policy = self
    for name in ["script-src", "style-src", "connect-src"] { policy.allowOwn(name) }
    // These come before the general ones, where they are there.
    for name in ["script-src-elem", "style-src-elem"] where sources(name) != nil {
      policy.allowOwn(name)
    }
    return policy
  }

  private mutating func allowOwn(_ name: String) {
    // What nothing restricts needs no leave.
    guard let sources = sources(name) ?? sources("default-src") else { return }
    let allowed = sources.filter { $0.lowercased() != "'none'" }
    let own = allowed.contains("*") || allowed.contains("'self'") ? [] : ["'self'"]
    if let index = directives.firstIndex(where: { $0.name == name }) {
      directives[index].sources = allowed + own
    } else {
      directives.append((name, allowed + own))
    }
  }

  private func sources(_ name: String) -> [String]? {
    directives.first { $0.name == name }?.sources
  }
}
