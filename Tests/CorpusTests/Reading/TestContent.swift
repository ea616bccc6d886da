import Diagnostics
import Foundation

import Corpus

/// A folder with a `content/`, which is taken away with its owner.
final class TestContent {
  let source: String

  init(_ files: [String: String] = [:]) throws {
    source = FileManager.default.temporaryDirectory.path + "/corpus-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: source + "/content", withIntermediateDirectories: true)
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: source)
  }

  /// - Parameter path: under `content/`.
  func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(fileURLWithPath: "\(source)/content/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(source)/content/\(path)")
  }

  func read(
    jobs: Int = 1, includesDrafts: Bool = false
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    await CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs).read()
  }
}

/// The folder of the package, and what may stand beside it.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The corpora that are handed around with the project but not kept in it.
  static let shared: String? = {
    let path = ProcessInfo.processInfo.environment["ISNAD_SHARED"] ?? root + "/../shared"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static func hasShared(_ file: String) -> Bool {
    shared.map { FileManager.default.fileExists(atPath: "\($0)/\(file)") } ?? false
  }

  static func sharedBytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(shared ?? "")/\(file)")))
  }
}

/// How many of everything a corpus has.
struct Figures: Equatable {
  var articles = 0
  var codePoints = 0
  var entities = 0
  var mentions = 0
  var events = 0
  var attributions = 0
  var longChains = 0
  var labels = 0
  var times = 0
  var discontinuous = 0

  init(_ corpus: Corpus) {
    articles = corpus.articles.count
    codePoints = corpus.articles.reduce(0) { $0 + $1.body.text.unicodeScalars.count }
    entities = Set(corpus.analyses.flatMap { $0.entities.map(\.id) }).count
    events = Set(corpus.analyses.flatMap { $0.events.map(\.id) }).count
    for analysis in corpus.analyses {
      mentions += analysis.mentions.count
      attributions += analysis.attributions.count
      longChains += analysis.attributions.count { $0.chain.count > 1 }
      labels += analysis.labels.count
      times += analysis.times.count
      let targets =
        analysis.mentions.map(\.target) + analysis.times.map(\.target)
        + analysis.events.flatMap(\.targets) + analysis.attributions.map(\.content)
        + analysis.attributions.compactMap(\.cue?.target) + analysis.labels.map(\.target)
      discontinuous += targets.count(where: \.isDiscontinuous)
    }
  }
}
