import Diagnostics
import Foundation
import Mustache
import Testing

/// The test files of the Mustache specification, which `fetch-spec.sh` brings.
///
/// Their data is of no declared form, so they are rendered in the lenient mode.
@Suite struct SpecificationTests {
  @Test(arguments: [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    "~dynamic-names", "~inheritance",
  ])
  func rendersAsTheSpecificationSays(file: String) throws {
    let cases = try SpecificationFile(named: file).cases
    #expect(cases.count > 10)
    for test in cases {
      let templates = Templates(
        files: test.partials.map { ($0.key + ".mustache", $0.value) }
          + [("the test.mustache", test.template)])
      #expect(templates.syntaxFaults == [], "\(test.name)")
      var renderer = Renderer(templates, isLenient: true)
      var output: [UInt8] = []
      do {
        try renderer.render("the test", test.data, into: &output)
      } catch {
        Issue.record("\(test.name): \(error.diagnostic)")
      }
      let text = String(decoding: output, as: UTF8.self)
      #expect(text == test.expected, "\(test.name): \(test.description)\n\(test.template)")
    }
  }
}

private struct SpecificationFile {
  struct Case {
    let name: String
    let description: String
    let data: Value
    let template: String
    let partials: [String: String]
    let expected: String
  }

  struct Missing: Error, CustomStringConvertible {
    let file: String
    var description: String {
      "\(file) is missing: run Tests/MustacheTests/fetch-spec.sh, or set MUSTACHE_SPEC to a folder "
        + "with the test files of the Mustache specification"
    }
  }

  let cases: [Case]

  init(named name: String) throws {
    let url = Self.folder.appending(component: name + ".json")
    guard let data = try? Data(contentsOf: url) else { throw Missing(file: url.path) }
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tests = try #require(json["tests"] as? [[String: Any]])
    cases = try tests.map { test in
      Case(
        name: try #require(test["name"] as? String), description: test["desc"] as? String ?? "",
        data: Value(json: test["data"] ?? [:]),
        template: try #require(test["template"] as? String),
        partials: test["partials"] as? [String: String] ?? [:],
        expected: try #require(test["expected"] as? String))
    }
  }

  private static var folder: URL {
    if let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] {
      return URL(filePath: folder)
    }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.appending(components: ".build", "mustache-spec")
  }
}

extension Value {
  fileprivate init(json: Any) {
    switch json {
    case let object as [String: Any]: self = .one(Record(object.mapValues { Value(json: $0) }))
    case let list as [Any]: self = .values(list.map { Value(json: $0) })
    case let text as String: self = .text(text)
    case let number as NSNumber:
      if CFBoolean.isBoolean(number) {
        self = .flag(number.boolValue)
      } else if let whole = Int(exactly: number.doubleValue) {
        self = .number(whole)
      } else {
        self = .text("\(number.doubleValue)")
      }
    default: self = .none
    }
  }
}

private enum CFBoolean {
  /// `JSONSerialization` makes `true` and 1 of one class; only their encodings differ.
  static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
