import Diagnostics
import Foundation

private enum SiteKey: String, FieldKey {
  case title, description, baseURL, languages, timeZone, menu, license, cutoff, integrity

  static let table = KeyTable<Self>(of: "site.yaml")
}

private enum MenuKey: String, FieldKey {
  case title, address

  static let table = KeyTable<Self>(of: "an item of the menu", required: [.title, .address])
}

extension RecordDecoder {
  /// `site.yaml`. Its own plain texts are in its first language, so that `languages` must be known
  /// beforehand: see `firstLanguage`.
  mutating func site() -> SiteSettings {
    var site = SiteSettings()
    guard var fields = fields(document.root, SiteKey.self) else { return site }
    while let (key, value) = next(&fields) {
      switch key {
      case .title:
        site.title = localized(value, "the title of the site", allowsString: true) ?? site.title
      case .description:
        site.description =
          localized(value, "the description of the site", allowsString: true) ?? site.description
      case .baseURL: site.baseURL = baseURL(value)
      case .languages: site.languages = languages(value) ?? site.languages
      case .timeZone: site.timeZone = timeZone(value) ?? site.timeZone
      case .menu: site.menu = array(value, "“menu”") { $0.menuItem($1) }
      case .license: site.license = words(value, "the licence of the site")
      case .cutoff: site.cutoff = date(value, "“cutoff”")
      case .integrity: site.hasIntegrity = boolean(value, "“integrity”") ?? false
      }
    }
    return site
  }

  /// The first of `languages`, where it can be read.
  static func firstLanguage(of document: Document) -> String? {
    guard let languages = document.member(document.root, "languages"),
      document.kind(languages) == .array,
      document.tokens[languages.index].next > languages.index + 1
    else { return nil }
    let first = Document.Value(index: languages.index + 1)
    guard document.kind(first) == .string || document.kind(first) == .plain,
      document.withContent(first, LanguageTag.isWellFormed)
    else { return nil }
    return document.text(first)
  }

  private mutating func languages(_ value: Document.Value) -> [String]? {
    var languages: [String] = []
    let tags = array(value, "“languages”") { decoder, value in
      decoder.language(value).map { (tag: $0, value: value) }
    }
    for (tag, value) in tags {
      if languages.contains(where: { $0.lowercased() == tag.lowercased() }) {
        report(
          "site/duplicate-language", "the site has the language “\(tag)” twice", value, "keep one")
      } else {
        languages.append(tag)
      }
    }
    if document.kind(value) == .array, document.tokens[value.index].next == value.index + 1 {
      report(
        "format/empty", "“languages” must name at least one language", value,
        "leave the key out for English alone")
    }
    return languages.isEmpty ? nil : languages
  }

  private mutating func baseURL(_ value: Document.Value) -> String? {
    guard let text = address(value, "“baseURL”") else { return nil }
    guard !text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
      report(
        "format/bad-url", "“baseURL” must not have a query or a fragment", value,
        "end it with the folder in which the site stands")
      return nil
    }
    return text.utf8.last == UInt8(ascii: "/") ? text : text + "/"
  }

  private mutating func timeZone(_ value: Document.Value) -> String? {
    guard let text = string(value, "“timeZone”") else { return nil }
    let known = TimeZone.knownTimeZoneIdentifiers
    if text == "UTC" || known.contains(text) || isKnownAlias(text) { return text }
    report(
      "site/unknown-time-zone", "“\(text.shortened)” is not a time zone", value,
      Nearest.name(to: text, among: known).map { "did you mean “\($0)”?" }
        ?? "write an IANA name, such as Asia/Damascus or UTC")
    return nil
  }

  /// `Asia/Calcutta` and its like; not the abbreviations, which do not say which zone they mean.
  private func isKnownAlias(_ text: String) -> Bool {
    text.contains("/") && TimeZone(identifier: text) != nil
  }

  private mutating func menuItem(_ value: Document.Value) -> SiteSettings.MenuItem? {
    guard var fields = fields(value, MenuKey.self) else { return nil }
    var title: Localized?
    var address: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .title: title = localized(value, "the title of a menu item", allowsString: true)
      case .address: address = menuAddress(value)
      }
    }
    guard let title, let address else { return nil }
    return SiteSettings.MenuItem(title: title, address: address)
  }

  private mutating func menuAddress(_ value: Document.Value) -> String? {
    guard let text = string(value, "the address of a menu item") else { return nil }
    let path = String(text.split(omittingEmptySubsequences: false) { $0 == "#" || $0 == "?" }[0])
    let isOnSite = text.hasPrefix("/") && (path == "/" || WebAddress.faultOfSitePath(path) == nil)
    if isOnSite || WebAddress.isAbsolute(text) {
      menuAddresses.append((text, document.range(value)))
      return text
    }
    report(
      "site/bad-menu-address", "“\(text.shortened)” is no address for the menu", value,
      "write a path from the site's root on, such as /pages/about/, or a whole https:// address")
    return nil
  }
}
