import Corpus
import Foundation
import Testing

import Mustache
import Site

/// Each picture as it stands in a page, in `Tests/Fixtures/pictures`: to be looked at in a browser,
/// where it has no colours but its shapes. `ISNAD_UPDATE=1` writes them anew, to be read before they
/// are kept.
@Suite("Pictures")
struct PictureTests {
  @Test("Events by month, the fullest months named, in both directions", arguments: [false, true])
  func density(isRightToLeft: Bool) throws {
    let counts = [1, 0, 0, 4, 12, 3]
    let picture = DensityPicture(
      title: "Events by month", description: "January to June: 20 events.",
      buckets: counts.enumerated().map { position, count in
        .init(
          name: "month \(position + 1)", tick: position == 0 ? "2019" : nil, count: count,
          event: count > 2 ? "The <event> of month \(position + 1)" : nil)
      }, digits: String.init)
    try check(picture.svg(isRightToLeft: isRightToLeft), "density", isRightToLeft)
  }

  @Test("Who took part in what, a date that is not sure as long as it may be")
  func lanes() throws {
    let picture = LanesPicture(
      title: "Who and when", description: "Two lanes.",
      lanes: [
        .init(
          name: "Kremlin",
          marks: [
            .init(start: 10, end: 10.2, isExact: true), .init(start: 40, end: 75, isExact: false),
          ]),
        .init(name: "الأنــاضول", marks: [.init(start: 99, end: 100, isExact: true)]),
      ], ticks: [.init(text: "2018", place: 0), .init(text: "2019", place: 50)])
    try check(picture.svg(isRightToLeft: false), "lanes", false)
  }

  @Test("How each speaker is let speak: every stance has its own shape")
  func strip() throws {
    let picture = StripPicture(
      title: "Cues", description: "Two speakers.",
      rows: [
        .init(name: "Salma", number: "10", counts: [4, 3, 2, 1], total: 10),
        .init(name: "Nobody's cue", number: "1", counts: [0, 0, 0, 0], total: 1),
      ])
    try check(picture.svg(isRightToLeft: true), "strip", true)
  }

  @Test("Whose words which outlet passes on")
  func flow() throws {
    let picture = FlowPicture(
      title: "Flows", description: "Two sources, one outlet.", sources: ["Kremlin", "Ankara"],
      outlets: ["The Outlet with the Very Long Name"],
      flows: [.init(source: 0, outlet: 0, count: 1), .init(source: 1, outlet: 0, count: 50)])
    try check(picture.svg(isRightToLeft: false), "flow", false)
  }

  @Test("A claim's ways, from an origin through a hand to an outlet, and from one not named")
  func tree() throws {
    let picture = TreePicture(
      title: "Ways", description: "2 attributions in 2 articles",
      nodes: [
        .init(name: "Kremlin", kind: .origin, depth: 0, parent: nil),
        .init(name: "Demo Desk", kind: .outlet, depth: 1, parent: 0),
        .init(name: "Demo Wire", kind: .hand, depth: 1, parent: 0),
        .init(name: "Demo Desk · 2", kind: .outlet, depth: 2, parent: 2),
        .init(name: "unnamed", kind: .unnamed, depth: 0, parent: nil),
        .init(name: "Demo Desk", kind: .outlet, depth: 1, parent: 4),
      ])
    try check(picture.svg(isRightToLeft: true), "tree", true)
  }

  @Test("Of a hundred thousand marks and names a bounded number is drawn, and none over another")
  func bounds() {
    let lane = LanesPicture.Lane(
      name: "all",
      marks: (0..<100_000).map { .init(start: Double($0) / 1000, end: 0, isExact: true) })
    let lanes = LanesPicture(title: "", description: "", lanes: [lane], ticks: [])
    #expect(lanes.svg(isRightToLeft: false).text.count(of: "<circle") <= 201)

    let density = DensityPicture(
      title: "", description: "",
      buckets: (0..<100).map {
        .init(name: "", tick: nil, count: $0 % 7 + 1, event: String(repeating: "n", count: 80))
      }, digits: String.init)
    let svg = density.svg(isRightToLeft: false).text
    #expect(svg.count(of: "class=\"name\"") <= 24)
    #expect(svg.count(of: "class=\"count\"") == 0)
    #expect(svg.utf8.count < 16_000)
  }

  @Test("What a picture says is text, whatever it is")
  func escaping() {
    let svg = StripPicture(
      title: "</title><script>", description: "\"<",
      rows: [
        .init(name: "<b>\u{64E}", number: "<", counts: [], total: 1)
      ]
    ).svg(isRightToLeft: false).text
    #expect(!svg.contains("<script") && !svg.contains("<b>"))
    #expect(svg.contains("&lt;/title&gt;&lt;script&gt;"))
  }

  private func check(_ svg: HTML, _ name: String, _ isRightToLeft: Bool) throws {
    let file = Self.folder.appendingPathComponent("\(name)-\(isRightToLeft ? "rtl" : "ltr").svg")
    let found = svg.text.replacing("><", with: ">\n<") + "\n"
    if ProcessInfo.processInfo.environment["ISNAD_UPDATE"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
      try found.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == found)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/pictures")
}

extension HTML {
  /// Of what was drawn at once; what is put together of pieces is no picture.
  fileprivate var text: String {
    guard case .bytes(let bytes) = content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
