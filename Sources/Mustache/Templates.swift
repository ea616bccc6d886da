import Diagnostics

/// Mustache templates, compiled: a value that all workers share.
///
/// The language is that of the specification, version 1.4, with partials, set delimiters,
/// inheritance and dynamic names, and without lambdas. Values that are interpolated in a template
/// named `….md.mustache` are escaped for Markdown, those of all others for HTML.
package struct Templates: Sendable {
  let program: Program
  /// What is wrong in the text of the templates themselves, whatever is rendered with them.
  package let syntaxFaults: [Diagnostic]

  /// - Parameters:
  ///   - files: paths relative to the folder, such as `attributions/row.mustache`, which is the
  ///     partial `attributions/row`. The last one of a path counts.
  ///   - folder: what diagnostics put before the paths.
  package init(files: [(path: String, text: String)], folder: String = "templates") {
    let unique = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    let ordered = unique.sorted { $0.key < $1.key }
    let names = ordered.map { Self.name(ofPath: $0.key) }
    var compiler = Compiler(templates: names)
    for (name, file) in zip(names, ordered) {
      compiler.add(
        name: name, file: folder.isEmpty ? file.key : folder + "/" + file.key, text: file.value,
        isMarkdown: name.hasSuffix(".md"))
    }
    program = compiler.program()
    syntaxFaults = compiler.faults.inOrder()
  }

  /// What would go wrong when a template is filled in: names that are not there, partials that are
  /// missing, sections over what is always there.
  ///
  /// - Parameter globals: the shapes of the models that are handed to the renderer as such.
  package func check(_ name: String, root: Shape, globals: [Shape] = []) -> [Diagnostic] {
    guard let template = program.templateNumbers[name] else {
      return [.missingTemplate(name, among: names)]
    }
    return Checker.check(template, Scope(globals + [root]), in: program)
  }

  /// The faults in the text of the templates and those of all pages, in order, each once.
  package func check(
    pages: [(name: String, root: Shape)], globals: [Shape] = []
  ) -> [Diagnostic] {
    var faults = syntaxFaults
    var seen: Set<[String]> = []
    for page in pages {
      for fault in check(page.name, root: page.root, globals: globals) {
        let place = fault.place.map { ["\($0.file):\($0.line):\($0.column)"] } ?? []
        if seen.insert([fault.id, fault.message] + place).inserted { faults.append(fault) }
      }
    }
    return faults.inOrder()
  }

  /// In order.
  package var names: [String] { program.templates.map(\.name) }

  private static func name(ofPath path: String) -> String {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
  }
}
