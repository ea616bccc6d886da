import Corpus
import Evidence

/// What the analyses of one article mark in it, by the Web Annotation Data Model of the W3C: a
/// collection of annotations with all of them in its one page.
///
/// It says the same in every language of the interface, and is written for the first. Its identifiers
/// are relative, and its context names the address from which they lead where that is known, since
/// they would be most of the file else.
struct WebAnnotations {
  let views: Views
  let identifiers: Identifiers
  /// An index into `Corpus.articles`.
  let article: Int
  var json = JSONWriter()
  var count = 0
  /// The article's page, as what marks are named from, and as what the title stands in.
  private let page: String

  /// The file, and that of the text which its positions count in.
  static let file = "annotations.jsonld"
  static let textFile = "text.txt"

  init(of article: Int, views: Views, isServed: Bool) {
    self.article = article
    self.views = views
    let route = views.routes.article(views.corpus.articles[article].id)
    identifiers = Identifiers(root: route.root, isServed: isServed, first: views.routes)
    page = isServed ? "./" : route.file
  }

  /// - Parameter base: the address of the article's folder, where it is known.
  mutating func document(base: String?, generator: String) {
    let evidence = views.evidence.articles[article]
    json.beginObject()
    context(base)
    json.add("id", Self.file)
    json.add("type", "AnnotationCollection")
    json.add("label", views.corpus.articles[article].title)
    json.beginObject("generator")
    json.add("type", "Software")
    json.add("name", generator)
    json.end()
    creators(evidence.analyses)
    json.beginObject("first")
    json.add("id", "\(Self.file)#page")
    json.add("type", "AnnotationPage")
    json.add("partOf", Self.file)
    json.add("startIndex", 0)
    json.beginArray("items")
    for analysis in evidence.analyses { add(analysis) }
    json.end()
    json.end()
    json.add("total", count)
  }

  consuming func finish() -> [UInt8] { json.finish() + [UInt8(ascii: "\n")] }

  private mutating func context(_ base: String?) {
    let vocabulary = "http://www.w3.org/ns/anno.jsonld"
    guard let base else { return json.add("@context", vocabulary) }
    json.beginArray("@context")
    json.add(vocabulary)
    json.beginObject()
    json.add("@base", base)
    json.end()
    json.end()
  }

  /// Who made the annotations, once; each refers to its own.
  private mutating func creators(_ analyses: Range<Int>) {
    let known = analyses.filter { views.corpus.analyses[$0].generator != nil }
    guard !known.isEmpty else { return }
    json.beginArray("creator")
    for number in known {
      guard let generator = views.corpus.analyses[number].generator else { continue }
      json.beginObject()
      json.add("id", creator(number))
      switch generator.method {
      case .human: json.add("type", "Person")
      case .model, .rules: json.add("type", "Software")
      case nil: break
      }
      json.add("name", generator.name + (generator.version.map { " \($0)" } ?? ""))
      json.end()
    }
    json.end()
  }

  private func creator(_ analysis: Int) -> String {
    let first = views.evidence.articles[article].analyses.lowerBound
    return "\(Self.file)#analysis-\(analysis - first + 1)"
  }

  /// Opens an annotation with several bodies, which `end` closes when they are written.
  mutating func begin(_ fragment: String, _ motivation: String, _ analysis: Int) {
    open(fragment, motivation, analysis)
    json.beginArray("body")
  }

  mutating func end(_ target: Target) {
    json.end()
    close(target)
  }

  /// An annotation that only says what the words stand for, as most do.
  mutating func identify(
    _ target: Target, _ fragment: String, as resource: String, _ analysis: Int
  ) {
    open(fragment, "identifying", analysis)
    json.add("body", resource)
    close(target)
  }

  private mutating func open(_ fragment: String, _ motivation: String, _ analysis: Int) {
    json.breakLine()
    json.beginObject()
    json.add("id", "\(page)#\(fragment)")
    json.add("type", "Annotation")
    json.add("motivation", motivation)
    if let generator = views.corpus.analyses[analysis].generator {
      json.add("creator", creator(analysis))
      if let at = generator.at?.instant { json.add("created", Instant.text(at)) }
    }
    count += 1
  }

  private mutating func close(_ target: Target) {
    if target.isDiscontinuous {
      json.beginArray("target")
      for span in target.spans {
        json.beginObject()
        place(span, target.field)
        json.end()
      }
      json.end()
    } else {
      json.beginObject("target")
      place(target.first, target.field)
      json.end()
    }
    json.end()
  }

  private mutating func place(_ span: Span, _ field: Target.Field) {
    let record = views.corpus.articles[article]
    json.add("source", field == .title ? page : Self.textFile)
    json.beginArray("selector")
    switch field {
    case .text:
      json.beginObject()
      position(span)
      json.end()
      json.beginObject()
      quotation(span, in: record.body.text)
      json.end()
    case .title:
      // The page shows more than the title: each selector is one within the title's element.
      title { $0.position(span) }
      title { $0.quotation(span, in: record.title) }
    }
    json.end()
  }

  private mutating func title(_ selector: (inout Self) -> Void) {
    json.beginObject()
    json.add("type", "CssSelector")
    json.add("value", "[data-reading=title]")
    json.beginObject("refinedBy")
    selector(&self)
    json.end()
    json.end()
  }

  private mutating func position(_ span: Span) {
    json.add("type", "TextPositionSelector")
    json.add("start", Int(span.codePoints.lowerBound))
    json.add("end", Int(span.codePoints.upperBound))
  }

  private mutating func quotation(_ span: Span, in text: String) {
    let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
    let around = CodePoints.around(range, of: text, count: Self.context)
    json.add("type", "TextQuoteSelector")
    json.add("exact", Views.slice(text, range))
    json.add("prefix", Views.slice(text, around.lowerBound..<range.lowerBound))
    json.add("suffix", Views.slice(text, range.upperBound..<around.upperBound))
  }

  /// Code points of a prefix and of a suffix.
  private static var context: Int { 16 }
}

/// Counts code points in UTF-8.
enum CodePoints {
  /// A range of bytes with up to some code points more at each side.
  static func around(_ range: Range<Int>, of text: String, count: Int) -> Range<Int> {
    var text = text
    return text.withUTF8 { bytes in
      var (start, end) = (range.lowerBound, range.upperBound)
      var left = count
      while left > 0, start > 0 {
        start -= 1
        if bytes[start] & 0xC0 != 0x80 { left -= 1 }
      }
      left = count
      while left > 0, end < bytes.count {
        end += 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        left -= 1
      }
      return start..<end
    }
  }
}

extension EDTF {
  /// Seconds since 1970-01-01T00:00Z, where it is a time and not a day or more.
  fileprivate var instant: Int64? {
    guard case .date(let moment) = form, moment.secondOfDay != nil else { return nil }
    return earliest
  }
}
