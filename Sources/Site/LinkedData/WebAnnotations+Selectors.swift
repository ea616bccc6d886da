import Corpus

/// Where the words of an annotation stand: by their place, and by themselves.
extension WebAnnotations {
  /// The members of a target, or of a part of one.
  mutating func place(_ span: Span, _ field: Target.Field) {
    switch field {
    case .text:
      json.separate()
      json.write(Self.inText)
      position(span)
      json.write("},{")
      quotation(span, in: views.corpus.articles[article].body.text)
      json.write("}]")
    case .title:
      json.add("source", page)
      json.beginArray("selector")
      // The page shows more than the title: each selector is one within the title's element.
      title { $0.position(span) }
      title { $0.quotation(span, in: $0.views.corpus.articles[$0.article].title) }
      json.end()
    }
  }

  /// What a place in the text begins with, as most do.
  private static let inText = Array("\"source\":\"\(textFile)\",\"selector\":[{".utf8)

  private mutating func title(_ selector: (inout Self) -> Void) {
    json.beginObject()
    json.add("type", "CssSelector")
    json.add("value", "[data-reading=title]")
    json.beginObject("refinedBy")
    selector(&self)
    json.end()
    json.end()
  }

  /// All members of a selector, as `quotation` writes them too.
  private mutating func position(_ span: Span) {
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
      json.write("\"type\":\"TextQuoteSelector\",\"exact\":\"")
      json.write(passage: utf8[range])
      json.write("\",\"prefix\":\"")
      json.write(passage: utf8[around.lowerBound..<range.lowerBound])
      json.write("\",\"suffix\":\"")
      json.write(passage: utf8[range.upperBound..<around.upperBound])
      json.write("\"")
    }
  }

  /// Code points of a prefix and of a suffix.
  private static var context: Int { 16 }
}
