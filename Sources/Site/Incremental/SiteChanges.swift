import Fingerprint
import Output

/// Which jobs of a site have to be done, and which have nothing new to make.
package struct SiteChanges: Sendable {
  /// Of what is the same for all pages.
  package let whole: Fingerprint
  /// Of each of the site's jobs.
  package let fingerprints: [Fingerprint]
  package let addresses: [String]
  /// Of each job what an earlier build made of it, where it would be made the same and is there.
  let kept: [SiteLedger.Entry?]

  /// How many jobs have to be done.
  package var count: Int { kept.count { $0 == nil } }

  /// Whether so few are to be done that most rows are on none of their pages.
  var isFew: Bool { count * 4 < kept.count }
}

extension SiteBuilder {
  /// Compares what the site is made from with what it was.
  ///
  /// - Parameters:
  ///   - key: what records were fingerprinted with when they were read.
  ///   - ledger: what an earlier build made; `nil` where nothing is known of one.
  ///   - workers: at least 1.
  ///   - isUntouched: whether a file still is as that build left it. Called by several at once.
  package func changes(
    since ledger: SiteLedger?, _ key: FingerprintKey, workers: Int,
    isUntouched: @escaping @Sendable (MarkedFile) -> Bool
  ) async -> SiteChanges {
    let addresses = zip(PageAddresses.places(of: jobs, in: context), jobs).map {
      $0.name(of: $1.job, language: $1.language)
    }
    let whole = fingerprint(key)
    let known = ledger?.whole == whole ? addresses.map { ledger?.entries[$0] } : []
    // What the system is asked takes no time of what is compared meanwhile.
    async let untouched = Self.untouched(known, workers: workers, isUntouched)
    let pages = PageFingerprints(context, key, quotesAreMarkdown: folder.hasOwnBriefs)
    let own = await Self.fingerprints(
      of: jobs.prefix { $0.language == 0 }, pages, workers: workers)
    let fingerprints = jobs.indices.map { own[$0 % max(own.count, 1)] }
    let kept = zip(await untouched, fingerprints).map { entry, fingerprint in
      entry?.fingerprint == fingerprint ? entry : nil
    }
    return SiteChanges(
      whole: whole, fingerprints: fingerprints, addresses: addresses,
      kept: kept.isEmpty ? Array(repeating: nil, count: jobs.count) : kept)
  }

  /// Of some jobs, in their order.
  private static func fingerprints(
    of plan: ArraySlice<(job: PageJob, language: Int)>, _ pages: PageFingerprints, workers: Int
  ) async -> [Fingerprint] {
    let share = max((plan.count + workers - 1) / max(workers, 1), 1)
    return await withTaskGroup(of: (start: Int, part: [Fingerprint]).self) { group in
      for start in stride(from: 0, to: plan.count, by: share) {
        group.addTask {
          let lists = PageFingerprints.LastList()
          return (
            start,
            plan.dropFirst(start).prefix(share).map { pages.fingerprint(of: $0.job, lists) }
          )
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
        .sorted { $0.start < $1.start }.flatMap(\.part)
    }
  }

  /// Those of some entries whose files are all as they were.
  private static func untouched(
    _ entries: [SiteLedger.Entry?], workers: Int,
    _ isUntouched: @escaping @Sendable (MarkedFile) -> Bool
  ) async -> [SiteLedger.Entry?] {
    let share = max((entries.count + workers - 1) / max(workers, 1), 1)
    return await withTaskGroup(of: (start: Int, kept: [SiteLedger.Entry?]).self) { group in
      for start in stride(from: 0, to: entries.count, by: share) {
        group.addTask {
          let part = entries[start..<min(start + share, entries.count)]
          return (start, part.map { $0.flatMap { $0.files.allSatisfy(isUntouched) ? $0 : nil } })
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
        .sorted { $0.start < $1.start }.flatMap(\.kept)
    }
  }

  /// Of what is the same for all pages.
  private func fingerprint(_ key: FingerprintKey) -> Fingerprint {
    key.fingerprint {
      for file in folder.files {
        $0.add(file.path)
        $0.add(file.text)
      }
      for asset in folder.assets {
        $0.add(asset.path)
        $0.add(asset.bytes)
      }
      $0.add(context.evidence.corpus.site.fingerprint)
      $0.add(context.options.baseURL)
      $0.add(context.options.generator)
      $0.add(context.options.hasFullText)
      $0.add(context.options.keepsAssetNames)
    }
  }
}

extension TemplateFolder {
  /// Whether briefs are composed by another template than ours.
  fileprivate var hasOwnBriefs: Bool {
    func text(_ files: some Sequence<(path: String, text: String)>) -> String? {
      files.first { $0.path == "brief.md.mustache" }?.text
    }
    return text(templates) != text(DefaultTemplates.files.lazy.map { ($0.path, $0.text) })
  }
}

extension PageAddresses.Place {
  /// What the job that makes it is known by from build to build.
  fileprivate func name(of job: PageJob, language: Int) -> String {
    switch self {
    case .page(let route): route.path
    case .folder(let folder):
      if case .data(let table) = job {
        "\(folder)\(table.rawValue):\(language)"
      } else {
        "\(folder):\(language)"
      }
    }
  }
}
