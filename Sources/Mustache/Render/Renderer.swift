import Diagnostics

/// Fills templates in. Each worker has one of its own.
///
/// A renderer keeps what it learns of the shapes of models, so it should be used for many pages.
package struct Renderer {
  private let program: Program
  private let isLenient: Bool
  private var contexts: Contexts
  private var frames: [Frame] = []
  private var indentation = Indentation()
  private var overriders: [Overrider] = []
  private var innermostOverrider = -1

  /// Sections, partials and blocks that may be inside of each other.
  package static let maximumDepth = 1000

  /// What is to be done at the end of the section, partial or block that is being rendered.
  private struct Frame {
    enum Kind {
      case flag
      case value
      case models([any Model])
      case texts([String])
      case values([Value])
      case call(indentation: Int, overriders: Int, innermostOverrider: Int)
    }
    let kind: Kind
    /// The address of the section's body, or the address after the call.
    let address: Int
    var index = 0
    /// The last name of the section's path.
    var name: Int32 = -1
  }

  /// A parent tag whose blocks replace those of the templates rendered through it.
  private struct Overrider {
    let call: Int
    /// The one further out, or -1.
    let outer: Int
  }

  /// - Parameter isLenient: names and partials that do not exist render as nothing, as they do in
  ///   other engines. Only for data whose form is not known before it is there; page models are
  ///   checked instead.
  package init(_ templates: Templates, isLenient: Bool = false) {
    program = templates.program
    self.isLenient = isLenient
    contexts = Contexts(templates.program)
  }

  /// Appends a page to `output`, which is left as it was when that fails.
  ///
  /// - Parameter globals: models that every template sees behind the fields of `root`.
  package mutating func render(
    _ name: String, _ root: some Model, globals: [any Model] = [], into output: inout [UInt8]
  ) throws(RenderFailure) {
    try render(name, .one(root), globals: globals, into: &output)
  }

  package mutating func render(
    _ name: String, _ root: Value, globals: [any Model] = [], into output: inout [UInt8]
  ) throws(RenderFailure) {
    guard let template = program.templateNumbers[name] else {
      throw RenderFailure(.missingTemplate(name, among: program.templates.map(\.name)))
    }
    contexts.removeAll()
    frames.removeAll(keepingCapacity: true)
    indentation.shorten(to: 0)
    overriders.removeAll(keepingCapacity: true)
    innermostOverrider = -1
    for global in globals { contexts.push(.one(global)) }
    contexts.push(root)

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
    var address = entry
    while true {
      let here = address
      address += 1
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
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        if case .text(let text) = value {
          Escaping.html(text, into: &output)
        } else {
          try append(value, at: here, to: &output)
        }
      case .markdown(let path):
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        if case .text(let text) = value {
          Escaping.markdown(text, into: &output)
        } else {
          try append(value, at: here, to: &output)
        }
      case .raw(let path):
        guard let value = try value(paths[Int(path)], at: here) else { continue }
        indentation.beginLine(of: &output)
        try append(value, at: here, to: &output)
      case .section(let path, let end):
        guard let value = try value(paths[Int(path)], at: here), value.isTruthy else {
          address = Int(end)
          continue
        }
        try enter(value, body: address, under: lastName(of: paths[Int(path)]), at: here)
      case .inverted(let path, let end):
        if let value = try value(paths[Int(path)], at: here), value.isTruthy { address = Int(end) }
      case .endSection:
        address = nextItem() ?? address
      case .call(let call):
        address = try enter(call: Int(call), at: here)
      case .block(let block):
        address = try enter(block: program.blocks[Int(block)], default: address, at: here)
      case .return:
        guard let frame = frames.popLast(),
          case .call(let indentation, let overriders, let innermost) = frame.kind
        else { return }
        self.indentation.shorten(to: indentation)
        self.overriders.removeLast(self.overriders.count - overriders)
        innermostOverrider = innermost
        address = frame.address
      }
    }
  }

  // MARK: - Values

  private mutating func value(
    _ path: Program.Path, at address: Int
  ) throws(RenderFailure) -> Value? {
    if let value = contexts.value(of: path) { return value }
    guard isLenient else { throw RenderFailure(.unresolved(at: address, in: program)) }
    return nil
  }

  private func append(
    _ value: Value, at address: Int, to output: inout [UInt8]
  ) throws(RenderFailure) {
    switch value {
    case .none: break
    case .text(let text): Escaping.raw(text, into: &output)
    case .html(let html): output.append(contentsOf: html.bytes)
    case .number(let number): Escaping.number(number, into: &output)
    case .flag(let flag): Escaping.raw(flag ? "true" : "false", into: &output)
    case .one, .many, .texts, .values:
      guard isLenient else { throw RenderFailure(.notText(at: address, in: program)) }
    }
  }

  // MARK: - Sections

  private func lastName(of path: Program.Path) -> Int32 {
    path.isImplicit ? -1 : program.parts[Int(path.end) - 1]
  }

  private mutating func enter(
    _ value: Value, body: Int, under name: Int32, at address: Int
  ) throws(RenderFailure) {
    let kind: Frame.Kind
    switch value {
    case .none, .flag: kind = .flag
    case .text, .html, .number, .one:
      kind = .value
      contexts.push(value, under: name)
    case .many(let models):
      kind = .models(models)
      contexts.push(.one(models[0]), under: name)
    case .texts(let texts):
      kind = .texts(texts)
      contexts.push(.text(texts[0]))
    case .values(let values):
      kind = .values(values)
      contexts.push(values[0])
    }
    try push(Frame(kind: kind, address: body, name: name), at: address)
  }

  /// The address of the body, when there is another item; else the section is left.
  private mutating func nextItem() -> Int? {
    let top = frames.count - 1
    frames[top].index += 1
    let index = frames[top].index
    let next: Value?
    switch frames[top].kind {
    case .models(let models): next = index < models.count ? .one(models[index]) : nil
    case .texts(let texts): next = index < texts.count ? .text(texts[index]) : nil
    case .values(let values): next = index < values.count ? values[index] : nil
    case .value: next = nil
    case .flag, .call:
      frames.removeLast()
      return nil
    }
    contexts.pop()
    if let next {
      contexts.push(next, under: frames[top].name)
      return frames[top].address
    }
    frames.removeLast()
    return nil
  }

  // MARK: - Partials and blocks

  private mutating func enter(call number: Int, at address: Int) throws(RenderFailure) -> Int {
    let call = program.calls[number]
    let target: Int32?
    switch call.target {
    case .template(let template): target = template
    case .missing: target = nil
    case .dynamic(let path):
      guard case .text(let name)? = try value(program.paths[Int(path)], at: address) else {
        return Int(call.end)
      }
      target = program.templateNumbers[name]
    }
    guard let target else {
      guard isLenient else { throw RenderFailure(.missingPartial(at: address, in: program)) }
      return Int(call.end)
    }
    try push(frame(returningTo: Int(call.end)), at: address)
    if !call.overrides.isEmpty {
      overriders.append(Overrider(call: number, outer: innermostOverrider))
      innermostOverrider = overriders.count - 1
    }
    indentation.deepen(by: whiteSpace(call.indentation))
    return Int(program.templates[Int(target)].entry)
  }

  private mutating func enter(
    block: Program.Block, default body: Int, at address: Int
  ) throws(RenderFailure) -> Int {
    try push(frame(returningTo: Int(block.end)), at: address)
    indentation.deepen(by: whiteSpace(block.indentation))
    // The outermost parent tag has the last word.
    var found: (address: Int32, outer: Int)?
    var index = innermostOverrider
    while index >= 0 {
      let overrider = overriders[index]
      let overrides = program.calls[overrider.call].overrides
      if let override = overrides.first(where: { $0.name == block.name }) {
        found = (override.address, overrider.outer)
      }
      index = overrider.outer
    }
    guard let found else { return body }
    // Blocks inside of what replaces this one belong to the template in which that was written.
    innermostOverrider = found.outer
    return Int(found.address)
  }

  private func whiteSpace(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    program.literals[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func frame(returningTo address: Int) -> Frame {
    Frame(
      kind: .call(
        indentation: indentation.count, overriders: overriders.count,
        innermostOverrider: innermostOverrider),
      address: address)
  }

  private mutating func push(_ frame: Frame, at address: Int) throws(RenderFailure) {
    guard frames.count < Self.maximumDepth else {
      throw RenderFailure(.tooDeep(at: address, in: program))
    }
    frames.append(frame)
  }
}
