import Diagnostics
import Mustache

/// Checks every template against the models it is rendered with, before any page is made.
struct TemplateCheck {
  let diagnostics: [Diagnostic]

  init(_ context: SiteContext) {
    guard let strings = context.strings.first?.shape else {
      diagnostics = []
      return
    }
    let pages: [(String, Shape)] = [
      ("home", HomePage.shape), ("articles", ArticlesPage.shape), ("article", ArticlePage.shape),
      ("entities", EntitiesPage.shape), ("entity", EntityPage.shape),
      ("events", EventsPage.shape), ("event", EventPage.shape), ("claims", ClaimsPage.shape),
      ("claim", ClaimPage.shape), ("sources", SourcesPage.shape), ("source", SourcePage.shape),
      ("attributions", AttributionsPage.shape), ("rows", RowsPage.shape),
      ("timeline", TimelinePage.shape), ("page", FreePage.shape), ("404", NotFoundPage.shape),
    ]
    let bare: [(String, Shape)] = [("brief.md", BriefModel.shape), ("feed.xml", FeedPage.shape)]
    let found = pages.flatMap {
      context.templates.check("templates/\($0)", scope: [strings, Chrome.shape, $1])
    } + bare.flatMap { context.templates.check("templates/\($0)", scope: [strings, $1]) }
    // A partial that many pages use is told of once.
    var seen: Set<Diagnostic> = []
    diagnostics = found.filter { seen.insert($0).inserted }
  }
}
