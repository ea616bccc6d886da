import Corpus
import Evidence
import Fingerprint
import Markdown

/// The parts that fingerprints are made of.
extension FingerprintMaker {
  mutating func add(_ localized: Localized) {
    add(localized.entries.count)
    for entry in localized.entries { add(entry) }
  }

  mutating func add(_ entry: Localized.Entry) {
    add(entry.lang)
    add(entry.text)
  }

  /// What is written decides all that a date means.
  mutating func add(_ date: EDTF?) { add(date?.text) }

  /// What is given for one attribute, in order, and what of it a card gives. Who else gives it is left
  /// out: only the thing's own pages name them.
  mutating func add<Value>(
    _ witnesses: Witnesses<Value>, add: (inout FingerprintMaker, Value) -> Void
  ) {
    self.add(witnesses.values.count)
    for value in witnesses.values {
      add(&self, value.value)
      self.add(value.witnesses.contains(.card))
    }
  }

  mutating func add(_ fingerprints: some Collection<Fingerprint>) {
    add(fingerprints.count)
    for fingerprint in fingerprints { add(fingerprint) }
  }

  /// Those of some things, in the order given.
  mutating func add(_ things: some Collection<Int>, of fingerprints: [Fingerprint]) {
    add(things.count)
    for thing in things { add(fingerprints[thing]) }
  }

  mutating func add(_ thing: Int?, of fingerprints: [Fingerprint]) {
    add(thing != nil)
    if let thing { add(fingerprints[thing]) }
  }
}

extension FingerprintKey {
  func fingerprint(_ add: (inout FingerprintMaker) -> Void) -> Fingerprint {
    var maker = FingerprintMaker(self)
    add(&maker)
    return maker.finish()
  }
}
