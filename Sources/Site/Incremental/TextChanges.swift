import Fingerprint
import Output

/// Whether the index of a share of the texts has to be made.
package struct TextChanges: Sendable {
  /// The articles of the share, as indices into `Corpus.articles`.
  package let articles: [Int]
  /// Of all that it is made from.
  let fingerprint: Fingerprint
  /// What an earlier build made, where it would be made the same and is there.
  package let kept: SiteLedger.Entry?
}

extension SiteBuilder {
  /// Compares what the texts are indexed from with what it was. Templates are not part of it.
  ///
  /// - Parameters:
  ///   - key: of that build.
  ///   - ledger: what an earlier build made; `nil` where nothing is known of one.
  ///   - isUntouched: whether a file still is as that build left it.
  /// - Returns: for each share of the texts.
  package func textChanges(
    since ledger: SiteLedger?, _ key: FingerprintKey, isUntouched: (MarkedFile) -> Bool
  ) -> [TextChanges] {
    let known = ledger?.texts ?? []
    return TextShares(evidence).articles.enumerated().map { number, articles in
      let fingerprint = fingerprintOfTexts(articles, key)
      let last = number < known.count ? known[number] : nil
      let isKept = last?.fingerprint == fingerprint && last?.files.allSatisfy(isUntouched) == true
      return TextChanges(articles: articles, fingerprint: fingerprint, kept: isKept ? last : nil)
    }
  }

  private func fingerprintOfTexts(_ articles: [Int], _ key: FingerprintKey) -> Fingerprint {
    let views = textViews
    return key.fingerprint { maker in
      for index in articles {
        let article = context.evidence.corpus.articles[index]
        maker.add(article.id)
        // Not the fingerprint of what was read, which may be of what is said of the article, too.
        maker.add(article.title)
        maker.add(article.lang)
        maker.add(article.body.text)
        for views in views {
          maker.add(views.strings.lang)
          maker.add(Self.details(of: index, views))
        }
      }
    }
  }
}
