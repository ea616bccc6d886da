import Mustache

/// The menu, as the pages of one section show it.
final class Navigation: KeptModel {
  let menu: [Item]

  init(menu: [Item]) {
    self.menu = menu
  }

  static let fields = Fields<Navigation> { [.many("menu", \.menu)] }

  struct Item: StaticModel {
    let name: String
    /// From the site's root; a whole address where it leads elsewhere.
    let path: String
    let isElsewhere: Bool
    let isCurrent: Bool

    static let fields = Fields<Self> {
      [
        .text("name", \.name),
        .text("path", \.path),
        .flag("isElsewhere", \.isElsewhere),
        .flag("isCurrent", \.isCurrent),
      ]
    }
  }
}
