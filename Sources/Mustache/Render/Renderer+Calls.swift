/// Partials, parents and their blocks.
extension Renderer {
  mutating func enter(call number: Int, at address: Int) throws(RenderFailure) -> Int {
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
    try pushCall(returningTo: Int(call.end), at: address)
    if !call.overrides.isEmpty {
      overriders.append(Overrider(call: number, outer: innermostOverrider))
      innermostOverrider = overriders.count - 1
    }
    indentation.deepen(by: whiteSpace(call.indentation))
    return Int(program.templates[Int(target)].entry)
  }

  mutating func enter(
    block: Program.Block, default body: Int, at address: Int
  ) throws(RenderFailure) -> Int {
    // What stands in a block depends on the way that led to it: no kept section may hold one.
    contexts.reach = -1
    try pushCall(returningTo: Int(block.end), at: address)
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

  private mutating func pushCall(returningTo end: Int, at address: Int) throws(RenderFailure) {
    try push(Frame(.call, address: end), at: address)
    outsides.append(
      Outside(
        indentation: indentation.count, overriders: overriders.count,
        innermost: innermostOverrider))
  }

  mutating func push(_ frame: Frame, at address: Int) throws(RenderFailure) {
    guard frames.count < Self.maximumDepth else {
      throw RenderFailure(.tooDeep(at: address, in: program))
    }
    frames.append(frame)
  }
}
