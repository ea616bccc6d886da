import Diagnostics

extension Diagnostic {
  static func missingTemplate(_ name: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      .error, "template/missing-template", "there is no template `\(name).mustache`",
      remedy: nearest(to: name, among: names) ?? "add the file `\(name).mustache`")
  }

  static func missingPartial(at address: Int, in program: Program) -> Diagnostic {
    let name = program.text(at: address)
    let names = program.templates.map(\.name)
    return Diagnostic(
      .error, "template/missing-partial", "there is no template `\(name).mustache`",
      at: program.place(of: address),
      remedy: nearest(to: name, among: names) ?? "add the file `\(name).mustache`")
  }

  /// A name that the model turned out not to have when it was rendered.
  static func unresolved(at address: Int, in program: Program) -> Diagnostic {
    Diagnostic(
      .error, "template/unknown-name",
      "nothing here is named `\(program.text(at: address))`", at: program.place(of: address),
      remedy: "check the template against the page's model")
  }

  /// - Parameter part: the first part of the dotted name that leads nowhere.
  /// - Parameter candidates: the names that it could have been.
  static func unknownName(
    part: Int, of parts: [String], among candidates: [String], at address: Int,
    in program: Program
  ) -> Diagnostic {
    let owner = parts[..<part].joined(separator: ".")
    return Diagnostic(
      .error, "template/unknown-name",
      part == 0
        ? "nothing here is named `\(parts[0])`" : "`\(owner)` has no field `\(parts[part])`",
      at: program.place(ofPart: part, of: parts, at: address),
      remedy: nearest(to: parts[part], among: candidates) ?? names(candidates))
  }

  static func noFields(
    part: Int, of parts: [String], at address: Int, in program: Program
  ) -> Diagnostic {
    let owner = parts[...part].joined(separator: ".")
    return Diagnostic(
      .error, "template/no-fields",
      "`\(owner)` is no model, so it has no field `\(parts[part + 1])`",
      at: program.place(ofPart: part + 1, of: parts, at: address),
      remedy: "if it is a list, open a section over it, `{{#\(owner)}}`")
  }

  /// - Parameter what: what it is instead.
  static func notText(
    at address: Int, in program: Program, _ what: String = "a list or a model"
  ) -> Diagnostic {
    let name = program.text(at: address)
    return Diagnostic(
      .error, "template/not-text", "`\(name)` is \(what), which cannot be written as text",
      at: program.place(of: address),
      remedy: name == "."
        ? "name one of its fields" : "open a section over it, `{{#\(name)}}…{{/\(name)}}`")
  }

  static func alwaysThere(
    _ what: String, at address: Int, in program: Program
  ) -> Diagnostic {
    let name = program.text(at: address)
    return Diagnostic(
      .error, "template/section-over-text",
      "`\(name)` is \(what) that is always there, so a section over it asks nothing",
      at: program.place(of: address),
      remedy: "write `{{\(name)}}`, or ask for a flag, a list or something optional")
  }

  static func htmlInMarkdown(at address: Int, in program: Program) -> Diagnostic {
    let name = program.text(at: address)
    return Diagnostic(
      .error, "template/html-in-markdown", "`\(name)` is HTML, and this template is Markdown",
      at: program.place(of: address),
      remedy: "write `{{{\(name)}}}` if it is to stand there as HTML")
  }

  static func dynamicPartial(at address: Int, in program: Program) -> Diagnostic {
    Diagnostic(
      .error, "template/dynamic-partial",
      "a partial whose name is in the field `\(program.text(at: address))` cannot be checked",
      at: program.place(of: address),
      remedy: "name the partial, in a section that asks for its case")
  }

  static func tooDeep(at address: Int, in program: Program) -> Diagnostic {
    Diagnostic(
      .error, "template/too-deep",
      "more than \(Renderer.maximumDepth) sections and partials are inside of each other",
      at: program.place(of: address),
      remedy: "a partial that includes itself must do so in a section that ends")
  }

  /// The names that there are, in order and not too many of them.
  private static func names(_ names: [String]) -> String {
    let known = Set(names).sorted()
    guard !known.isEmpty else { return "nothing is named here" }
    let shown = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return "here are: \(shown)" + (known.count > 12 ? " and \(known.count - 12) more" : "")
  }

  private static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    Nearest.name(to: name, among: names).map { "did you mean `\($0)`?" }
  }
}

extension Program {
  /// What is named at an address: a field, a partial or a block.
  func text(at address: Int) -> String {
    let origin = origins[address]
    let text = templates[Int(origin.template)].text.utf8
    return String(
      decoding: text.dropFirst(origin.range.lowerBound).prefix(origin.range.count), as: UTF8.self)
  }

  func place(of address: Int) -> Place {
    place(of: origins[address].range, in: origins[address].template)
  }

  /// The place of one part of a dotted name.
  func place(ofPart part: Int, of parts: [String], at address: Int) -> Place {
    let origin = origins[address]
    let before = parts[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
    let start = origin.range.lowerBound + before
    return place(of: start..<start + parts[part].utf8.count, in: origin.template)
  }

  func place(of range: Range<Int>, in template: Int32) -> Place {
    let template = templates[Int(template)]
    return SourceText(file: template.file, bytes: Array(template.text.utf8)).place(of: range)
  }
}
