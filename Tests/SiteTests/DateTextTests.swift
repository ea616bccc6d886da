import Corpus
import Testing

import Site

@Suite("Dates in words")
struct DateTextTests {
  /// The built-in words of a language.
  private func dates(_ lang: String) throws -> DateText {
    var settings = SiteSettings()
    settings.languages = [lang]
    let languages = Languages(settings, try TemplateFolder(folder: nil))
    return DateText(strings: try #require(languages.all.first).strings, timeZone: "UTC")
  }

  /// Every form of EDTF level 1.
  private static let forms: [(edtf: String, en: String, ar: String)] = [
    ("2019-05-13", "May 13, 2019", "13 مايو، 2019"),
    ("2019-05", "May 2019", "مايو 2019"),
    ("2019", "2019", "2019"),
    ("2019-05-13~", "about May 13, 2019", "نحو 13 مايو، 2019"),
    ("2019-05~", "about May 2019", "نحو مايو 2019"),
    ("2019?", "2019 (uncertain)", "2019 (غير مؤكد)"),
    ("2019-05-13%", "about May 13, 2019 (uncertain)", "نحو 13 مايو، 2019 (غير مؤكد)"),
    ("2019-05-XX", "some day of May 2019", "يوم ما من مايو 2019"),
    ("2019-XX", "some month of 2019", "شهر ما من 2019"),
    ("2019-XX-XX", "some day of 2019", "يوم ما من 2019"),
    ("201X", "some year from 2010 to 2019", "سنة ما بين 2010 و2019"),
    ("20XX", "some year from 2000 to 2099", "سنة ما بين 2000 و2099"),
    ("XXXX", "date not known", "تاريخ غير معروف"),
    ("XXXX-05", "May of a year not known", "مايو من سنة غير معروفة"),
    ("XXXX-05-13", "13 May of a year not known", "13 مايو من سنة غير معروفة"),
    (
      "XXXX-05-XX", "some day of May of a year not known", "يوم ما من مايو من سنة غير معروفة"
    ),
    ("2019-21", "spring 2019", "ربيع 2019"),
    ("2019-24~", "about winter 2019", "نحو شتاء 2019"),
    (
      "2019-05-01/2019-05-14", "between May 1, 2019 and May 14, 2019",
      "بين 1 مايو، 2019 و14 مايو، 2019"
    ),
    (
      "2019-05-01~/2019-06?", "between about May 1, 2019 and June 2019 (uncertain)",
      "بين نحو 1 مايو، 2019 ويونيو 2019 (غير مؤكد)"
    ),
    ("2019-05/..", "since May 2019, open-ended", "منذ مايو 2019، مفتوح النهاية"),
    ("2019-05/", "from May 2019, end not known", "منذ مايو 2019، ونهايته غير معروفة"),
    ("../2019-05", "until May 2019, open at its start", "حتى مايو 2019، مفتوح البداية"),
    ("/2019-05", "until May 2019, beginning not known", "حتى مايو 2019، وبدايته غير معروفة"),
    ("-0043", "44 BC", "44 ق.م"),
    ("0000", "1 BC", "1 ق.م"),
    ("-0043-03-15", "March 15, 44 BC", "15 مارس، 44 ق.م"),
    ("Y17000", "17000", "17000"),
  ]

  @Test("In English", arguments: forms.map { ($0.edtf, $0.en) })
  func english(edtf: String, words: String) throws {
    #expect(try dates("en").view(EDTF(parsing: edtf)).text == words)
  }

  @Test("In Arabic", arguments: forms.map { ($0.edtf, $0.ar) })
  func arabic(edtf: String, words: String) throws {
    // ICU sets marks of direction into dates, which do not show.
    let text = try dates("ar").view(EDTF(parsing: edtf)).text
    #expect(
      text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }.map(String.init)
        .joined() == words)
  }

  @Test("Only an exact date is told to machines")
  func machine() throws {
    let dates = try dates("en")
    for edtf in ["2019-05-13", "2019-05", "2019"] {
      #expect(dates.view(try EDTF(parsing: edtf)).machine == edtf)
    }
    for edtf in ["2019-05-13~", "2019-05-XX", "201X", "2019-21", "2019/2020", "-0043"] {
      #expect(dates.view(try EDTF(parsing: edtf)).machine == nil)
    }
  }
}
