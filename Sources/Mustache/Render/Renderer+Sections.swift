/// Sections, and what is kept of them.
extension Renderer {
  /// Begins a section. Returns false when it is written already, as it was kept.
  mutating func enter(
    _ value: Value, body: Int, at address: Int, _ output: inout [UInt8]
  ) throws(RenderFailure) -> Bool {
    switch value {
    case .none, .flag:
      try push(Frame(.flag, address: body), at: address)
      return true
    case .text, .html, .placeholder, .gap, .number, .one:
      try push(Frame(.value, address: body), at: address)
      if begin(value, body: body, &output) { return true }
      frames.removeLast()
      return false
    case .many(let models):
      try push(Frame(.models, address: body, count: models.count), at: address)
      contexts.begin(models)
    case .texts(let texts):
      try push(Frame(.texts, address: body, count: texts.count), at: address)
      textLists.append(texts)
    case .values(let values):
      try push(Frame(.values, address: body, count: values.count), at: address)
      valueLists.append(values)
    }
    return beginItem(&output)
  }

  /// Goes on to the next item that is to be rendered, and returns the address of the body. When there
  /// is none, the section is left.
  mutating func nextItem(_ output: inout [UInt8]) -> Int? {
    let top = frames.count - 1
    let frame = frames[top]
    if frame.isRecorded { endRecording(&output) }
    switch frame.kind {
    case .flag, .plainCall, .call: frames.removeLast()
    case .value:
      contexts.pop()
      frames.removeLast()
    case .models, .texts, .values:
      contexts.pop()
      frames[top].index += 1
      if beginItem(&output) { return Int(frame.address) }
    }
    return nil
  }

  /// Begins with the first item from the frame's index on that is not written already. When there is
  /// none, the section is left, and the result is false.
  private mutating func beginItem(_ output: inout [UInt8]) -> Bool {
    let top = frames.count - 1
    while frames[top].index < frames[top].count {
      if beginItem(of: frames[top], &output) { return true }
      frames[top].index += 1
    }
    switch frames[top].kind {
    case .models: contexts.endList()
    case .texts: textLists.removeLast()
    case .values: valueLists.removeLast()
    case .flag, .value, .plainCall, .call: break
    }
    frames.removeLast()
    return false
  }

  /// Returns false when what it gives is written already, as it was kept.
  private mutating func beginItem(of frame: Frame, _ output: inout [UInt8]) -> Bool {
    let (body, index) = (Int(frame.address), Int(frame.index))
    switch frame.kind {
    case .models:
      contexts.push(listed: index, at: body)
      guard indentation.isEmpty,
        let kept = contexts.lists[contexts.lists.count - 1].kept(at: index)
      else { return true }
      return begin(kept, body: body, &output)
    case .texts:
      contexts.push(.text(textLists[textLists.count - 1][index]), at: body)
      return true
    case .values:
      return begin(valueLists[valueLists.count - 1][index], body: body, &output)
    case .flag, .value, .plainCall, .call: return true
    }
  }

  /// Begins one pass through a section's body. Returns false when what it gives is written already,
  /// as it was kept.
  private mutating func begin(_ item: Value, body: Int, _ output: inout [UInt8]) -> Bool {
    contexts.push(item, at: body)
    guard indentation.isEmpty, case .one(let model) = item, let kept = model.kept else {
      return true
    }
    return begin(kept, body: body, &output)
  }

  /// Begins with a kept model, which is pushed already.
  private mutating func begin(_ kept: AnyObject, body: Int, _ output: inout [UInt8]) -> Bool {
    // What a section writes is the same whether it was kept or is being recorded: nothing is taken away
    // before it on account of how it begins.
    filled = nil
    let key = Keepsakes.Key(kept, address: body, scope: contexts.scope)
    if keepsakes.append(key, to: &output, hasHoles ? .hole : filling) {
      contexts.pop()
      return false
    }
    recordings.append(
      Recording(
        key: key, model: kept, level: contexts.count - 1, start: output.count,
        outerReach: contexts.reach))
    contexts.reach = Int.max
    frames[frames.count - 1].isRecorded = true
    return true
  }

  /// Keeps what a recording holds, if nothing in it came from outside of its model.
  private mutating func endRecording(_ output: inout [UInt8]) {
    frames[frames.count - 1].isRecorded = false
    guard let recording = recordings.popLast() else { return }
    let isKept = contexts.reach >= recording.level
    contexts.reach = min(contexts.reach, recording.outerReach)
    guard isKept || !hasHoles else { return }
    let rendition = output.withUnsafeBufferPointer {
      Rendition(UnsafeBufferPointer(rebasing: $0[recording.start...]))
    }
    if isKept { keepsakes.keep(rendition, of: recording.model, for: recording.key) }
    if !hasHoles {
      output.removeSubrange(recording.start...)
      append(rendition, to: &output)
    }
  }
}
