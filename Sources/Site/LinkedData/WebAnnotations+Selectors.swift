import Corpus

/// Where the words of an annotation stand: by their place, and by themselves.
extension WebAnnotations {
  /// The members of a target, or of a part of one.
  mutating func place(_ span: Span, _ field: Target.Field) {
    switch field {
    case .text:
      json.add("source", Self.textFile)
      json.beginArray("selector")
      json.beginObject()
      position(span)
      json.end()
      json.beginObject()
      quotation(span, in: views.corpus.articles[article].body.text)
      json.end()
    case .title:
      json.add("source", page)
      json.beginArray("selector")
      // The page shows more than the title: each selector is one within the title's element.
      title { $0.position(span) }
      title { $0.quotation(span, in: $0.views.corpus.articles[$0.article].title) }
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
    json.separate()
    json.write("\"type\":\"TextPositionSelector\",\"start\":")
    json.write(Int(span.codePoints.lowerBound))
    json.write(",\"end\":")
    json.write(Int(span.codePoints.upperBound))
  }

  private mutating func quotation(_ span: Span, in text: String) {
    let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
    var text = text
    text.withUTF8 { utf8 in
      let around = CodePoints.around(range, of: utf8, count: Self.context)
      json.separate()
      json.write("\"type\":\"TextQuoteSelector\"")
      json.add("exact", passage: utf8[range])
      json.add("prefix", passage: utf8[around.lowerBound..<range.lowerBound])
      json.add("suffix", passage: utf8[range.upperBound..<around.upperBound])
    }
  }

  /// Code points of a prefix and of a suffix.
  private static var context: Int { 16 }
}
