import Corpus
import Diagnostics
import Synchronization

/// Proves a built site against the content that it was built from, reading its files as a stranger
/// would: nothing of what made them is used.
package struct Verifier: Sendable {
  private let corpus: Corpus
  private let folder: String
  private let name: String
  private let baseURL: String?

  /// - Parameters:
  ///   - folder: the built site.
  ///   - name: how the folder is called in messages; `folder` itself when nil.
  ///   - baseURL: where the site was built to stand, with its final `/`.
  package init(corpus: Corpus, folder: String, name: String? = nil, baseURL: String?) {
    self.corpus = corpus
    self.folder = folder
    self.name = name ?? folder
    self.baseURL = baseURL
  }

  /// Every fault, in order, and how much was checked.
  ///
  /// - Parameter workers: at least 1.
  package func verify(workers: Int) async -> (diagnostics: [Diagnostic], tally: Tally) {
    let files = SiteFiles(folder: folder)
    guard !files.paths.isEmpty else {
      let empty = Diagnostic(
        .error, "verify/no-site", "there is no built site in \(name)", remedy: "run isnad build")
      return ([empty], Tally())
    }
    let ground = Ground(corpus, files, baseURL: baseURL)
    return conclude(ground, await read(ground, workers: workers))
  }

  /// What can be said when all files are read.
  package func conclude(_ ground: Ground, _ read: Findings) -> (
    diagnostics: [Diagnostic], tally: Tally
  ) {
    var findings = read
    let files = ground.files
    let fileName = { [name] (number: Int) in "\(name)/\(files.paths[number])" }
    var cross = CrossCheck(ground, findings, name: fileName)
    cross.run()
    var tables = TableCheck(ground, findings, name: fileName)
    tables.run()
    findings.tally.add(tables.tally)
    let all = findings.faults + cross.diagnostics + tables.diagnostics + missing(ground)
    return (all.inOrder(), findings.tally)
  }

  private func read(_ ground: Ground, workers: Int) async -> Findings {
    let next = Counter()
    return await withTaskGroup(of: Findings.self) { group in
      for _ in 0..<max(workers, 1) {
        group.addTask {
          var findings = Findings()
          while let number = next.take(below: ground.files.paths.count) {
            findings.append(read(number, ground))
          }
          return findings
        }
      }
      return await group.reduce(into: Findings()) { $0.append($1) }
    }
  }

  /// Which file is next, for all workers.
  private final class Counter: Sendable {
    private let next = Atomic(0)

    func take(below end: Int) -> Int? {
      let number = next.add(1, ordering: .relaxed).oldValue
      return number < end ? number : nil
    }
  }

  /// What one file says, by its number.
  package func read(_ number: Int, _ ground: Ground) -> Findings {
    var findings = Findings()
    let path = ground.files.paths[number]
    let article = ground.article(ofFileBeside: path)
    guard path.hasSuffix(".html") || path.hasSuffix(".xml") || article != nil else {
      return findings
    }
    do {
      let bytes = try ground.files.bytes(number)
      if let article {
        var check = AnnotationsCheck(
          ground.corpus.articles[article], bytes, name: "\(name)/\(path)")
        check.run(path)
        findings.tally.files = 1
        findings.tally.targets = check.targets
        findings.faults = check.faults.finish()
        return findings
      }
      bytes.withUnsafeBufferPointer { buffer in
        var reader = PageReader(ground, ground.page(number), buffer, name: "\(name)/\(path)")
        reader.read()
        findings = reader.findings
        findings.faults = reader.faults.finish()
      }
    } catch {
      findings.faults.append(.unreadable("\(name)/\(path)", error))
    }
    return findings
  }

  /// Every article has its page in every language.
  private func missing(_ ground: Ground) -> [Diagnostic] {
    ground.prefixes.flatMap { prefix in
      corpus.articles.compactMap { article in
        let path = "\(prefix)articles/\(article.id)/index.html"
        guard ground.files.number(path) == nil else { return nil }
        return Diagnostic(
          .error, "verify/no-page", "the article \(article.id) has no page",
          at: Place(file: "\(name)/\(path)"))
      }
    }
  }
}
