import Diagnostics

/// Fills templates in. Each worker has one of its own.
///
/// A renderer keeps what it learns of the shapes of models, and what it rendered of kept models, so
/// it should be used for many pages.
package struct Renderer {
  let program: Program
  let isLenient: Bool
  var contexts: Contexts
  var keepsakes = Keepsakes()
  /// The sections over kept models that are being rendered for the first time, outermost first.
  var recordings: [Recording] = []
  /// Whether the output is for other pages: placeholders and gaps are left as holes.
  private(set) var leavesHoles = false
  private(set) var filling = Filling([], own: [])
  /// Where the last placeholder of the page was filled, as long as nothing comes after it.
  var filled: Int?
  /// What names of constants render to, by the number of the path.
  private var constants: [Constant?]
  /// The texts of those that are text, escaped for HTML, one after the other.
  private var constantTexts: [UInt8] = []
  var frames: [Frame] = []
  var outsides: [Outside] = []
  var textLists: [[String]] = []
  var valueLists: [[Value]] = []
  var indentation = Indentation()
  var overriders: [Overrider] = []
  var innermostOverrider = -1

  /// Sections, partials and blocks that may be inside of each other.
  package static let maximumDepth = 1000

  /// What is to be done at the end of the section, partial or block that is being rendered. Nothing
  /// in it is counted by reference: frames come and go with every link.
  struct Frame {
    enum Kind {
      case flag
      case value
      /// The items are the last of the contexts' lists, of `textLists`, of `valueLists`.
      case models
      case texts
      case values
      /// Of a template alone, and one that has more to go back to.
      case plainCall
      case call
    }
    let kind: Kind
    /// Whether the innermost recording is of the item that is being rendered.
    var isRecorded = false
    /// The address of the section's body, or the address after the call.
    let address: Int32
    /// Items of a list, and which of them is being rendered.
    var count: Int32 = 0
    var index: Int32 = 0

    init(_ kind: Kind, address: Int, count: Int = 0) {
      self.kind = kind
      self.address = Int32(truncatingIfNeeded: address)
      self.count = Int32(clamping: count)
    }
  }

  /// What to go back to after a call that is not plain.
  struct Outside {
    let indentation: Int
    let overriders: Int
    let innermost: Int
  }

  private enum Constant {
    /// A range of `constantTexts`.
    case text(Range<Int>)
    case placeholder
  }

  struct Recording {
    let key: Keepsakes.Key
    let model: AnyObject
    /// The model's level on the stack.
    let level: Int
    /// Where its output begins.
    let start: Int
    /// The reach of what is around it.
    let outerReach: Int
  }

  /// A parent tag whose blocks replace those of the templates rendered through it.
  struct Overrider {
    let call: Int
    /// The one further out, or -1.
    let outer: Int
  }

  /// - Parameters:
  ///   - constants: models that every template of every page sees behind all others.
  ///   - isLenient: names and partials that do not exist render as nothing, as they do in other
  ///     engines. Only for data whose form is not known before it is there; page models are checked
  ///     instead.
  package init(_ templates: Templates, constants: [any Model] = [], isLenient: Bool = false) {
    program = templates.program
    self.isLenient = isLenient
    contexts = Contexts(templates.program, constants: constants)
    self.constants = Array(repeating: nil, count: templates.program.paths.count)
  }

  /// Appends a page to `output`, which is left as it was when that fails.
  ///
  /// - Parameters:
  ///   - globals: models that every template sees behind the fields of `root`, before the constants.
  ///   - placeholder: what fields that are a placeholder hold in this page: HTML.
  ///   - own: what comes after a placeholder in links to this page, HTML too: where such a link goes on
  ///     with `#`, to a place in the page, neither is written.
  package mutating func render(
    _ name: String, _ root: some Model, globals: [any Model] = [], placeholder: String = "",
    own: String = "", into output: inout [UInt8]
  ) throws(RenderFailure) {
    try render(
      name, .one(root), globals: globals, placeholder: placeholder, own: own, into: &output)
  }

  /// Pieces for other pages, with their placeholders left open: what stands before, between and after
  /// the gaps of the template.
  package mutating func renditions(
    _ name: String, _ root: some Model, globals: [any Model] = []
  ) throws(RenderFailure) -> [Rendition] {
    var bytes: [UInt8] = []
    leavesHoles = true
    defer { leavesHoles = false }
    try render(name, .one(root), globals: globals, into: &bytes)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.split(separator: Hole.gap, omittingEmptySubsequences: false).map {
        Rendition(UnsafeBufferPointer(rebasing: $0))
      }
    }
  }

  package mutating func render(
    _ name: String, _ root: Value, globals: [any Model] = [], placeholder: String = "",
    own: String = "", into output: inout [UInt8]
  ) throws(RenderFailure) {
    guard let template = program.templateNumbers[name] else {
      throw RenderFailure(.missingTemplate(name, among: program.templates.map(\.name)))
    }
    if contexts.reset() { keepsakes.removeAll() }
    filling = Filling(Array(placeholder.utf8), own: Array(own.utf8))
    filled = nil
    recordings.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    outsides.removeAll(keepingCapacity: true)
    textLists.removeAll(keepingCapacity: true)
    valueLists.removeAll(keepingCapacity: true)
    indentation.shorten(to: 0)
    overriders.removeAll(keepingCapacity: true)
    innermostOverrider = -1
    for global in globals { contexts.push(.one(global), at: -1) }
    contexts.push(root, at: -1)

    let start = output.count
    do {
      try run(from: Int(program.templates[Int(template)].entry), into: &output)
    } catch {
      output.removeSubrange(start...)
      throw error
    }
  }

  private mutating func run(from entry: Int, into output: inout [UInt8]) throws(RenderFailure) {
    let (code, literals, paths) = (program.code, program.literals, program.paths)
    let plainCalls = program.plainCalls
    var address = entry
    while true {
      let here = address
      address += 1
      if let end = filled, output.count > end {
        filling.shorten(&output, after: end)
        filled = nil
      }
      switch code[here] {
      case .literal(let start, let end):
        let range = Int(start)..<Int(end)
        if indentation.isEmpty {
          literals.withUnsafeBufferPointer {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
          }
        } else {
          indentation.append(literals[range], to: &output)
        }
      case .html(let path):
        if let constant = constants[Int(path)], contexts.isConstant(paths[Int(path)]) {
          indentation.beginLine(of: &output)
          append(constant, to: &output)
          continue
        }
        if indentation.isEmpty, contexts.write(paths[Int(path)], .html, to: &output) { continue }
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        if case .text(let text) = value {
          let start = output.count
          Escaping.html(text, into: &output)
          if contexts.isConstant(paths[Int(path)]) {
            constants[Int(path)] = .text(
              constantTexts.count..<constantTexts.count + output.count - start)
            constantTexts += output[start...]
          }
        } else {
          if case .placeholder = value, contexts.isConstant(paths[Int(path)]) {
            constants[Int(path)] = .placeholder
          }
          try append(value, at: here, to: &output)
        }
      case .markdown(let path):
        if indentation.isEmpty, contexts.write(paths[Int(path)], .markdown, to: &output) {
          continue
        }
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        if case .text(let text) = value {
          Escaping.markdown(text, into: &output)
        } else {
          try append(value, at: here, to: &output)
        }
      case .raw(let path):
        if indentation.isEmpty, contexts.write(paths[Int(path)], .none, to: &output) { continue }
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        try append(value, at: here, to: &output)
      case .section(let path, let end, let isPlain):
        let presence = try presence(paths[Int(path)], at: here)
        if presence == .absent {
          address = Int(end)
        } else if presence == .flag || presence == .scalar && isPlain {
          try push(Frame(.flag, address: address), at: here)
        } else if let value = try value(paths[Int(path)], at: here) {
          if try !enter(value, body: address, at: here, &output) { address = Int(end) }
        }
      case .inverted(let path, let end):
        if try presence(paths[Int(path)], at: here) != .absent { address = Int(end) }
      case .endSection:
        if frames[frames.count - 1].kind == .flag {
          frames.removeLast()
        } else {
          address = nextItem(&output) ?? address
        }
      case .call(let call):
        let plain = plainCalls[Int(call)]
        if plain.entry >= 0 {
          try push(Frame(.plainCall, address: Int(plain.end)), at: here)
          address = Int(plain.entry)
        } else {
          address = try enter(call: Int(call), at: here)
        }
      case .block(let block):
        address = try enter(block: program.blocks[Int(block)], default: address, at: here)
      case .return:
        guard let frame = frames.popLast() else { return }
        address = Int(frame.address)
        guard frame.kind == .call, let outside = outsides.popLast() else { continue }
        indentation.shorten(to: outside.indentation)
        overriders.removeLast(overriders.count - outside.overriders)
        innermostOverrider = outside.innermost
      }
    }
  }

  // MARK: - Values

  private mutating func append(_ constant: Constant, to output: inout [UInt8]) {
    switch constant {
    case .text(let range):
      constantTexts.withUnsafeBufferPointer {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
      }
    case .placeholder: appendPlaceholder(to: &output)
    }
  }

  private mutating func appendPlaceholder(to output: inout [UInt8]) {
    if hasHoles {
      output.append(Hole.placeholder)
    } else {
      filling.append(to: &output)
      filled = output.count
    }
  }

  mutating func value(
    _ path: Program.Path, at address: Int
  ) throws(RenderFailure) -> Value? {
    if let value = contexts.value(of: path) { return value }
    guard isLenient else { throw RenderFailure(.unresolved(at: address, in: program)) }
    return nil
  }

  private mutating func presence(
    _ path: Program.Path, at address: Int
  ) throws(RenderFailure) -> Presence {
    if let presence = contexts.presence(of: path) { return presence }
    guard isLenient else { throw RenderFailure(.unresolved(at: address, in: program)) }
    return .absent
  }

  private mutating func append(
    _ value: Value, at address: Int, to output: inout [UInt8]
  ) throws(RenderFailure) {
    switch value {
    case .none: break
    case .text(let text): Escaping.raw(text, into: &output)
    case .html(let html):
      switch html.content {
      case .bytes(let bytes): output.append(contentsOf: bytes)
      case .renditions(let renditions, let places):
        renditions.withUnsafeBufferPointer { renditions in
          let filling = hasHoles ? .hole : filling
          for place in places { renditions[place].append(to: &output, filling) }
        }
      }
    case .placeholder: appendPlaceholder(to: &output)
    case .gap:
      if leavesHoles { output.append(Hole.gap) }
      // What is kept has no gaps.
      contexts.reach = -1
    case .number(let number): Escaping.number(number, into: &output)
    case .flag(let flag): Escaping.raw(flag ? "true" : "false", into: &output)
    case .one, .many, .texts, .values:
      guard isLenient else { throw RenderFailure(.notText(at: address, in: program)) }
    }
  }

  /// What is recorded has holes until it is whole.
  var hasHoles: Bool { leavesHoles || !recordings.isEmpty }

  func append(_ rendition: Rendition, to output: inout [UInt8]) {
    rendition.append(to: &output, hasHoles ? .hole : filling)
  }

}
