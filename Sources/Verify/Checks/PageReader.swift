/// Reads one file of markup once, from its beginning to its end, and checks what can be checked with
/// the content alone; what needs other pages goes to the findings.
struct PageReader {
  /// An element that is open.
  struct Element {
    let name: Name
    let range: Range<Int>
    var list: Int?
    var mark: MarkKind?
    var isProse = false
    var isReading = false
    /// A note that stands in the article's text, and is none of it.
    var isNote = false
    var isWords = false
    var isCount = false
    var isContext = false
    var isAddress = false
  }

  /// What the attributes of a tag say.
  struct Attributes {
    var id: Range<Int>?
    var addresses: [Range<Int>] = []
    var className: Range<Int>?
    var list: Range<Int>?
    var whole: Range<Int>?
    var count: Range<Int>?
    var of: Range<Int>?
    var condition: Range<Int>?
    var tally: Range<Int>?
    var by: Range<Int>?
    var reading: Range<Int>?
  }

  let ground: Ground
  let page: SitePage
  let bytes: UnsafeBufferPointer<UInt8>
  var findings = Findings()
  var faults: FaultList
  var open: [Element] = []
  private var ids: [Digest] = []
  private var lists: [(names: [Digest], rows: Int, whole: Digest?, range: Range<Int>)] = []
  var words: ShownWords?
  var context: ShownContext?
  /// Of a sitemap's `<loc>`: an address that is text.
  var address: (range: Range<Int>, text: [UInt8])?
  var count: (value: Int, range: Range<Int>, text: [UInt8])?
  var reading: ReadingCheck?
  /// What is read on behind the note that is open.
  private var interrupted: ReadingCheck?
  private(set) var readings: [ReadingCheck] = []
  var isInProse = 0
  /// The last row of a table of attributions that began.
  var row: Findings.TableRow?

  init(_ ground: Ground, _ page: SitePage, _ bytes: UnsafeBufferPointer<UInt8>, name: String) {
    self.ground = ground
    self.page = page
    self.bytes = bytes
    faults = FaultList(file: name) { [bytes] in Array(bytes) }
  }

  mutating func read() {
    guard readMarkup() else { return }
    findings.tally.files += 1
    ids.sort()
    for (id, next) in zip(ids, ids.dropFirst()) where id == next {
      faults.add("duplicate-id", "the page has an id twice", at: nil)
    }
    findings.ids[page.number] = ids
    for list in lists {
      findings.tally.lists += 1
      for name in list.names {
        findings.lists.append(
          .init(
            list: name, rows: list.rows, whole: list.whole,
            place: FilePlace(page.number, list.range)))
      }
    }
    checkArticle()
  }

  /// False where the file is cut off, or no markup of ours: then nothing more is said of it.
  private mutating func readMarkup() -> Bool {
    var tokens = Tokenizer(bytes)
    var isEnded = false
    while let token = tokens.next() {
      switch token {
      case .other: continue
      case .text(let range): text(range)
      case .broken(let range):
        faults.add("truncated", "the file ends in the midst of a tag", at: range)
        return false
      case .open(let tag):
        guard !isEnded else {
          faults.add("markup", "the file goes on after its end", at: tag.range)
          return false
        }
        begin(tag)
        if tag.name == .script || tag.name == .style { tokens.skipRawText() }
      case .close(let name, let range):
        guard let last = open.last, last.name == name else {
          faults.add("markup", "the end tag closes another element than the last", at: range)
          return false
        }
        end(last, range)
        open.removeLast()
        isEnded = open.isEmpty
      }
    }
    guard isEnded else {
      faults.add(
        "truncated", "the file ends before its elements are closed",
        at: max(bytes.count - 1, 0)..<bytes.count)
      return false
    }
    return true
  }

  // MARK: Elements

  private mutating func begin(_ tag: Tokenizer.Tag) {
    if let list = open.last?.list { lists[list].rows += 1 }
    let attributes = attributes(of: tag)
    var element = Element(name: tag.name, range: tag.range)
    if Name.blocks.contains(tag.name) { reading?.endBlock() }
    if tag.name == .details, reading != nil {
      interrupted = reading
      reading = nil
      element.isNote = true
    }
    readMark(attributes, tag, &element)
    for address in attributes.addresses { follow(address, tag, &element) }
    if let list = attributes.list {
      element.list = lists.count
      lists.append(
        (names(list), 0, attributes.whole.flatMap { reference($0) }, tag.range))
    }
    if attributes.count != nil { beginCount(attributes, tag, &element) }
    if attributes.tally != nil { beginTally(attributes, tag, &element) }
    if tag.name == .loc {
      address = (tag.range.upperBound..<tag.range.upperBound, [])
      element.isAddress = true
    }
    if tag.name == .q, context == nil {
      context = ShownContext()
      element.isContext = true
    }
    if let className = attributes.className, isProse(className) {
      isInProse += 1
      element.isProse = true
    }
    if let field = attributes.reading, let article = page.article {
      reading = ReadingCheck(
        value(field) == Array("title".utf8) ? .title : .text, of: ground.corpus.articles[article],
        element: tag.range)
      element.isReading = true
    }
    if tag.isSelfClosing || Name.void.contains(tag.name) {
      end(element, tag.range)
    } else {
      open.append(element)
    }
  }

  private mutating func end(_ element: Element, _ range: Range<Int>) {
    if Name.blocks.contains(element.name) { reading?.endBlock() }
    if let mark = element.mark { reading?.closeMark(mark) }
    if element.isWords { endWords(range) }
    if element.isContext { endContext() }
    if element.isAddress { endAddress() }
    if element.isCount { endCount() }
    if element.isProse { isInProse -= 1 }
    if element.isNote {
      reading = interrupted
      interrupted = nil
    }
    if element.isReading, var whole = reading {
      whole.end()
      readings.append(whole)
      reading = nil
    }
  }

  private mutating func readMark(
    _ attributes: Attributes, _ tag: Tokenizer.Tag, _ element: inout Element
  ) {
    let id = attributes.id.map { Digest(value($0)) }
    if let id { ids.append(id) }
    guard reading != nil else { return }
    element.mark = attributes.className.flatMap { range in
      let name = bytes[range].prefix { $0 != 0x20 }
      return MarkKind.allCases.first { name.elementsEqual($0.rawValue.utf8) }
    }
    reading?.openMark(element.mark, id: id, at: tag.range)
  }

  private mutating func text(_ range: Range<Int>) {
    guard reading != nil || words != nil || context != nil || count != nil || address != nil
    else { return }
    var text: [UInt8] = []
    CharacterReferences.decode(bytes, range, into: &text)
    reading?.read(text, at: range)
    words?.text += text
    context?.text += text
    if let start = address?.range.lowerBound {
      address?.range = start..<range.upperBound
      address?.text += text
    }
    count?.text += text
  }

  // MARK: Attributes

  private func attributes(of tag: Tokenizer.Tag) -> Attributes {
    var all = Attributes()
    Tokenizer(bytes).forEachAttribute(of: tag) { name, value in
      switch name {
      case .id: all.id = value
      case .href, .src: all.addresses.append(value)
      case .className: all.className = value
      case .list: all.list = value
      case .whole: all.whole = value
      case .count: all.count = value
      case .of: all.of = value
      case .condition: all.condition = value
      case .tally: all.tally = value
      case .by: all.by = value
      case .reading: all.reading = value
      default: break
      }
    }
    return all
  }

  func value(_ range: Range<Int>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    CharacterReferences.decode(bytes, range, into: &value)
    return value
  }

  /// What somebody wrote: its links may have any words.
  private func isProse(_ className: Range<Int>) -> Bool {
    ["brief", "note", "free"].contains { bytes[className].elementsEqual($0.utf8) }
  }
}
