import Corpus

/// What a mark in an article's text stands for; the names are those of its classes.
enum MarkKind: String, Sendable, CaseIterable {
  case mention, content, cue, label, when, event, source
}

/// One marked target of an article, by the fragment that leads to it.
///
/// What is unique in its analysis only has the number of the analysis before it from the second on
/// (`content-2:a1`); the further parts of a discontinuous target have theirs behind (`content-a1;2`).
struct Mark: Sendable {
  let kind: MarkKind
  let fragment: String
  let target: Target

  func fragment(ofPart part: Int) -> String {
    part == 0 ? fragment : "\(fragment);\(part + 1)"
  }
}

extension Analysis {
  /// - Parameter number: among the analyses of its article, from 0.
  func marks(number: Int) -> [Mark] {
    let prefix = number == 0 ? "" : "\(number + 1):"
    func mark(_ kind: MarkKind, _ id: String, _ target: Target) -> Mark {
      Mark(kind: kind, fragment: "\(kind.rawValue)-\(prefix)\(id)", target: target)
    }
    var marks: [Mark] = []
    marks += mentions.enumerated().map { mark(.mention, "\($0 + 1)", $1.target) }
    marks += times.map { mark(.when, $0.id, $0.target) }
    for event in events {
      marks += event.targets.enumerated().map { mark(.event, "\(event.id):\($0 + 1)", $1) }
    }
    marks += labels.enumerated().map { mark(.label, "\($0 + 1)", $1.target) }
    for attribution in attributions {
      let id = attribution.id
      marks.append(mark(.content, id, attribution.content))
      if let target = attribution.cue?.target { marks.append(mark(.cue, id, target)) }
      for (position, link) in attribution.chain.enumerated() {
        if let target = link.target { marks.append(mark(.source, "\(id):\(position + 1)", target)) }
        if let target = link.cue?.target {
          marks.append(mark(.cue, "\(id):\(position + 1)", target))
        }
      }
    }
    return marks
  }
}

extension Article {
  func bytes(of field: Target.Field) -> [UInt8] {
    Array((field == .title ? title : body.text).utf8)
  }

  /// The words that a target stands for; the parts of a discontinuous one are joined by ` […] `.
  func words(_ target: Target) -> [UInt8] {
    var text = target.field == .title ? title : body.text
    return text.withUTF8 { bytes in
      var words: [UInt8] = []
      for (number, span) in target.spans.enumerated() {
        if number > 0 { words += " […] ".utf8 }
        let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
        words += bytes[range.clamped(to: 0..<bytes.count)]
      }
      return words
    }
  }
}
