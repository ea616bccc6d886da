/// One step of a compiled template. Addresses are indices into `Program.code`.
enum Instruction: Sendable {
  /// Bytes `start..<end` of `Program.literals`.
  case literal(start: Int32, end: Int32)
  /// A value, escaped for HTML.
  case html(path: Int32)
  /// A value, escaped for Markdown.
  case markdown(path: Int32)
  case raw(path: Int32)
  /// The body follows and ends with `endSection`; `end` is the address after that. In a plain one
  /// nothing can name what the section is over, `{{.}}`.
  case section(path: Int32, end: Int32, isPlain: Bool)
  /// The body follows; `end` is the address after it.
  case inverted(path: Int32, end: Int32)
  case endSection
  /// A partial or a parent: an index into `Program.calls`.
  case call(Int32)
  /// An index into `Program.blocks`. The default follows and ends with `return`.
  case block(Int32)
  case `return`
}

/// Templates, compiled: one flat list of instructions, names as integers.
final class Program: Sendable {
  /// A dotted name: a range of `parts`, which is empty for `{{.}}`.
  struct Path: Sendable {
    /// The number of its first name; -1 for `{{.}}`.
    let first: Int32
    let start: Int32
    let end: Int32

    var isImplicit: Bool { start == end }
    var isDotted: Bool { end - start > 1 }
  }

  struct Call: Sendable {
    enum Target: Sendable {
      case template(Int32)
      case missing(String)
      /// The name is the value of a path.
      case dynamic(path: Int32)
    }

    let target: Target
    /// A range of `literals`.
    let indentation: Range<Int32>
    /// Blocks that replace those of the parent: a name and the address of what replaces it.
    var overrides: [(name: Int32, address: Int32)] = []
    /// Where to go on after it.
    var end: Int32 = 0
  }

  struct Block: Sendable {
    let name: Int32
    /// A range of `literals`.
    let indentation: Range<Int32>
    /// Where to go on after it.
    var end: Int32 = 0
  }

  struct Template: Sendable {
    let name: String
    /// As diagnostics name it.
    let file: String
    let text: String
    let entry: Int32
  }

  /// Where an instruction was written.
  struct Origin: Sendable, Hashable {
    let template: Int32
    /// A byte range of the template.
    let range: Range<Int>
  }

  let templates: [Template]
  let templateNumbers: [String: Int32]
  let code: [Instruction]
  /// One for each instruction.
  let origins: [Origin]
  let literals: [UInt8]
  let paths: [Path]
  /// The names of which paths are made, as numbers.
  let parts: [Int32]
  let calls: [Call]
  /// For each call of a template that changes nothing else, where that begins and where to go on after
  /// it; most calls are of these. -1 for the others.
  let plainCalls: [(entry: Int32, end: Int32)]
  let blocks: [Block]
  /// The names of fields and blocks, by number.
  let names: [String]
  let nameNumbers: [String: Int32]

  init(
    templates: [Template], code: [Instruction], origins: [Origin], literals: [UInt8],
    paths: [Path], parts: [Int32], calls: [Call], blocks: [Block], names: [String],
    nameNumbers: [String: Int32]
  ) {
    self.templates = templates
    templateNumbers = Dictionary(
      zip(templates.map(\.name), Int32(0)...), uniquingKeysWith: { first, _ in first })
    self.code = code
    self.origins = origins
    self.literals = literals
    self.paths = paths
    self.parts = parts
    self.calls = calls
    plainCalls = calls.map { call in
      guard case .template(let template) = call.target, call.indentation.isEmpty,
        call.overrides.isEmpty
      else { return (-1, -1) }
      return (templates[Int(template)].entry, call.end)
    }
    self.blocks = blocks
    self.names = names
    self.nameNumbers = nameNumbers
  }

  /// The names that a path is made of.
  func names(of path: Int32) -> [String] {
    let path = paths[Int(path)]
    return parts[Int(path.start)..<Int(path.end)].map { names[Int($0)] }
  }
}
