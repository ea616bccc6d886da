import Corpus
import Diagnostics
import Foundation

/// The interface languages of a site, each with its words and its addresses.
package struct Languages: Sendable {
  package struct Language: Sendable {
    package let strings: Strings
    let routes: Routes
    /// `ar_EG`: the tag with the territory that it names or, by CLDR's likely subtags, implies.
    let locale: String

    init(strings: Strings, routes: Routes) {
      self.strings = strings
      self.routes = routes
      let parts = Locale.Language(identifier: strings.lang)
      let full = Locale.Language(identifier: parts.maximalIdentifier)
      let known = [parts.languageCode?.identifier, full.region?.identifier].compactMap { $0 }
      locale = known.isEmpty ? strings.lang : known.joined(separator: "_")
    }
  }

  /// The first is the default, at the site's root.
  package let all: [Language]
  let diagnostics: [Diagnostic]

  package init(_ settings: SiteSettings, _ templates: TemplateFolder) {
    var diagnostics: [Diagnostic] = []
    let files = templates.strings
    func read(_ lang: String, completedFrom model: Strings?) -> Strings? {
      guard let found = files.first(where: { $0.lang == lang }) ?? Self.base(of: lang, files) else {
        return nil
      }
      var reader = StringsReader(file: "templates/\(found.file.path)", text: found.file.text)
      let strings = reader.strings(lang: lang, completedFrom: model)
      diagnostics += reader.diagnostics
      return strings
    }
    let model = read("en", completedFrom: nil)
    all = settings.languages.enumerated().compactMap { position, lang in
      guard let strings = lang == "en" ? model : read(lang, completedFrom: model) else {
        diagnostics.append(Self.unknown(lang, files.map(\.lang)))
        return nil
      }
      return Language(strings: strings, routes: Routes(prefix: position == 0 ? "" : "\(lang)/"))
    }
    self.diagnostics = diagnostics
  }

  /// `ar-SY` is served by `ar.yaml` where it has no file of its own; its dates are still its own.
  private static func base(
    of lang: String, _ files: [(lang: String, file: TemplateFolder.File)]
  ) -> (lang: String, file: TemplateFolder.File)? {
    let base = lang.split(separator: "-").first.map(String.init)
    return files.first { $0.lang == base }
  }

  private static func unknown(_ lang: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "strings/no-language", "The interface language “\(lang)” has no strings",
      at: Place(file: "content/site.yaml"),
      remedy: "add templates/strings/\(lang).yaml, or use one of: \(known.joined(separator: ", "))")
  }
}
