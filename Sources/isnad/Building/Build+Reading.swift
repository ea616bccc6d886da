import Corpus
import Diagnostics
import Evidence
import Fingerprint
import Mustache
import Site

/// From the content to what can be built.
extension Build {
  /// What the content says, and for a build that is to be remembered how it was read.
  func material(
    _ memory: Memory?, _ progress: ProgressLine?, _ watch: inout Stopwatch
  ) async -> (evidence: Evidence, diagnostics: [Diagnostic], reading: ReadContent?) {
    guard let memory else {
      let (corpus, diagnostics) = await read(progress)
      watch.lap(.read)
      let evidence = link(corpus, diagnostics, progress)
      watch.lap(.link)
      return (evidence, diagnostics, nil)
    }
    let kept = memory.read.take()
    let reading = await reader.read(
      after: kept, noting: memory.key, progress: self.progress(progress))
    watch.lap(.read)
    let known = kept.flatMap { kept in
      // Not even looked at where it would be of no use.
      reading.change != .all
        ? memory.content.evidence(of: kept.corpus, workers: jobs) : nil
    }
    let followed = known?.following(reading.corpus, reading.change)
    let evidence =
      followed ?? known?.relinked(reading.corpus, reading.change, workers: jobs)
      ?? link(reading.corpus, reading.diagnostics, progress)
    watch.lap(.link)
    return (
      evidence, reading.diagnostics, ReadContent(reading: reading, isFollowed: followed != nil)
    )
  }

  /// How the content was read.
  struct ReadContent: Sendable {
    let reading: NotedReading
    /// Whether nothing of the evidence had to be put together again.
    let isFollowed: Bool
  }

  package func read(
    _ progress: ProgressLine?, key: FingerprintKey? = nil
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    await CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs, key: key)
      .read(progress: self.progress(progress))
  }

  var reader: CorpusReader {
    CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs)
  }

  /// Tells how far reading is.
  func progress(_ line: ProgressLine?) -> CorpusReader.Progress {
    { done, total in
      line?.show(ProgressAmount(phase: "Reading", done: done, total: total, unit: .bytes))
    }
  }

  /// With errors in the content there is none: the templates are checked all the same, without it.
  package func link(
    _ corpus: Corpus, _ diagnostics: [Diagnostic], _ progress: ProgressLine?
  ) -> Evidence {
    progress?.show("Linking")
    return Evidence(diagnostics.hasErrors ? Corpus(site: corpus.site) : corpus, workers: jobs)
  }

  package func builder(
    _ evidence: Evidence, _ diagnostics: inout [Diagnostic]
  ) async -> SiteBuilder? {
    do throws(TemplateFolder.Unreadable) {
      let templates = try TemplateFolder(folder: source + "/templates")
      let options = SiteOptions(
        baseURL: baseURL ?? evidence.corpus.site.baseURL, generator: "isnad \(Isnad.version)",
        hasFullText: hasFullText(evidence), keepsAssetNames: isPreview)
      let builder = await SiteBuilder(evidence, templates, options)
      diagnostics += builder.diagnostics
      return builder
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// Nothing can be found where there is no text.
  private func hasFullText(_ evidence: Evidence) -> Bool {
    pagefind != nil && !evidence.articles.isEmpty
  }
}

extension TemplateFolder.Unreadable {
  fileprivate var diagnostic: Diagnostic {
    let place = Place(file: path.isEmpty ? "templates" : "templates/" + path)
    return switch reason {
    case .unreadable:
      Diagnostic(
        .error, "template/unreadable", "the file cannot be read, or is not UTF-8", at: place,
        remedy: "save it as UTF-8, or remove it")
    case .linkToFolder:
      Diagnostic(
        .error, "template/link-to-folder", "links to folders are not followed", at: place,
        remedy: "put the folder itself there")
    }
  }
}
