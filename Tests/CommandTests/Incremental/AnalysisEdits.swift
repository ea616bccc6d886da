import Foundation
import TestSupport

/// Edits of one analysis.
struct AnalysisEdits {
  let number: Int
  /// Ids to name.
  let entities: [String]
  var random: SplitMix

  /// - Returns: what was changed, in words.
  mutating func edit(_ analysis: inout SourceFolder.JSON) -> String {
    let edits: [(String, String, (inout AnalysisEdits, inout SourceFolder.JSON) -> Void)] = [
      ("entities", "names", { $1["names"] = ["en": "Name \($0.number)"] }),
      ("entities", "kind", { $1["kind"] = "kind-\($0.number)" }),
      ("entities", "type", { $1["type"] = $0.one(["person", "organization", "place"]) }),
      ("entities", "memberOf", { $1["memberOf"] = [$0.entity] }),
      ("entities", "reliability", { $1["reliability"] = $0.one(["A", "B", "F"]) }),
      ("entities", "wikidata", { $1["wikidata"] = "Q\($0.number)" }),
      ("events", "title", { $1["title"] = ["en": "Event \($0.number)"] }),
      (
        "events", "date",
        { $1["date"] = $0.one(["2019-05-1\($0.number % 10)", "2018", "2019-03/2019-06"]) }
      ),
      ("events", "status", { $1["status"] = $0.one(["confirmed", "disputed", "denied"]) }),
      ("events", "place", { $1["place"] = $0.entity }),
      (
        "events", "participants",
        { $1["participants"] = [["entity": $0.entity, "role": "participant"]] }
      ),
      ("events", "polarity", { $1["polarity"] = "negative" }),
      ("attributions", "claim", { $1["claim"] = "claim-\(($0.number) % 4)" }),
      ("attributions", "no claim", { $1["claim"] = nil }),
      ("attributions", "polarity", { $1["polarity"] = "negative" }),
      ("attributions", "paraphrase", { $1["paraphrase"] = ["en": "In short, \($0.number)"] }),
      ("attributions", "about", { $1["about"] = [$0.entity] }),
      ("attributions", "certainty", { $1["certainty"] = $0.one(["certain", "possible"]) }),
      (
        "attributions", "directness",
        { $1["directness"] = $0.one(["direct", "indirect", "mixed"]) }
      ),
      (
        "attributions", "cue",
        { $1["cue"] = ["lemma": "say", "stance": $0.one(["endorsing", "distancing", "denying"])] }
      ),
      (
        "attributions", "chain",
        { $1["chain"] = [["source": $0.entity], ["source": $0.entity, "medium": "wire"]] }
      ),
      (
        "attributions", "unnamed source",
        { $1["chain"] = [["source": NSNull(), "description": ["en": "someone"]]] }
      ),
      ("mentions", "entity", { $1["entity"] = $0.entity }),
      ("labels", "device", { $1["device"] = $0.one(["epithet", "loaded-label"]) }),
      ("times", "value", { $1["value"] = "2019-05-0\($0.number % 9 + 1)" }),
    ]
    guard let (list, what, change) = edits.randomElement(using: &random) else { return "nothing" }
    var items = analysis[list] as? [SourceFolder.JSON] ?? []
    if list == "attributions", Int.random(in: 0..<4, using: &random) == 0, var more = items.first {
      more["id"] = "more-\(number)"
      items.insert(more, at: items.indices.randomElement(using: &random) ?? 0)
      analysis[list] = items
      return "one more of the attributions"
    }
    guard let position = items.indices.randomElement(using: &random) else { return "no \(list)" }
    if Int.random(in: 0..<8, using: &random) == 0 {
      items.remove(at: position)
      analysis[list] = items
      return "one less of the \(list)"
    }
    change(&self, &items[position])
    analysis[list] = items
    return "\(what) of one of the \(list)"
  }

  private mutating func one(_ values: [String]) -> String {
    values.randomElement(using: &random) ?? ""
  }

  private var entity: String {
    mutating get { entities.randomElement(using: &random) ?? "nobody" }
  }
}
