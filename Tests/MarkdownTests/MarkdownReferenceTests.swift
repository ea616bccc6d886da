import Testing

import Markdown

@Suite struct `References in Markdown` {
  /// Each as `scheme id line:column+length`, with `!` for an image.
  private func references(_ source: String) -> [String] {
    Markdown.references(in: source).map {
      "\($0.isImage ? "!" : "")\($0.scheme.rawValue) \($0.id) \($0.line):\($0.column)+\($0.length)"
    }
  }

  @Test func `are told in reading order with the place of their destination`() {
    let source = """
      # One [a](entity:x)

      سطر [ثان](entity:شخص) and
        indented [b](claim:y) ![alt](event:im)

      > quote [c](article:z)
      lazy [d](attribution:w)

      - item
        <entity:auto>
      """
    #expect(
      references(source) == [
        "entity x 1:11+8", "entity شخص 3:17+13", "claim y 4:16+7", "!event im 4:32+8",
        "article z 6:13+9", "attribution w 7:10+13", "entity auto 10:4+11",
      ])
  }

  @Test func `of the same thing twice on a line have two places`() {
    #expect(references("[](entity:x) [](entity:x)") == ["entity x 1:4+8", "entity x 1:17+8"])
  }

  @Test func `with a destination elsewhere are told at the link`() {
    #expect(references("see [it]\n\n[it]: entity:x") == ["entity x 1:5+1"])
  }

  @Test func `are none where links lead elsewhere, or stand in code`() {
    #expect(references("[a](https://x.org) `[a](entity:x)` entity:x [b](entity2:x)") == [])
  }

  @Test func `keep an id that is no valid one, for the check to tell`() {
    #expect(references("[a](entity:)") == ["entity  1:5+7"])
    #expect(references("[a](entity:100%)") == ["entity 100% 1:5+11"])
    #expect(references("[a](entity:%FF)") == ["entity %FF 1:5+10"])
  }

  @Test func `on one line by the thousand cost no square`() {
    let source = String(repeating: "[a](entity:x\\&y) ", count: 40_000)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(Markdown.references(in: source).count == 40_000) }
    #expect(time < .seconds(20))
  }
}
