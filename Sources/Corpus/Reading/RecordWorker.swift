import Diagnostics
import Fingerprint
import Markdown

/// Reads records one after the other and gathers what they hold. Belongs to one task.
final class RecordWorker {
  let source: String
  let files: [ContentFile]
  let siteLanguage: String
  let readsDrafts: Bool
  /// The articles that analyses may be of.
  let articles: ArticleIndex
  /// What records are fingerprinted with; `nil` where nobody asks for that.
  let key: FingerprintKey?
  /// What was read before; `nil` where nobody asks for records one by one.
  let memory: ReadingMemory?
  /// Whether there is to be told of each record what it takes to know it again.
  let takesNotes: Bool
  let interner = Interner()
  /// What was read, less what is in `records`.
  var gathered = Gathered()
  /// By the index of their file; where only notes are taken, they hold nothing.
  var records: [(file: Int, record: ReadRecord)] = []

  /// What was gathered already, of what is gathered once; `nil` where each record has all of it.
  var seen: SeenFacts?
  /// Of what the record at hand declares and refers to, see `ReadRecord.bonds`.
  var bonds: FingerprintMaker?
  /// The known records of a bulk file by their fingerprints, for those of its lines that stand elsewhere now.
  var knownLines: (file: Int32, places: [Fingerprint: Int])?

  init(
    source: String, files: [ContentFile], siteLanguage: String, readsDrafts: Bool,
    articles: ArticleIndex, key: FingerprintKey? = nil, memory: ReadingMemory? = nil,
    takesNotes: Bool = false
  ) {
    self.key = key
    self.memory = memory
    self.takesNotes = takesNotes
    seen = memory == nil ? SeenFacts() : nil
    self.source = source
    self.files = files
    self.siteLanguage = siteLanguage
    self.readsDrafts = readsDrafts
    self.articles = articles
  }

  func read(_ item: WorkQueue.Item) {
    switch item {
    case .file(let index): read(file: index)
    case .lines(let lines): read(lines)
    case .failure(let index, let reason):
      unreadable(files[index], reason)
      finish(RecordPlace.Record(file: Int32(clamping: index), line: 1, start: 0, end: 0), .none)
    }
  }

  // MARK: Files

  private func read(file index: Int) {
    let file = files[index]
    guard let source = text(of: file, index) else {
      finish(RecordPlace.Record(file: Int32(clamping: index), line: 1, start: 0, end: 0), .none)
      return
    }
    let record = RecordPlace.Record(
      file: Int32(clamping: index), line: 1, start: source.offset,
      end: source.offset + source.text.bytes.count)
    let fingerprint = fingerprint(
      of: source.text.bytes, named: file.kind == .analysis ? "" : file.path)
    guard !takes(record, fingerprint) else { return }
    begin()
    var article: String?
    do throws(SyntaxFault) {
      switch file.kind {
      case .analysis: article = try readAnalysis(source.text, record, fingerprint)
      default: try readFrontMatter(file, source.text, record, fingerprint)
      }
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: source.text))
      unread(file, at: Place(file: file.path))
    }
    finish(record, fingerprint, article: article)
  }

  /// `site.yaml`, which is read before all else.
  func readSite(file index: Int) -> SiteSettings? {
    let file = files[index]
    guard let (text, offset) = text(of: file, index) else { return nil }
    let record = RecordPlace.Record(
      file: Int32(clamping: index), line: 1, start: offset, end: offset + text.bytes.count)
    do throws(SyntaxFault) {
      let document = try YAMLReader.document(text, 0..<text.bytes.count)
      var decoder = RecordDecoder(
        document, record: record,
        siteLanguage: RecordDecoder.firstLanguage(of: document) ?? siteLanguage, interner: interner)
      var site = decoder.site()
      site.fingerprint = fingerprint(of: text.bytes, named: file.name)
      gathered.menuAddresses = decoder.menuAddresses.map {
        WrittenAddress(text: $0.text, place: RecordPlace(record, $0.range))
      }
      commit(decoder)
      return site
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: text))
      return nil
    }
  }

  /// The file's text after its byte order mark, and where that is.
  private func text(of file: ContentFile, _ index: Int) -> (text: SourceText, offset: Int)? {
    do throws(FileSystem.Failure) {
      let open = try OpenFile("\(source)/\(file.path)")
      guard open.size <= Document.sizeLimit else {
        tooLarge(Place(file: file.path))
        return nil
      }
      var bytes = try open.allBytes()
      let offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      if offset > 0 { bytes.removeFirst(offset) }
      let text = SourceText(file: file.path, bytes: bytes)
      guard isUTF8(text) else {
        unread(file, at: Place(file: file.path))
        return nil
      }
      return (text, offset)
    } catch {
      unreadable(file, error.reason)
      return nil
    }
  }

  /// - Returns: whether the article is to be kept; drafts are, if they are asked for.
  func keep(
    _ article: Placed<Article>?, _ isDraft: Bool, _ fingerprint: Fingerprint
  ) -> Bool {
    guard isDraft, !readsDrafts else {
      if var article {
        bind(article.value)
        article.value.fingerprint = fingerprint
        gathered.articles.append(article)
      }
      return true
    }
    if let article {
      bonds?.add(article.value.id)
      gathered.draftArticles.append(article.value.id)
    }
    return false
  }

  /// - Returns: the id of the article that it is of, where it says so.
  private func readAnalysis(
    _ text: SourceText, _ record: RecordPlace.Record, _ fingerprint: Fingerprint
  ) throws(SyntaxFault) -> String? {
    let document = try JSONParser.document(text)
    var decoder = decoder(document, record)
    var article: String?
    if let id = document.member(document.root, "article"), decoder.isString(id) {
      let id = document.text(id)
      article = id
      if articles.isDraft(id) { return article }
      decoder.anchors = articles.article(id).map { ArticleAnchors($0) }
    }
    append(decoder.analysis(document.root), fingerprint, record)
    commit(decoder)
    return article
  }

  func append(
    _ analysis: Analysis?, _ fingerprint: Fingerprint, _ record: RecordPlace.Record
  ) {
    guard var analysis else { return }
    bind(analysis, in: record)
    analysis.fingerprint = fingerprint
    gathered.analyses.append(analysis)
  }

  /// - Parameter name: where it decides what is read, as the name of an article's file does.
  func fingerprint(of bytes: some Collection<UInt8>, named name: String) -> Fingerprint {
    guard let key else { return .none }
    var maker = FingerprintMaker(key)
    maker.add(name)
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable {
      maker.add(UnsafeRawBufferPointer($0))
    }
    if isAdded == nil { maker.add(Array(bytes)) }
    return maker.finish()
  }

  func decoder(_ document: Document, _ record: RecordPlace.Record) -> RecordDecoder {
    RecordDecoder(document, record: record, siteLanguage: siteLanguage, interner: interner)
  }
}
