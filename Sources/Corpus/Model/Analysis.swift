import Fingerprint

/// What one annotator (a person, a model, rules) found in one article.
package struct Analysis: Sendable, Hashable {
  package var article: String
  package var generator: Generator?
  package var entities: [EntityRecord] = []
  package var mentions: [Mention] = []
  package var times: [TimeExpression] = []
  package var events: [EventRecord] = []
  package var attributions: [AttributionRecord] = []
  package var labels: [Label] = []
  package var origin: Origin
  /// Of the bytes that it was read from, where that was asked for.
  package var fingerprint = Fingerprint.none

  package init(article: String, origin: Origin) {
    self.article = article
    self.origin = origin
  }
}

package struct Generator: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case human, model, rules
  }

  package var name: String
  package var version: String?
  package var method: Method?
  package var at: EDTF?

  package init(name: String, version: String? = nil, method: Method? = nil, at: EDTF? = nil) {
    self.name = name
    self.version = version
    self.method = method
    self.at = at
  }
}

package struct Mention: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case name, nominal, pronoun
  }

  package var entity: String
  package var target: Target
  package var form: Form?

  package init(entity: String, target: Target, form: Form? = nil) {
    self.entity = entity
    self.target = target
    self.form = form
  }
}

package struct TimeExpression: Sendable, Hashable {
  package enum Anchor: Sendable, Hashable {
    case publication
    /// The id of another time expression of the same analysis.
    case time(String)
  }

  /// Unique in its analysis.
  package var id: String
  package var target: Target
  package var value: EDTF
  package var anchor: Anchor?
  package var rule: String?

  package init(
    id: String, target: Target, value: EDTF, anchor: Anchor? = nil, rule: String? = nil
  ) {
    self.id = id
    self.target = target
    self.value = value
    self.anchor = anchor
    self.rule = rule
  }
}

/// Words that judge whom they name.
package struct Label: Sendable, Hashable {
  package enum Device: String, Sendable, Hashable, CaseIterable {
    case loadedLabel = "loaded-label"
    case scareQuotes = "scare-quotes"
    case epithet
  }

  package var entity: String
  package var target: Target
  package var device: Device
  package var gloss: Localized

  package init(entity: String, target: Target, device: Device, gloss: Localized = Localized()) {
    self.entity = entity
    self.target = target
    self.device = device
    self.gloss = gloss
  }
}
