import Corpus
import Evidence
import Fingerprint

/// The pages and tables that show something of all things of a kind.
extension PageFingerprints {
  /// Its years are counted, its pictures name events and those who have most of them.
  var timeline: Fingerprint {
    key.fingerprint {
      $0.add(things.events)
      for entity in site.leading.prefix(Limits.rows) {
        $0.add(things.entities[entity])
        $0.add(evidence.entities[entity].events, of: things.eventLinks)
      }
    }
  }

  /// The first page has a picture of who is carried by whom.
  func sources(_ page: Int) -> Fingerprint {
    key.fingerprint { maker in
      maker.add(
        rows(site.sources, page) {
          let entity = evidence.entities[$1]
          $0.add(things.entities[$1])
          $0.add(entity.said, of: articles.chains)
          $0.add(entity.relayed, of: articles.chains)
          $0.add(entity.published, of: articles.chains)
          $0.add(entity.publications.count)
        })
      if page == 1 { maker.add(articles.chains) }
    }
  }

  func tags(_ page: Int) -> Fingerprint {
    rows(evidence.tags.indices, page) {
      $0.add(things.tags[$1])
      $0.add(evidence.tags[$1].articles.count)
      $0.add(evidence.tags[$1].events.count)
    }
  }

  /// All that can be found, with its weight.
  var names: Fingerprint {
    key.fingerprint {
      for index in evidence.entities.indices { $0.add(entityRow(index)) }
      $0.add(things.events)
      for index in evidence.claims.indices { $0.add(claimRow(index)) }
      $0.add(articleTable)
    }
  }

  /// Of what articles say only what is quoted.
  var attributionTable: Fingerprint {
    key.fingerprint { maker in
      var analysis = -1
      for (index, attribution) in evidence.attributions.enumerated() {
        maker.add(articles.chains[index])
        let article = attribution.article
        if attribution.analysis != analysis {
          analysis = attribution.analysis
          maker.add(evidence.corpus.articles[article].id)
          maker.add(index - evidence.articles[article].attributions.lowerBound)
          maker.add(evidence.corpus.analyses[analysis].fingerprint)
        }
        addWords(of: evidence.content(of: attribution), in: article, to: &maker)
        if let target = evidence.cue(of: attribution)?.target {
          addWords(of: target, in: article, to: &maker)
        }
      }
    }
  }

  private func addWords(
    of target: Target, in article: Int, to maker: inout FingerprintMaker
  ) {
    var text =
      target.field == .title
      ? evidence.corpus.articles[article].title : evidence.corpus.articles[article].body.text
    text.withUTF8 { utf8 in
      for span in target.spans {
        let words = utf8[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]
        maker.add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: words)))
      }
    }
  }

  var articleTable: Fingerprint {
    key.fingerprint {
      $0.add(things.articles)
      for article in evidence.articles { $0.add(article.attributions.count) }
    }
  }

  var claimTable: Fingerprint {
    key.fingerprint {
      for (index, claim) in evidence.claims.enumerated() {
        $0.add(claimRow(index))
        $0.add(claim.circles.count)
        for circle in claim.circles { $0.add(circle.bodies, of: things.entities) }
        let earliest = claim.earliest.candidates + claim.earliest.undated
        $0.add(earliest.count)
        for article in earliest { $0.add(evidence.corpus.articles[article].id) }
      }
    }
  }
}
