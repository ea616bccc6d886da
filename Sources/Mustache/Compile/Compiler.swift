import Diagnostics

/// Turns templates into a program.
struct Compiler {
  private let templateNumbers: [String: Int32]
  private(set) var faults: [Diagnostic] = []

  private var templates: [Program.Template] = []
  private var code: [Instruction] = []
  private var origins: [Program.Origin] = []
  private var literals: [UInt8] = []
  private var paths: [Program.Path] = []
  private var parts: [Int32] = []
  private var pathNumbers: [String: Int32] = [:]
  private var calls: [Program.Call] = []
  private var blocks: [Program.Block] = []
  private var names: [String] = []
  private var nameNumbers: [String: Int32] = [:]
  /// The last address that some instruction jumps to: a literal there does not join the one before.
  private var lastTarget = 0
  /// The last address of an instruction that may name what a section around it is over.
  private var lastOpaque = -1

  /// - Parameter names: those of all templates, in the order in which they will be added.
  init(templates names: [String]) {
    templateNumbers = Dictionary(zip(names, Int32(0)...), uniquingKeysWith: { first, _ in first })
  }

  func program() -> Program {
    Program(
      templates: templates, code: code, origins: origins, literals: literals, paths: paths,
      parts: parts,
      calls: calls, blocks: blocks, names: names, nameNumbers: nameNumbers)
  }

  /// Adds a template. One with faults renders as nothing.
  mutating func add(name: String, file: String, text: String, isMarkdown: Bool) {
    let entry = Int32(code.count)
    let source = SourceText(file: file, bytes: Array(text.utf8))
    let (tokens, scanFaults) = Scanner.scan(source)
    let nesting = Nesting(tokens, in: source)
    faults += scanFaults
    // A tag that could not be read may have been the one that is missed.
    if scanFaults.isEmpty { faults += nesting.faults }
    if scanFaults.isEmpty, nesting.faults.isEmpty {
      let layout = Layout(tokens, nesting, in: source)
      write(tokens, nesting, layout, source, isMarkdown: isMarkdown)
    }
    emit(.return, source.bytes.count..<source.bytes.count)
    templates.append(Program.Template(name: name, file: file, text: text, entry: entry))
  }

  /// A tag that is open, and what is to be done when it closes.
  private struct Open {
    enum Kind {
      case section(address: Int)
      case inverted(address: Int)
      case parent(call: Int)
      /// A block that replaces one of the parent.
      case override
      case block(number: Int)
    }
    let kind: Kind
    /// The white space that was taken off each line outside of it.
    let outerMargin: ArraySlice<UInt8>
  }

  private mutating func write(
    _ tokens: [Token], _ nesting: Nesting, _ layout: Layout, _ source: SourceText, isMarkdown: Bool
  ) {
    var open: [Open] = []
    // The white space that is taken off each line, since the block that they are in adds its own.
    var margin: ArraySlice<UInt8> = []

    for (index, token) in tokens.enumerated() {
      let isInParent = if case .parent? = open.last?.kind { true } else { false }
      guard case .tag(let tag) = token else {
        guard case .text(let range) = token, !layout.isDropped[index], !isInParent else { continue }
        let isIndented = layout.startsLine[index] && source.bytes[range].starts(with: margin)
        addLiteral(source.bytes[range].dropFirst(isIndented ? margin.count : 0), range)
        continue
      }
      let outerMargin = margin
      let indentation = source.bytes[layout.indentation[index] ?? 0..<0]
      let address = code.count
      switch tag.kind {
      case .escaped:
        let path = path(source.text(tag.name))
        emit(isMarkdown ? .markdown(path: path) : .html(path: path), tag.name)
      case .raw:
        emit(.raw(path: path(source.text(tag.name))), tag.name)
      case .section:
        emit(.section(path: path(source.text(tag.name)), end: 0, isPlain: false), tag.name)
        open.append(Open(kind: .section(address: address), outerMargin: outerMargin))
      case .inverted:
        emit(.inverted(path: path(source.text(tag.name)), end: 0), tag.name)
        open.append(Open(kind: .inverted(address: address), outerMargin: outerMargin))
      case .partial, .parent:
        let call = addCall(tag, source, relative(indentation, to: margin))
        emit(.call(Int32(call)), tag.name)
        calls[call].end = Int32(code.count)
        guard tag.kind == .parent else { break }
        open.append(Open(kind: .parent(call: call), outerMargin: outerMargin))
      case .block:
        var indentation = indentation
        if layout.standaloneBlocks.contains(index) {
          let content = tokens[index + 1..<max(nesting.partner[index], index + 1)]
          let own = ownIndentation(of: content, layout, source.bytes)
          indentation = own ?? indentation
          margin = own ?? []
        }
        let name = number(of: source.text(tag.name))
        if isInParent, case .parent(let call)? = open.last?.kind {
          calls[call].overrides.append((name, Int32(address)))
          open.append(Open(kind: .override, outerMargin: outerMargin))
        } else {
          let range = addBytes(relative(indentation, to: outerMargin))
          blocks.append(Program.Block(name: name, indentation: range))
          emit(.block(Int32(blocks.count - 1)), tag.name)
          open.append(Open(kind: .block(number: blocks.count - 1), outerMargin: outerMargin))
        }
      case .close:
        guard let closed = open.popLast() else { break }
        margin = closed.outerMargin
        close(closed, tag)
      case .comment, .delimiters: break
      }
    }
  }

  private mutating func close(_ closed: Open, _ tag: Tag) {
    switch closed.kind {
    case .section(let address):
      emit(.endSection, tag.whole)
      guard case .section(let path, _, _) = code[address] else { break }
      code[address] = .section(
        path: path, end: Int32(code.count), isPlain: lastOpaque <= address)
    case .inverted(let address):
      guard case .inverted(let path, _) = code[address] else { break }
      code[address] = .inverted(path: path, end: Int32(code.count))
    case .parent(let call):
      calls[call].end = Int32(code.count)
    case .override:
      emit(.return, tag.whole)
    case .block(let number):
      emit(.return, tag.whole)
      blocks[number].end = Int32(code.count)
    }
    lastTarget = code.count
  }

  /// The white space before the first line of a block that has any text; nil when none has.
  private func ownIndentation(
    of content: ArraySlice<Token>, _ layout: Layout, _ bytes: [UInt8]
  ) -> ArraySlice<UInt8>? {
    for index in content.indices where layout.startsLine[index] {
      guard case .text(let range) = content[index] else { return [] }
      let white = bytes[range].prefix { $0.isBlank }
      let isWhole = white.count == range.count || bytes[white.endIndex].isLineEnd
      // White space before a tag is indentation, unless the tag is the one that closes the block.
      if isWhole, white.endIndex < range.upperBound || index + 1 == content.endIndex { continue }
      return white
    }
    return nil
  }

  private func relative(
    _ indentation: ArraySlice<UInt8>, to margin: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    indentation.starts(with: margin) ? indentation.dropFirst(margin.count) : indentation
  }

  private mutating func addCall(
    _ tag: Tag, _ source: SourceText, _ indentation: ArraySlice<UInt8>
  ) -> Int {
    let name = source.text(tag.name)
    let target: Program.Call.Target =
      if tag.isDynamic {
        .dynamic(path: path(name))
      } else {
        templateNumbers[name].map { .template($0) } ?? .missing(name)
      }
    calls.append(Program.Call(target: target, indentation: addBytes(indentation)))
    return calls.count - 1
  }

  private mutating func emit(_ instruction: Instruction, _ range: Range<Int>) {
    if isOpaque(instruction) { lastOpaque = code.count }
    code.append(instruction)
    origins.append(Program.Origin(template: Int32(templates.count), range: range))
  }

  private func isOpaque(_ instruction: Instruction) -> Bool {
    switch instruction {
    case .literal, .endSection, .return: false
    case .html(let path), .markdown(let path), .raw(let path), .inverted(let path, _),
      .section(let path, _, _):
      paths[Int(path)].isImplicit
    // What stands elsewhere may.
    case .call, .block: true
    }
  }

  private mutating func addLiteral(_ bytes: ArraySlice<UInt8>, _ range: Range<Int>) {
    guard !bytes.isEmpty else { return }
    if case .literal(let start, let end)? = code.last, Int(end) == literals.count,
      lastTarget != code.count
    {
      literals += bytes
      code[code.count - 1] = .literal(start: start, end: Int32(literals.count))
    } else {
      let added = addBytes(bytes)
      emit(.literal(start: added.lowerBound, end: added.upperBound), range)
    }
  }

  private mutating func addBytes(_ bytes: ArraySlice<UInt8>) -> Range<Int32> {
    let start = Int32(literals.count)
    literals += bytes
    return start..<Int32(literals.count)
  }

  private mutating func path(_ text: String) -> Int32 {
    if let known = pathNumbers[text] { return known }
    let start = Int32(parts.count)
    if text != "." { parts += text.split(separator: ".").map { number(of: String($0)) } }
    paths.append(
      Program.Path(
        first: Int(start) < parts.count ? parts[Int(start)] : -1, start: start,
        end: Int32(parts.count)))
    pathNumbers[text] = Int32(paths.count - 1)
    return Int32(paths.count - 1)
  }

  private mutating func number(of name: String) -> Int32 {
    if let known = nameNumbers[name] { return known }
    names.append(name)
    nameNumbers[name] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }
}
