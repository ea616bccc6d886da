import Corpus
import Diagnostics
import Evidence
import Foundation
import Output
import Testing

import Site

/// Real input that is not part of the repository: beside it in `../shared`, or where `ISNAD_SHARED`
/// says.
enum Shared {
  static let folder: String = {
    let environment = ProcessInfo.processInfo.environment["ISNAD_SHARED"]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return environment ?? root.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + path)
  }
}

@Suite("Real input")
struct RealInputTests {
  @Test(
    "The seed's article page shows what a reader must see",
    .enabled(if: Shared.has("seed/seed.jsonl")))
  func seed() async throws {
    let site = try await TestSite(bulk: Shared.folder + "/seed/seed.jsonl", languages: "[en, ar]")
    #expect(site.figures("index.html") == ["1", "19", "4", "8", "7"])
    let page = try site.page("articles/2019-05-15-idlib-calls/index.html")
    #expect(page.contains("8 attributions from 3 originators, through 2 carriers."))
    #expect(page.count(of: "<tr id=\"attribution-") == 8)
    // Eight chains, each in its row; in the notes beside the words seven, since two things that one
    // paragraph says came through one chain; and one of each originator.
    #expect(page.count(of: "<ol class=\"chain\">") == 8 + 7 + 3)
    #expect(page.count(of: "<a class=\"ref\" href=\"#note-") == 8)
    for number in 1...8 { #expect(page.count(of: "id=\"note-a\(number)\"") == 1) }
    #expect(page.count(of: "id=\"mention-") == 36)

    // The paper lets the Kremlin "say" and "add", and Erdoğan "claim" and "allege".
    let kremlin = try #require(page.speaker("Kremlin"))
    #expect(kremlin.contains("أضاف") && kremlin.contains("قال") && !kremlin.contains("distancing"))
    let erdogan = try #require(page.speaker("Recep Tayyip Erdoğan"))
    #expect(erdogan.contains("cue distancing") && erdogan.contains("زعم"))
    #expect(erdogan.contains("ادعى"))

    // How "yesterday" became a date.
    let times = try #require(page.section("How each date was derived"))
    #expect(times.contains("أمس") && times.contains("the day of publication"))
    #expect(times.contains("2019-05-14~") && times.contains("yesterday"))

    // The two read-outs of one call blame different sides: both stand on the event's page.
    let event = try site.page("events/ceasefire-violations-idlib-2019-05/index.html")
    #expect(event.contains("التشكيلات المسلحة المتطرفة"))
    #expect(event.contains("انتهاكات الدولة السورية"))
  }

  @Test(
    "The counts on MEANTIME's pages are those of its source",
    .enabled(if: Shared.has("corpora/meantime/meantime.jsonl")))
  func meantime() async throws {
    let site = try await TestSite(
      bulk: Shared.folder + "/corpora/meantime/meantime.jsonl", languages: "[en]")
    #expect(site.figures("index.html") == ["120", "820", "1,881", "353", "0"])
    let events = site.paths.filter { $0.hasPrefix("events/") && !$0.hasPrefix("events/page/") }
    #expect(events.count == 1 + 1881 + events.count { $0.split(separator: "/").count > 3 })
    #expect(site.evidence.events.count { $0.articles.count > 1 } == 36)
    #expect(site.evidence.attributions.count { $0.sources.count >= 2 } == 2)
  }
}
