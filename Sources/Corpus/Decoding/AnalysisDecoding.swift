import ByteCoding
import Diagnostics

private enum AnalysisKey: String, FieldKey {
  case format, article, offsetUnit, generator, entities, mentions, times, events, attributions
  case labels

  static let table = KeyTable<Self>(of: "an analysis", required: [.format, .article])
}

private enum GeneratorKey: String, FieldKey {
  case name, version, method, at

  static let table = KeyTable<Self>(of: "a generator", required: [.name])
}

extension RecordDecoder {
  /// - Parameter expected: the id of the article that stands in the same record, if one does.
  mutating func analysis(_ value: Document.Value, expected: String? = nil) -> Analysis? {
    guard var fields = fields(value, AnalysisKey.self) else { return nil }
    analysisIDs = AnalysisIDs()
    let analysisOrigin = origin(of: value)
    var analysis = Analysis(article: "", origin: analysisOrigin)
    var article: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .format: checkFormat(value)
      case .article: article = self.article(of: value, expected: expected)
      case .offsetUnit: checkOffsetUnit(value)
      case .generator: analysis.generator = generator(value)
      case .entities:
        analysis.entities = array(value, "“entities”") { $0.entity($1, in: .analysis)?.record }
      case .mentions: analysis.mentions = array(value, "“mentions”") { $0.mention($1) }
      case .times: analysis.times = array(value, "“times”") { $0.time($1) }
      case .events:
        analysis.events = array(value, "“events”") { $0.event($1, in: .analysis)?.record }
      case .attributions:
        analysis.attributions = array(value, "“attributions”") { $0.attribution($1) }
      case .labels: analysis.labels = array(value, "“labels”") { $0.label($1) }
      }
    }
    closeAnalysis()
    guard let article else { return nil }
    analysis.article = article
    let kept = Set(analysis.attributions.map { TextKey($0.id) })
    if kept.count < analysisIDs.attributions.count {
      lostAttributions += analysisIDs.attributions.keys.map { interner.strings[$0] }
        .filter { !kept.contains(TextKey($0)) }.map { "\(article)/\($0)" }
    }
    return analysis
  }

  private mutating func checkFormat(_ value: Document.Value) {
    guard let text = string(value, "“format”"), text != "isnad/1" else { return }
    report(
      "format/unsupported", "“\(text.shortened)” is not a format that is read here", value,
      "write “isnad/1”")
  }

  private mutating func checkOffsetUnit(_ value: Document.Value) {
    guard let text = string(value, "“offsetUnit”"), text != "codepoint" else { return }
    report(
      "format/offset-unit", "offsets are counted in code points, not in “\(text.shortened)”", value,
      "count code points and write “codepoint”, or leave “start” and “end” out: the quotations are "
        + "then searched")
  }

  private mutating func article(of value: Document.Value, expected: String?) -> String? {
    guard let expected else { return reference(value, .article) }
    guard let text = string(value, "the id of an article") else { return nil }
    guard text.utf8.elementsEqual(expected.utf8) else {
      report(
        "analysis/other-article",
        "the analysis is of “\(text.shortened)”, but the article of this line is “\(expected)”",
        value,
        "write “\(expected)”, or keep the analysis in a file of its own under content/analysis/")
      return nil
    }
    return expected
  }

  private mutating func generator(_ value: Document.Value) -> Generator? {
    guard var fields = fields(value, GeneratorKey.self) else { return nil }
    var name: String?
    var version: String?
    var method: Generator.Method?
    var at: EDTF?
    while let (key, value) = next(&fields) {
      switch key {
      case .name: name = vocabulary(value, "the name of a generator")
      case .version: version = vocabulary(value, "the version of a generator")
      case .method: method = choice(value, "a method of a generator")
      case .at: at = date(value, "“at”")
      }
    }
    return name.map { Generator(name: $0, version: version, method: method, at: at) }
  }
}
