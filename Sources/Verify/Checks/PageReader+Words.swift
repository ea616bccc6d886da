/// The words that a page shows of an article, and those around them.
extension PageReader {
  mutating func beginWords(
    _ fragment: [UInt8], in file: Int, _ range: Range<Int>, _ element: inout Element
  ) {
    let kind = fragment.prefix { $0 != UInt8(ascii: "-") }
    guard kind.count < fragment.count,
      let kind = MarkKind(
        rawValue: kind.elementsEqual("time".utf8)
          ? "when" : String(decoding: kind, as: UTF8.self)),
      // What leads to the source's words shows the medium.
      kind != .source, let article = ground.page(file).article
    else { return }
    if let table = page.table, kind == .content {
      let row = Findings.TableRow(table: table, content: Digest(fragment).of(article))
      findings.rows[row, default: []].append(FilePlace(page.number, range))
      self.row = row
    }
    guard let passage = ground.passage(fragment, article: article) else {
      faults.add(
        "no-such-words", "the content has no such words in \(ground.corpus.articles[article].id)",
        at: range)
      return
    }
    words = ShownWords(passage: passage, start: element.range.upperBound)
    context?.begin(passage)
    element.isWords = true
  }

  mutating func endWords(_ end: Range<Int>) {
    guard let shown = words else { return }
    words = nil
    context?.end(after: shown.text.count)
    findings.tally.count(shown.passage.kind)
    let article = ground.corpus.articles[shown.passage.article]
    let expected = article.words(shown.passage.target)
    guard expected != shown.text else { return }
    faults.add(
      "words", "these are not the words of the article \(article.id) at that place",
      at: shown.start..<end.lowerBound, expected: expected, found: shown.text,
      notes: [.inContent(article, shown.passage.target)])
  }

  mutating func endContext() {
    guard let shown = context else { return }
    context = nil
    guard let passage = shown.passage else { return }
    let article = ground.corpus.articles[passage.article]
    guard let fault = shown.fault(in: article) else { return }
    faults.add(
      "context", "the words around the mention are not those of the article \(article.id)",
      at: open.last?.range, expected: fault.expected, found: fault.found,
      notes: [.inContent(article, passage.target)])
  }
}
