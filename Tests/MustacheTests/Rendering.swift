import Diagnostics
import Mustache

/// Renders one template, with partials, over a record.
func render(
  _ template: String, _ values: [String: Value] = [:], partials: [String: String] = [:],
  name: String = "page"
) throws -> String {
  let templates = Templates(
    files: [(name + ".mustache", template)]
      + partials.sorted { $0.key < $1.key }.map { ($0.key + ".mustache", $0.value) })
  var renderer = Renderer(templates)
  var output: [UInt8] = []
  try renderer.render(name, Record(values), into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// What a terminal says of one template, with partials, over a shape.
func faults(
  _ template: String, _ root: Shape = Shape([]), partials: [String: String] = [:],
  name: String = "page"
) -> String {
  let templates = Templates(
    files: [(name + ".mustache", template)]
      + partials.sorted { $0.key < $1.key }.map { ($0.key + ".mustache", $0.value) })
  return ConsoleFormat(hasColor: false).text(templates.check(pages: [(name, root)]))
}
