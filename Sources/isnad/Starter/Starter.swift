/// The files of a starter site. Its outlets, people and news are invented.
enum Starter {
  static let files: [(path: String, text: String)] = [
    (".gitignore", "/public/\n"),
    ("content/site.yaml", site),
    ("content/articles/2024-03-05-library-sundays-ar.txt", arabicArticle),
    ("content/articles/2024-03-05-library-sundays-en.txt", englishArticle),
    ("content/analysis/2024-03-05-library-sundays-ar.json", arabicAnalysis),
    ("content/analysis/2024-03-05-library-sundays-en.json", englishAnalysis),
    ("content/briefs/2024-03-05-library-sundays-en.md", brief),
    ("content/entities/example-municipality.md", card),
    ("content/pages/about.ar.md", arabicAbout),
    ("content/pages/about.en.md", englishAbout),
  ]

  private static let site = """
    title:
      ar: تقرير جديد
      en: A new report
    description:
      ar: من قال ماذا، وعمّن نُقل.
      en: Who said what, and through whom it arrived.
    # Where the site will stand; feeds and the sitemap need it.
    baseURL: https://example.org/
    # The first language stands at the root, the others under their codes.
    languages: [ar, en]
    timeZone: UTC
    menu:
      - title: {ar: عن هذا التقرير, en: About}
        address: /pages/about/

    """

  private static let brief = """
    ---
    lang: en
    title: A library's Sundays
    ---
    The news of the [opening](event:library-opens-on-sundays) comes from the
    [municipality](entity:example-municipality) alone; both articles carry
    [the same claim](claim:library-open-on-sundays).

    """

  private static let card = """
    ---
    type: organization
    kind: municipality
    names:
      ar: بلدية المثال
      en: Example Municipality
    ---
    An invented municipality. This note is Markdown, and appears on the entity's page.

    """

  private static let arabicAbout = """
    ---
    id: about
    lang: ar
    title: عن هذا التقرير
    ---
    هذه صفحة حرّة، تُكتب بصيغة Markdown. كل ما في هذا الموقع مختلق للمثال.

    """

  private static let englishAbout = """
    ---
    id: about
    lang: en
    title: About this report
    ---
    This is a free page, written in Markdown. Everything on this site is invented as an example.

    """
}
