/// The words of the interface that the script shows, as a script that hands them over.
struct InterfaceWords {
  private let strings: Strings

  init(_ strings: Strings) {
    self.strings = strings
  }

  /// The groups of strings that it shows.
  private static let groups: Set<Substring> = ["find", "table", "type", "eventType"]
  private static let counted = ["names", "results"]

  var file: SiteFile {
    var script = ScriptData()
    script.call("isnad.words", strings.lang) { data in
      data.object(texts) { $0.text($1) }
      data.separate()
      data.object(Self.counted.map { ($0, forms(of: $0)) }) { data, forms in
        data.object(forms) { $0.text($1) }
      }
    }
    return SiteFile(path: "search/words.\(strings.lang).js", bytes: script.bytes)
  }

  private var texts: [(key: String, value: String)] {
    let shown = strings.texts.filter { Self.groups.contains($0.key.prefix { $0 != "." }) }
    let digits = (key: "digits", value: (0...9).map(strings.digits).joined())
    return shown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [digits]
  }

  private func forms(of name: String) -> [(key: String, value: String)] {
    (strings.counted[name] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.text("{n}")) }
  }
}
