/// The files of a starter site: one article in Arabic and one in English, all invented.
enum Starter {
  static let files: [(path: String, text: String)] = [
    (
      "content/site.yaml",
      """
      title: {ar: تقرير جديد, en: A new report}
      description:
        ar: ما قالته الصحافة، ومن أي طريق وصل إلينا.
        en: What the press said, and through whom it reached us.
      languages: [ar, en]
      timeZone: UTC
      license: CC BY 4.0
      menu:
        - {title: {ar: عن التقرير, en: About}, address: /pages/about/}

      """
    ),
    (
      "content/articles/bridge-ar.txt",
      """
      ---
      title: البلدية تعلن إغلاق الجسر
      lang: ar
      publisher: starter-gazette
      published: 2024-03-05
      ---
      أعلنت البلدية في بيان أمس أن الجسر القديم «سيُغلق أسبوعين» لإصلاحه.
      وزعم مصدر في البلدية أن الإغلاق قد يطول.

      """
    ),
    (
      "content/articles/bridge-en.md",
      """
      ---
      title: Bridge to close for repairs
      lang: en
      publisher: starter-post
      published: 2024-03-06
      ---
      The old bridge **will be closed for two weeks**, the town council said in a statement, according
      to the Gazette.

      """
    ),
    (
      "content/analysis/bridge-ar.json",
      """
      {
        "format": "isnad/1",
        "article": "bridge-ar",
        "generator": {"name": "starter", "method": "human"},
        "entities": [
          {"id": "town-council", "type": "organization", "kind": "council", "names": {"ar": "البلدية", "en": "Town council"}},
          {"id": "old-bridge", "type": "facility", "names": {"ar": "الجسر القديم", "en": "Old bridge"}},
          {"id": "starter-gazette", "type": "organization", "kind": "newspaper", "names": {"ar": "الجريدة", "en": "The Gazette"}}
        ],
        "mentions": [
          {"entity": "town-council", "target": {"exact": "البلدية", "prefix": "أعلنت "}},
          {"entity": "old-bridge", "target": {"exact": "الجسر القديم"}}
        ],
        "times": [
          {"id": "t1", "target": {"exact": "أمس"}, "value": "2024-03-04", "anchor": "publication", "rule": "yesterday"}
        ],
        "events": [
          {"id": "bridge-closure", "type": "closure", "title": {"ar": "إغلاق الجسر القديم", "en": "Closure of the old bridge"},
           "place": "old-bridge", "status": "planned", "targets": [{"exact": "سيُغلق أسبوعين"}]}
        ],
        "attributions": [
          {"id": "a1", "content": {"exact": "سيُغلق أسبوعين"}, "paraphrase": {"en": "The bridge will be closed for two weeks."},
           "cue": {"target": {"exact": "أعلنت"}, "lemma": "أعلن", "stance": "neutral"}, "directness": "direct",
           "chain": [{"source": "town-council", "medium": "statement"}],
           "about": ["bridge-closure"], "claim": "bridge-closes-two-weeks"},
          {"id": "a2", "content": {"exact": "الإغلاق قد يطول"},
           "cue": {"target": {"exact": "زعم"}, "lemma": "زعم", "stance": "distancing"}, "directness": "indirect",
           "chain": [{"source": null, "description": {"ar": "مصدر في البلدية", "en": "a source in the council"}}],
           "about": ["bridge-closure"]}
        ]
      }

      """
    ),
    (
      "content/analysis/bridge-en.json",
      """
      {
        "format": "isnad/1",
        "article": "bridge-en",
        "generator": {"name": "starter", "method": "human"},
        "entities": [
          {"id": "starter-post", "type": "organization", "kind": "newspaper", "names": {"ar": "البريد", "en": "The Post"}}
        ],
        "mentions": [
          {"entity": "town-council", "target": {"exact": "the town council"}},
          {"entity": "starter-gazette", "target": {"exact": "the Gazette"}}
        ],
        "attributions": [
          {"id": "a1", "content": {"exact": "The old bridge will be closed for two weeks"},
           "cue": {"target": {"exact": "said"}, "lemma": "say", "stance": "neutral"}, "directness": "indirect",
           "chain": [{"source": "town-council", "medium": "statement"}, {"source": "starter-gazette", "medium": "newspaper"}],
           "about": ["bridge-closure"], "claim": "bridge-closes-two-weeks"}
        ]
      }

      """
    ),
    (
      "content/briefs/bridge-en.md",
      """
      ---
      lang: en
      ---
      The [](entity:town-council) announced the [](event:bridge-closure); the Post has it from
      [](entity:starter-gazette), so that [the claim](claim:bridge-closes-two-weeks) has one origin.

      """
    ),
    (
      "content/entities/town-council.md",
      """
      ---
      type: organization
      names: {ar: البلدية, en: Town council}
      ---
      An invented council, for this starter site.

      """
    ),
    (
      "content/pages/about.en.md",
      """
      ---
      id: about
      lang: en
      title: About this report
      ---
      Everything here is invented. Put your own articles into `content/` and run `isnad build`.

      """
    ),
    (
      "content/pages/about.ar.md",
      """
      ---
      id: about
      lang: ar
      title: عن هذا التقرير
      ---
      كل ما هنا متخيَّل. ضع مقالاتك في `content/` ثم شغِّل `isnad build`.

      """
    ),
  ]
}
