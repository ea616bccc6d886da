extension EDTF {
  /// Why a text is not a date that isnad/1 reads.
  package struct ParsingError: Error, Sendable, Hashable {
    /// In bytes of the text's UTF-8, half-open; empty at the end of a text that stops too early.
    package let bytes: Range<Int>
    /// A sentence without its full stop.
    package let reason: String
    package let remedy: String

    /// In bytes of the text's UTF-8.
    package var offset: Int { bytes.lowerBound }
  }

  /// Reads EDTF of level 0 or 1 (ISO 8601-2), or an RFC 3339 time.
  ///
  /// Strict: days exist in the calendar, an interval does not end before it starts, nothing stands
  /// around the date. A time is written to the second; its offset may be missing. Months and days of an
  /// unknown year, which has an `X` for each of its digits, are read too.
  package init(parsing text: String) throws(ParsingError) {
    var copy = text
    let parsed = copy.withUTF8 { bytes -> Result<Form, ParsingError> in
      var parser = EDTFParser(bytes: bytes)
      do throws(ParsingError) { return .success(try parser.form()) } catch {
        return .failure(error)
      }
    }
    let form = try parsed.get()
    let (earliest, latest) = form.bounds
    self.init(text: text, form: form, earliest: earliest, latest: latest)
  }
}
