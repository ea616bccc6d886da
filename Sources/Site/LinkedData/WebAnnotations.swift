import Corpus
import Evidence

/// What the analyses of one article mark in it, by the Web Annotation Data Model of the W3C: a
/// collection of annotations with all of them in its one page.
///
/// It says the same in every language of the interface, and is written for the first. Its identifiers
/// are relative, and its context names the address from which they lead where that is known, since
/// they would be most of the file else.
struct WebAnnotations {
  let views: Views
  let nodes: LinkedNodes
  let identifiers: Identifiers
  /// An index into `Corpus.articles`.
  let article: Int
  var json: JSONWriter
  private var count = 0
  /// The article's page, as what marks are named from, and as what the title stands in.
  let page: String
  /// The way to the site's root, as in a JSON string.
  private let root: [UInt8]
  /// The members that all annotations of the analysis at hand have: who made them, and when.
  private var provenance: [UInt8] = []

  /// The file, and that of the text which its positions count in.
  static let file = "annotations.jsonld"
  static let textFile = "text.txt"

  init(of article: Int, views: Views, nodes: LinkedNodes, isServed: Bool) {
    self.article = article
    self.views = views
    self.nodes = nodes
    let route = views.routes.article(views.corpus.articles[article].id)
    identifiers = Identifiers(root: route.root, isServed: isServed, first: views.routes)
    root = identifiers.siteJSON
    page = isServed ? "./" : route.file
    let mentions = views.evidence.articles[article].analyses.reduce(0) {
      $0 + views.corpus.analyses[$1].mentions.count
    }
    json = JSONWriter(capacity: (mentions + Self.others) * Self.size)
  }

  /// How many annotations an article has beside its mentions, and the bytes of one: about as many.
  private static let others = 32
  private static let size = 512

  /// - Parameter base: the address of the article's folder, where it is known.
  mutating func document(base: String?, generator: String) {
    let evidence = views.evidence.articles[article]
    json.beginObject()
    context(base)
    json.add("id", Self.file)
    json.add("type", "AnnotationCollection")
    json.add("label", views.corpus.articles[article].title)
    json.beginObject("generator")
    json.add("type", "Software")
    json.add("name", generator)
    json.end()
    creators(evidence.analyses)
    json.beginObject("first")
    json.add("id", "\(Self.file)#page")
    json.add("type", "AnnotationPage")
    json.add("partOf", Self.file)
    json.add("startIndex", 0)
    json.beginArray("items")
    for analysis in evidence.analyses {
      provenance = provenance(of: analysis)
      add(analysis)
    }
    json.end()
    json.end()
    json.add("total", count)
  }

  consuming func finish() -> [UInt8] {
    var bytes = json.finish()
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func context(_ base: String?) {
    let vocabulary = "http://www.w3.org/ns/anno.jsonld"
    guard let base else { return json.add("@context", vocabulary) }
    json.beginArray("@context")
    json.add(vocabulary)
    json.beginObject()
    json.add("@base", base)
    json.end()
    json.end()
  }

  /// Who made the annotations, once; each refers to its own.
  private mutating func creators(_ analyses: Range<Int>) {
    let known = analyses.filter { views.corpus.analyses[$0].generator != nil }
    guard !known.isEmpty else { return }
    json.beginArray("creator")
    for number in known {
      guard let generator = views.corpus.analyses[number].generator else { continue }
      json.beginObject()
      json.add("id", creator(number))
      switch generator.method {
      case .human: json.add("type", "Person")
      case .model, .rules: json.add("type", "Software")
      case nil: break
      }
      json.add("name", generator.name + (generator.version.map { " \($0)" } ?? ""))
      json.end()
    }
    json.end()
  }

  private func creator(_ analysis: Int) -> String {
    let first = views.evidence.articles[article].analyses.lowerBound
    return "\(Self.file)#analysis-\(analysis - first + 1)"
  }

  private func provenance(of analysis: Int) -> [UInt8] {
    guard let generator = views.corpus.analyses[analysis].generator else { return [] }
    var json = JSONWriter()
    json.add("creator", creator(analysis))
    json.add("created", generator.at?.instant.map(Instant.text))
    return json.finish()
  }

  // MARK: Annotations

  /// Opens an annotation with several bodies, which `end` closes when they are written.
  mutating func begin(_ fragment: String, _ motivation: StaticString) {
    open(fragment, motivation)
    json.beginArray("body")
  }

  mutating func end(_ target: Target) {
    json.end()
    close(target)
  }

  /// An annotation that only says what the words stand for, as most do.
  mutating func identify(_ target: Target, _ fragment: String, as thing: LinkedNode) {
    open(fragment, "identifying")
    json.separate()
    json.write("\"body\":")
    identifier(of: thing)
    close(target)
  }

  /// Relative to the file, as a JSON string.
  mutating func identifier(of thing: LinkedNode) {
    json.write("\"")
    json.write(root)
    json.write(thing.address)
  }

  private mutating func open(_ fragment: String, _ motivation: StaticString) {
    json.breakLine()
    json.beginObject()
    json.separate()
    json.write("\"id\":\"")
    json.write(passage: page)
    json.write("#")
    json.write(passage: fragment)
    json.write("\",\"type\":\"Annotation\",\"motivation\":\"")
    json.write(motivation)
    json.write("\"")
    if !provenance.isEmpty {
      json.separate()
      json.write(provenance)
    }
    count += 1
  }

  private mutating func close(_ target: Target) {
    if target.isDiscontinuous {
      json.beginArray("target")
      for span in target.spans {
        json.beginObject()
        place(span, target.field)
        json.end()
      }
      json.end()
    } else {
      json.beginObject("target")
      place(target.first, target.field)
      json.end()
    }
    json.end()
  }
}

extension EDTF {
  /// Seconds since 1970-01-01T00:00Z, where it is a time and not a day or more.
  fileprivate var instant: Int64? {
    guard case .date(let moment) = form, moment.secondOfDay != nil else { return nil }
    return earliest
  }
}
