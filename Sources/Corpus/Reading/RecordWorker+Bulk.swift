import Diagnostics
import Fingerprint

/// Lines of bulk files.
extension RecordWorker {
  func read(_ lines: WorkQueue.Lines) {
    let file = files[lines.file]
    var start = lines.offset == 0 && lines.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = lines.firstLine
    while start < lines.bytes.count {
      let end = Bytes.lineEnd(in: lines.bytes, from: start)
      if lines.bytes[start..<end].contains(where: { $0 > 0x20 }) {
        let record = RecordPlace.Record(
          file: Int32(clamping: lines.file), line: Int32(clamping: number),
          start: lines.offset + start, end: lines.offset + end)
        let text = SourceText(
          file: file.path, bytes: Array(lines.bytes[start..<end]), firstLine: number)
        let fingerprint = fingerprint(of: text.bytes, named: "")
        if !takes(record, fingerprint) {
          begin()
          readLine(text, record, fingerprint)
          finish(record, fingerprint)
        }
      }
      start = end + 1
      number += 1
    }
  }

  private func readLine(
    _ text: SourceText, _ record: RecordPlace.Record, _ fingerprint: Fingerprint
  ) {
    guard text.bytes.count <= Document.sizeLimit else { return tooLarge(text.place(of: 0..<1)) }
    guard isUTF8(text) else {
      gathered.unreadPlaces.append(text.place(of: 0..<1))
      return
    }
    do throws(SyntaxFault) {
      var decoder = RecordDecoder(
        try JSONParser.document(text), record: record, siteLanguage: siteLanguage,
        interner: interner, hasLineEnds: false)
      let line = decoder.bulkLine(readingDrafts: readsDrafts)
      guard keep(line.article, line.isDraft, fingerprint) else { return }
      // By its own bytes: what the article says besides is none of its matter.
      append(
        line.analysis, self.fingerprint(of: text.bytes[line.analysisRange], named: ""), record)
      commit(decoder)
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: text))
      gathered.unreadPlaces.append(text.place(of: 0..<1))
    }
  }
}
