import Diagnostics
import Mustache

extension SiteContext {
  /// What is wrong in the templates, each checked against the models it is rendered with, before any
  /// page is made.
  var templateFaults: [Diagnostic] {
    guard let strings = strings.first?.shape else { return [] }
    let pages = templates.check(
      pages: [
        ("home", HomePage.shape), ("articles", ArticlesPage.shape),
        ("article", ArticlePage.shape), ("entities", EntitiesPage.shape),
        ("entity", EntityPage.shape), ("events", EventsPage.shape), ("event", EventPage.shape),
        ("claims", ClaimsPage.shape), ("claim", ClaimPage.shape),
        ("sources", SourcesPage.shape), ("source", SourcePage.shape),
        ("attributions", AttributionsPage.shape), ("broken-chains", BrokenChainsPage.shape),
        ("rows", RowsPage.shape),
        ("tags", TagsPage.shape), ("tag", TagPage.shape), ("timeline", TimelinePage.shape),
        ("page", FreePage.shape), ("404", NotFoundPage.shape),
        ("search", SearchPage.shape),
      ], globals: [strings, Frame.shape, Chrome.shape])
    let bare = templates.check(
      pages: [
        ("brief.md", BriefModel.shape), ("feed.xml", FeedPage.shape), ("notes", NotesView.shape),
      ], globals: [strings])
    let rows = templates.check(
      pages: [
        (RowStore.Kind.attribution.template, AttributionRow.shape),
        (RowStore.Kind.event.template, EventRow.shape),
        (RowStore.Kind.article.template, ArticleLink.shape),
        (RowStore.Kind.order.template, LinkView.shape),
      ], globals: [strings, RowFrame.shape])
    // All tell of the syntax of all templates.
    return pages + (rows + bare).filter { !templates.syntaxFaults.contains($0) }
  }
}
