import Diagnostics
import Fingerprint

/// Reads `content/site.yaml`, which may be missing.
struct SiteReader {
  let source: String
  let key: FingerprintKey?

  func read(_ files: [ContentFile], _ gathered: inout Gathered) -> SiteSettings {
    guard let index = files.firstIndex(where: { $0.kind == .site }) else { return SiteSettings() }
    let worker = RecordWorker(
      source: source, files: files, siteLanguage: "en", readsDrafts: true,
      articles: ArticleIndex(), key: key)
    let site = worker.readSite(file: index)
    gathered.append(worker.gathered)
    return site ?? SiteSettings()
  }
}
