import ByteCoding
import Diagnostics

/// An old address of an article or a page, or one that `site.yaml` gives the menu.
struct WrittenAddress: Sendable {
  let text: String
  let place: RecordPlace
}

extension CorpusChecker {
  // MARK: Old addresses

  /// An old address leads to one article or page only. The languages of a page may share it.
  mutating func checkAliases() {
    var owners: [TextKey: (alias: String, noun: String, id: String, place: RecordPlace)] = [:]
    func claims<Value>(
      _ placed: [Placed<Value>], _ noun: String, _ id: (Value) -> String,
      _ aliases: (Value) -> [String]
    ) -> [(alias: String, noun: String, id: String, place: RecordPlace)] {
      placed.flatMap { placed in
        aliases(placed.value).map { ($0, noun, id(placed.value), placed.place) }
      }
    }
    let all =
      claims(gathered.articles, "article", \.id, \.aliases)
      + claims(gathered.pages, "page", \.id, \.aliases)
    lazy var written = Dictionary(grouping: gathered.aliases, by: \.place.record)
    func place(_ alias: String, in record: RecordPlace) -> RecordPlace {
      written[record.record]?.first { TextKey($0.text) == TextKey(alias) }?.place ?? record
    }
    for claim in all.sorted(by: { $0.place < $1.place }) {
      let key = TextKey(OldAddress.path(claim.alias))
      guard let owner = owners[key] else {
        owners[key] = claim
        continue
      }
      guard owner.noun != claim.noun || TextKey(owner.id) != TextKey(claim.id) else { continue }
      report(
        "alias/duplicate",
        "the old address “\(claim.alias.shortened)” is claimed by the \(claim.noun) "
          + "“\(claim.id)” and by the \(owner.noun) “\(owner.id)”",
        at: place(claim.alias, in: claim.place),
        "leave it with the one that stood there, and take it out of the other",
        notes: [
          .init("the other is here", at: places.place(place(owner.alias, in: owner.place)))
        ])
    }
  }

  // MARK: The menu

  /// What the menu can lead to by its first part alone.
  private static let sections = [
    "articles", "attributions", "broken-chains", "claims", "entities", "events", "search",
    "sources", "tags", "timeline",
  ]
  private static let files: Set = ["index.html", "feed.xml", "404.html"]

  /// An address of the menu leads to a page that the site has, in each of its languages.
  mutating func checkMenu() {
    // Old addresses are those of the first language alone.
    let aliases =
      site.languages.count > 1
      ? [] : gathered.articles.flatMap(\.value.aliases) + gathered.pages.flatMap(\.value.aliases)
    let old = Set(aliases.map { TextKey(OldAddress.path($0)) })
    for address in gathered.menuAddresses where address.text.hasPrefix("/") {
      let path = address.text.prefix { $0 != "#" && $0 != "?" }
      let parts = path.split(separator: "/").map(String.init)
      guard let first = parts.first, !Self.files.contains(first),
        !old.contains(TextKey(OldAddress.path(String(path))))
      else { continue }
      if parts.count > 1, parts[1] != "index.html", parts[1] != "page" {
        checkThing(parts[1], of: first, address)
      } else if !Self.sections.contains(first) {
        tellNowhere(address, Nearest.name(to: first, among: Self.sections).map { "/\($0)/" })
      }
    }
  }

  /// The address of one article, entity, event, claim or page, or of what belongs to it.
  private mutating func checkThing(_ id: String, of section: String, _ address: WrittenAddress) {
    let scope: Scope
    switch section {
    case "articles": scope = .article
    case "entities", "sources": scope = .entity
    case "events": scope = .event
    case "claims": scope = .claim
    case "pages":
      let ids = gathered.pages.map(\.value.id)
      guard !ids.contains(where: { TextKey($0) == TextKey(id) }), !known.isUnread(id) else {
        return
      }
      return tellNowhere(address, Nearest.name(to: id, among: ids).map { "/pages/\($0)/" })
    case "broken-chains", "tags", "timeline", "attributions": return
    default:
      let nearest = Nearest.name(to: section, among: Self.sections + ["pages"])
      return tellNowhere(address, nearest.map { "/\($0)/\(id)/" })
    }
    guard !known.contains(id, scope), !known.isUnread(id) else { return }
    tellNowhere(address, known.nearest(id, scope).map { "/\(section)/\($0)/" })
  }

  private mutating func tellNowhere(_ address: WrittenAddress, _ nearest: String?) {
    report(
      "site/menu-leads-nowhere", "the site has no page “\(address.text.shortened)”",
      at: address.place,
      nearest.map { "did you mean “\($0)”?" }
        ?? "write the address of a page, without a language: it leads to the page in each",
      notes: unreadNotes())
  }
}
