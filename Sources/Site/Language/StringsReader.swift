import Diagnostics
import Yams

/// Reads and checks a strings file.
struct StringsReader {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var texts: [String: String] = [:]
  private var counted: [String: [String: CountedForm]] = [:]
  private var rules: [(category: String, rule: String)] = []

  /// - Parameter file: as diagnostics name it: `templates/strings/ar.yaml`.
  init(file: String, text: String) {
    self.file = file
    read(text)
  }

  /// - Parameter model: a complete set of strings; what is missing here is taken from it, and told.
  mutating func strings(lang: String, completedFrom model: Strings?) -> Strings {
    var plurals = model?.plurals
    do {
      plurals = try PluralRules(rules)
    } catch {
      fault(
        "strings/plural-rule", "The plural rule “\(error.rule)” cannot be read",
        "write it as CLDR does: n % 100 = 3..10")
    }
    if let model {
      let missing =
        model.texts.keys.filter { texts[$0] == nil }.sorted()
        + model.counted.keys.filter { counted[$0] == nil }.sorted()
      for path in missing {
        fault("strings/missing", "“\(path)” is missing", "add it; templates/strings/en.yaml has it")
      }
      texts.merge(model.texts) { own, _ in own }
      counted.merge(model.counted) { own, _ in own }
    }
    return Strings(
      lang: lang, texts: texts, counted: counted, plurals: plurals ?? PluralRules())
  }

  private mutating func read(_ text: String) {
    do {
      guard let root = try Yams.compose(yaml: text, .basic), let mapping = root.mapping else {
        return fault("strings/shape", "A strings file is a map", "see templates/strings/en.yaml")
      }
      for (key, value) in mapping {
        switch key.string ?? "" {
        case "plural":
          for (category, rule) in value.mapping ?? [:] {
            rules.append((category.string ?? "", rule.string ?? ""))
          }
        case "counted":
          for (name, forms) in value.mapping ?? [:] {
            for (category, form) in forms.mapping ?? [:] {
              counted[name.string ?? "", default: [:]][category.string ?? ""] =
                form.string.map { CountedForm($0) }
            }
          }
        case let name: flatten(value, path: name)
        }
      }
    } catch let error as YamlError {
      fault("strings/yaml", "This is not YAML: \(error)", "mend the line that it names")
    } catch {
      fault("strings/yaml", "This is not YAML: \(error)", "mend the file")
    }
  }

  private mutating func flatten(_ node: Node, path: String) {
    if let mapping = node.mapping {
      for (key, value) in mapping { flatten(value, path: "\(path).\(key.string ?? "")") }
    } else {
      texts[path] = node.string ?? ""
    }
  }

  private mutating func fault(_ id: String, _ message: String, _ remedy: String) {
    diagnostics.append(Diagnostic(.error, id, message, at: Place(file: file), remedy: remedy))
  }
}
