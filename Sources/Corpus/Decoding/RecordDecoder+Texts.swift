import Diagnostics

/// Strings that have a shape: dates, languages, addresses; and texts in several languages.
extension RecordDecoder {
  mutating func date(_ value: Document.Value, _ what: String) -> EDTF? {
    guard let text = string(value, what) else { return nil }
    do throws(EDTF.ParsingError) {
      return try EDTF(parsing: text)
    } catch {
      let part = document.range(value, part: error.bytes)
      report("format/bad-date", "\(what) is no EDTF date: \(error.reason)", at: part, error.remedy)
      return nil
    }
  }

  mutating func language(_ value: Document.Value) -> String? {
    guard isString(value) else {
      wrongType(value, "a language must be a string")
      return nil
    }
    return checkedLanguage(value)
  }

  private mutating func checkedLanguage(_ value: Document.Value) -> String? {
    guard document.withContent(value, LanguageTag.isWellFormed) else {
      let text = document.text(value)
      report(
        "format/bad-language", "“\(text.shortened)” is not a language tag (BCP 47)", value,
        LanguageTag.repaired(text).map { "did you mean “\($0)”?" }
          ?? "write a tag such as ar, en or zh-Hant")
      return nil
    }
    return shared(value)
  }

  /// A text in several languages, or one string, which is in the site's first language.
  mutating func localized(
    _ value: Document.Value, _ what: String, allowsString: Bool = false
  ) -> Localized? {
    if allowsString, isString(value) {
      return words(value, what).map { Localized([.init(lang: siteLanguage, text: $0)]) }
    }
    guard document.kind(value) == .object else {
      let example =
        isString(value) && !allowsString && document.syntax == .json
        ? "write it as {\"\(siteLanguage)\": \"\(document.text(value).shortened)\"}"
        : isString(value) && !allowsString
          ? "write it as {\(siteLanguage): \(document.text(value).shortened)}" : nil
      wrongType(
        value,
        "\(what) must be \(allowsString ? "a string, or " : "")"
          + "\(document.syntax.object) with a text for each language", remedy: example)
      return nil
    }
    var entries: [Localized.Entry] = []
    let end = Int(document.tokens[value.index].next)
    var position = value.index + 1
    while position < end {
      let lang = checkedLanguage(Document.Value(index: position))
      let text = words(Document.Value(index: position + 1), "\(what) in a language")
      if let lang, let text { entries.append(.init(lang: lang, text: text)) }
      position = Int(document.tokens[position + 1].next)
    }
    if end == value.index + 1 {
      report(
        "format/empty", "\(what) must have a text in at least one language", value,
        "write it as {\"\(siteLanguage)\": \"…\"}")
    }
    return entries.isEmpty ? nil : Localized(entries)
  }

  /// An absolute `http:` or `https:` address.
  mutating func address(_ value: Document.Value, _ what: String) -> String? {
    guard let text = string(value, what) else { return nil }
    guard WebAddress.isAbsolute(text) else {
      report(
        "format/bad-url", "“\(text.shortened)” is not a web address", value,
        "write it whole, from https:// on, without spaces")
      return nil
    }
    return text
  }

  /// Old addresses under the site's root.
  mutating func aliases(_ value: Document.Value) -> [String] {
    array(value, "“aliases”") { decoder, value in
      guard let text = decoder.string(value, "an alias") else { return nil }
      guard let reason = WebAddress.faultOfSitePath(text) else {
        decoder.aliases.append((text, decoder.document.range(value)))
        return text
      }
      decoder.report(
        "format/bad-alias", "the alias “\(text.shortened)” \(reason)", value,
        "write the old address from the site's root on, such as /2019/old-title/")
      return nil
    }
  }

  mutating func strings(_ value: Document.Value, _ what: String, each: String) -> [String] {
    array(value, what) { decoder, value in decoder.words(value, each) }
  }
}
