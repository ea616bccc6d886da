import Diagnostics

/// The files of `content/`, found without following links out of it.
struct ContentFolder {
  /// Sorted by path, bytewise.
  private(set) var files: [ContentFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let source: String
  private let root: String

  /// - Parameter source: the folder that has `content/`.
  init(in source: String) {
    self.source = source
    root = FileSystem.resolved(source + "/content") ?? source + "/content"
    guard let entry = try? FileSystem.entry(at: source + "/content"), entry.kind == .folder else {
      report(
        "content/missing", "there is no folder “content” to read", "content",
        "run the command in the folder that has “content”, or name that folder by --source")
      return
    }
    walk()
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func walk() {
    // A list of its own, so that deep folders cannot exhaust the stack.
    var folders = [""]
    while let folder = folders.popLast() {
      do throws(FileSystem.Failure) {
        for entry in try FileSystem.entries(of: "\(source)/content/\(folder)") {
          guard entry.name.first != UInt8(ascii: ".") else { continue }
          guard let name = String(validating: entry.name, as: UTF8.self) else {
            let shown = String(decoding: entry.name, as: UTF8.self)
            report(
              "content/bad-name", "the file's name is not UTF-8", "content/\(folder)\(shown)",
              "rename it")
            continue
          }
          visit(entry, folder + name, &folders)
        }
      } catch {
        report(
          "content/unreadable", "the folder cannot be read: \(error.reason)", "content/\(folder)",
          "give the right to read it")
      }
    }
  }

  private mutating func visit(
    _ entry: FileSystem.Entry, _ path: String, _ folders: inout [String]
  ) {
    switch entry.kind {
    case .folder: folders.append(path + "/")
    case .file: add(path, entry)
    case .link: follow(path)
    case .other:
      report(
        "content/unknown-file", "this is no file, and is not read", "content/\(path)",
        "take it out of content/", .warning)
    }
  }

  private mutating func follow(_ path: String) {
    let resolved = FileSystem.resolved("\(source)/content/\(path)")
    guard let resolved, let entry = try? FileSystem.entry(at: resolved) else {
      report(
        "content/broken-link", "the link leads nowhere", "content/\(path)", "take it out")
      return
    }
    guard resolved.hasPrefix(root + "/") else {
      report(
        "content/link-outside", "the link leads out of content/", "content/\(path)",
        "put the file itself there")
      return
    }
    guard entry.kind == .file else {
      report(
        "content/link-to-folder", "links to folders are not followed", "content/\(path)",
        "take it out: the folder is read where it stands")
      return
    }
    add(path, entry)
  }

  private mutating func add(_ path: String, _ entry: FileSystem.Entry) {
    guard let kind = ContentFile.kind(ofPath: path) else {
      report(
        "content/unknown-file", "the file is not read: nothing of this name is expected here",
        "content/\(path)", ContentFile.remedy(forUnknownPath: path), .warning)
      return
    }
    files.append(
      ContentFile(
        path: "content/" + path, kind: kind, mark: entry.mark, device: entry.device))
  }

  private mutating func report(
    _ id: String, _ message: String, _ path: String, _ remedy: String,
    _ severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(severity, id, message, at: Place(file: path), remedy: remedy))
  }
}
