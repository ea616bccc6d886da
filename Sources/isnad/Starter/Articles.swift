extension Starter {
  static let englishArticle = """
    ---
    title: City library to open on Sundays
    lang: en
    publisher: example-gazette
    published: 2024-03-05
    tags: [library]
    ---
    The city library will open on Sundays from April, Example Municipality said in a statement carried by Example Wire.

    “Readers asked us for it,” the library's director, Lina Haddad, told the Example Gazette.

    A member of staff said that nobody had been asked yet.

    """

  static let arabicArticle = """
    ---
    title: المكتبة تفتح أبوابها أيام الأحد
    lang: ar
    publisher: example-journal
    published: 2024-03-05
    tags: [library]
    ---
    أعلنت بلدية المثال، في بيان، أن مكتبة المدينة ستفتح أبوابها أيام الأحد ابتداءً من نيسان.

    وزعم البيان أن القرّاء «طالبوا بذلك مراراً».

    """

  static let englishAnalysis = """
    {
      "format": "isnad/1",
      "article": "2024-03-05-library-sundays-en",
      "generator": {"name": "by hand", "method": "human"},
      "entities": [
        {"id": "example-gazette", "type": "organization", "kind": "newspaper",
         "names": {"en": "Example Gazette", "ar": "جريدة المثال"}},
        {"id": "example-wire", "type": "organization", "kind": "news-agency",
         "names": {"en": "Example Wire", "ar": "وكالة المثال"}},
        {"id": "lina-haddad", "type": "person", "kind": "librarian",
         "names": {"en": "Lina Haddad", "ar": "لينا حداد"}}
      ],
      "mentions": [
        {"entity": "example-municipality", "target": {"exact": "Example Municipality"}},
        {"entity": "example-wire", "target": {"exact": "Example Wire"}},
        {"entity": "lina-haddad", "target": {"exact": "Lina Haddad"}}
      ],
      "times": [
        {"id": "t1", "target": {"exact": "from April"}, "value": "2024-04",
         "anchor": "publication", "rule": "the next April after publication"}
      ],
      "events": [
        {"id": "library-opens-on-sundays", "type": "opening",
         "title": {"en": "The library opens on Sundays", "ar": "المكتبة تفتح أيام الأحد"},
         "time": "t1", "status": "planned",
         "participants": [{"entity": "example-municipality", "role": "agent"}],
         "targets": [{"exact": "will open on Sundays"}]}
      ],
      "attributions": [
        {"id": "a1", "content": {"exact": "The city library will open on Sundays from April"},
         "cue": {"target": {"exact": "said", "suffix": " in a statement"}, "lemma": "say",
                 "stance": "neutral"},
         "directness": "indirect",
         "chain": [{"source": "example-municipality", "medium": "statement"},
                   {"source": "example-wire", "medium": "wire"}],
         "about": ["library-opens-on-sundays"], "claim": "library-open-on-sundays"},
        {"id": "a2", "content": {"exact": "Readers asked us for it"},
         "cue": {"target": {"exact": "told"}, "lemma": "tell", "stance": "neutral"},
         "directness": "direct",
         "chain": [{"source": "lina-haddad", "medium": "interview"}],
         "about": ["library-opens-on-sundays"], "claim": "readers-asked-for-sundays"},
        {"id": "a3", "content": {"exact": "nobody had been asked yet"},
         "cue": {"target": {"exact": "said", "suffix": " that nobody"}, "lemma": "say",
                 "stance": "neutral"},
         "directness": "indirect",
         "chain": [{"source": null, "description": {"en": "a member of staff"}}],
         "about": ["library-opens-on-sundays"]}
      ]
    }

    """

  static let arabicAnalysis = """
    {
      "format": "isnad/1",
      "article": "2024-03-05-library-sundays-ar",
      "generator": {"name": "by hand", "method": "human"},
      "entities": [
        {"id": "example-journal", "type": "organization", "kind": "newspaper",
         "names": {"en": "Example Journal", "ar": "صحيفة المثال"}}
      ],
      "mentions": [
        {"entity": "example-municipality", "target": {"exact": "بلدية المثال"}}
      ],
      "times": [
        {"id": "t1", "target": {"exact": "ابتداءً من نيسان"}, "value": "2024-04",
         "anchor": "publication", "rule": "the next April after publication"}
      ],
      "events": [
        {"id": "library-opens-on-sundays", "type": "opening",
         "title": {"en": "The library opens on Sundays", "ar": "المكتبة تفتح أيام الأحد"},
         "time": "t1", "status": "planned",
         "participants": [{"entity": "example-municipality", "role": "agent"}],
         "targets": [{"exact": "ستفتح أبوابها أيام الأحد"}]}
      ],
      "attributions": [
        {"id": "a1",
         "content": {"exact": "مكتبة المدينة ستفتح أبوابها أيام الأحد ابتداءً من نيسان"},
         "cue": {"target": {"exact": "أعلنت"}, "lemma": "أعلن", "stance": "neutral"},
         "directness": "indirect",
         "chain": [{"source": "example-municipality", "medium": "statement"}],
         "about": ["library-opens-on-sundays"], "claim": "library-open-on-sundays"},
        {"id": "a2", "content": {"exact": "طالبوا بذلك مراراً"},
         "cue": {"target": {"exact": "زعم"}, "lemma": "زعم", "stance": "distancing"},
         "directness": "direct",
         "chain": [{"source": "example-municipality", "medium": "statement"}],
         "about": ["library-opens-on-sundays"], "claim": "readers-asked-for-sundays"}
      ]
    }

    """
}
