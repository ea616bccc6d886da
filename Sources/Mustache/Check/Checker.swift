import Diagnostics

/// Follows templates through all that they could render and finds names that nothing answers to.
///
/// No call of Swift's is made for each section or partial: a list of what is left to do is kept, so
/// that templates of any depth can be checked, and what was checked once in a scope is not again.
struct Checker {
  private let program: Program
  private var walks: [Walk] = []
  private var seen: Set<Walk.Key> = []
  private var found: [Fault: Diagnostic] = [:]

  fileprivate struct Walk {
    struct Key: Hashable {
      var address: Int
      var scope: Scope
      /// The parent tags that were gone through, outermost first.
      var overriders: [Int]
    }

    var key: Key
    let end: Int
    /// The address of the partial or parent tag that led into this template.
    let includedAt: Int?
  }

  private struct Fault: Hashable {
    let address: Int
    let message: String
  }

  init(_ program: Program) {
    self.program = program
  }

  static func check(_ template: Int32, _ scope: Scope, in program: Program) -> [Diagnostic] {
    var checker = Checker(program)
    let entry = Int(program.templates[Int(template)].entry)
    checker.add(
      Walk(
        key: .init(address: entry, scope: scope, overriders: []), end: program.code.count,
        includedAt: nil))
    while let walk = checker.walks.popLast() { checker.follow(walk) }
    return checker.found.values.inOrder()
  }

  private mutating func add(_ walk: Walk) {
    if seen.insert(walk.key).inserted { walks.append(walk) }
  }

  private mutating func follow(_ walk: Walk) {
    var address = walk.key.address
    while address < walk.end {
      let here = address
      address += 1
      switch program.code[here] {
      case .literal: break
      case .html(let path), .raw(let path): interpolate(path, at: here, walk, isMarkdown: false)
      case .markdown(let path): interpolate(path, at: here, walk, isMarkdown: true)
      case .section(let path, let end, _):
        if let scope = enter(path, at: here, walk) {
          add(walk.at(address, until: Int(end) - 1, scope: scope))
        }
        address = Int(end)
      case .inverted(let path, let end):
        ask(path, at: here, walk)
        add(walk.at(address, until: Int(end), scope: walk.key.scope))
        address = Int(end)
      case .call(let number):
        call(Int(number), at: here, walk)
        address = Int(program.calls[Int(number)].end)
      case .block(let number):
        let block = program.blocks[Int(number)]
        fill(block, default: address, walk)
        address = Int(block.end)
      case .endSection, .return: return
      }
    }
  }

  // MARK: - Partials and blocks

  private mutating func call(_ number: Int, at address: Int, _ walk: Walk) {
    let call = program.calls[number]
    switch call.target {
    case .template(let template):
      var key = walk.key
      key.address = Int(program.templates[Int(template)].entry)
      // One that was gone through already has had its say: the outermost counts.
      if !call.overrides.isEmpty, !key.overriders.contains(number) { key.overriders.append(number) }
      add(Walk(key: key, end: program.code.count, includedAt: address))
    case .missing:
      report(.missingPartial(at: address, in: program), at: address, walk)
    case .dynamic:
      report(.dynamicPartial(at: address, in: program), at: address, walk)
    }
  }

  private mutating func fill(_ block: Program.Block, default body: Int, _ walk: Walk) {
    var key = walk.key
    key.address = body
    for (index, overrider) in key.overriders.enumerated() {
      let overrides = program.calls[overrider].overrides
      guard let override = overrides.first(where: { $0.name == block.name }) else { continue }
      key.address = Int(override.address)
      key.overriders.removeSubrange(index...)
      break
    }
    add(Walk(key: key, end: program.code.count, includedAt: walk.includedAt))
  }

  // MARK: - Names

  private mutating func interpolate(
    _ path: Int32, at address: Int, _ walk: Walk, isMarkdown: Bool
  ) {
    let kind: Shape.Kind
    if program.paths[Int(path)].isImplicit {
      switch walk.key.scope.item {
      case .text, .unknown: kind = .text
      case .html: kind = .html
      case .model:
        report(.notText(at: address, in: program, "the model here"), at: address, walk)
        return
      }
    } else {
      guard let field = resolve(path, at: address, walk) else { return }
      kind = field.kind
    }
    switch kind {
    case .text, .number, .flag: break
    case .html:
      guard isMarkdown else { break }
      report(.htmlInMarkdown(at: address, in: program), at: address, walk)
    case .one: report(.notText(at: address, in: program, "a model"), at: address, walk)
    case .many, .texts, .values:
      report(.notText(at: address, in: program, "a list"), at: address, walk)
    }
  }

  /// What the body of a section sees; nil when that cannot be told.
  private mutating func enter(_ path: Int32, at address: Int, _ walk: Walk) -> Scope? {
    var scope = walk.key.scope
    if program.paths[Int(path)].isImplicit { return scope }
    guard let field = resolve(path, at: address, walk) else { return nil }
    refuseIfAlwaysThere(field, at: address, walk)
    switch field.kind {
    case .text, .number, .texts: scope.push(.text)
    case .html: scope.push(.html)
    case .values: scope.push(.unknown)
    case .flag: break
    case .one(let shape), .many(let shape): scope.push(shape())
    }
    return scope
  }

  private mutating func ask(_ path: Int32, at address: Int, _ walk: Walk) {
    if program.paths[Int(path)].isImplicit { return }
    guard let field = resolve(path, at: address, walk) else { return }
    refuseIfAlwaysThere(field, at: address, walk)
  }

  private mutating func refuseIfAlwaysThere(
    _ field: Shape.Field, at address: Int, _ walk: Walk
  ) {
    guard !field.isOptional else { return }
    switch field.kind {
    case .text: report(.alwaysThere("a text", at: address, in: program), at: address, walk)
    case .html: report(.alwaysThere("HTML", at: address, in: program), at: address, walk)
    case .number: report(.alwaysThere("a number", at: address, in: program), at: address, walk)
    case .flag, .one, .many, .texts, .values: break
    }
  }

  /// The field that a dotted name leads to, each part looked up in what the part before it holds.
  private mutating func resolve(_ path: Int32, at address: Int, _ walk: Walk) -> Shape.Field? {
    let parts = program.names(of: path)
    let scope = walk.key.scope
    guard let first = parts.first, var field = scope.field(first) else {
      report(
        .unknownName(part: 0, of: parts, among: scope.names, at: address, in: program),
        at: address, walk)
      return nil
    }
    for (index, part) in parts.enumerated().dropFirst() {
      guard case .one(let shape) = field.kind else {
        report(.noFields(part: index - 1, of: parts, at: address, in: program), at: address, walk)
        return nil
      }
      guard let next = shape().field(part) else {
        report(
          .unknownName(
            part: index, of: parts, among: shape().fields.map(\.name), at: address, in: program),
          at: address, walk)
        return nil
      }
      field = next
    }
    return field
  }

  private mutating func report(_ diagnostic: Diagnostic, at address: Int, _ walk: Walk) {
    let fault = Fault(address: address, message: diagnostic.message)
    guard found[fault] == nil else { return }
    let isElsewhere = walk.includedAt.map {
      program.origins[$0].template != program.origins[address].template
    }
    let includedAt = isElsewhere == true ? walk.includedAt : nil
    found[fault] = diagnostic.adding(
      includedAt.map { .init("as it is included here", at: program.place(of: $0)) })
  }
}

extension Checker.Walk {
  fileprivate func at(_ address: Int, until end: Int, scope: Scope) -> Self {
    var key = key
    key.address = address
    key.scope = scope
    return Self(key: key, end: end, includedAt: includedAt)
  }
}

extension Diagnostic {
  fileprivate func adding(_ note: Note?) -> Diagnostic {
    guard let note else { return self }
    return Diagnostic(severity, id, message, at: place, notes: notes + [note], remedy: remedy)
  }
}
