import Mustache

/// What the templates of pages see beside the words of the interface.
struct Frame: StaticModel {
  // `root` is the way from the page to the site's root: `../../`.
  static let fields = Fields<Self> { [.placeholder("root")] }
}
