import Diagnostics

/// Why files could not be written, for the user.
package struct OutputError: Error, Sendable, Hashable {
  package let diagnostic: Diagnostic

  init(_ id: String, _ message: String, notes: [String] = [], remedy: String) {
    diagnostic = Diagnostic(
      .error, "output/\(id)", message, notes: notes.map { Diagnostic.Note($0) }, remedy: remedy)
  }
}

// MARK: Paths

extension OutputError {
  static func badPath(_ path: String, _ reason: String) -> OutputError {
    OutputError(
      "bad-path", "no file can be written at `\(path.shown)`: \(reason)",
      remedy: "give the article, entity, event, claim or page another id")
  }

  static func collision(_ path: String, with other: String) -> OutputError {
    guard !path.utf8.elementsEqual(other.utf8) else {
      return OutputError(
        "collision", "two pages have the same address: `\(path.shown)`",
        remedy: "give one of them another id")
    }
    return OutputError(
      "collision", "two files cannot stand side by side: `\(other.shown)` and `\(path.shown)`",
      notes: ["some disks do not tell upper case from lower, and a file cannot also be a folder"],
      remedy: "give one of them another id")
  }
}

// MARK: The output folder

extension OutputError {
  static func foreignFiles(_ paths: [String], in folder: String) -> OutputError {
    let shown = 10
    let names = paths.prefix(shown).map { "`\($0.shown)`" }
    let rest = paths.count > shown ? ["and \(paths.count - shown) more"] : []
    let message =
      paths.count == 1
      ? "\(names[0]) is in the way in \(folder), and isnad did not write it"
      : "\(paths.count) files are in the way in \(folder), and isnad did not write them"
    return OutputError(
      "foreign-file", message, notes: paths.count == 1 ? [] : names + rest,
      remedy: "move what is there, build into another folder (--output), or replace it with --force"
    )
  }

  static func foreignFolder(_ path: String, isLink: Bool, in folder: String) -> OutputError {
    let what = isLink ? "a symbolic link" : "a folder"
    return OutputError(
      "foreign-folder", "\(what), `\(path.shown)`, is in the way in \(folder)",
      remedy: "remove it by hand: isnad neither follows links nor empties folders it did not make")
  }

  static func protected(_ folder: String, _ reason: String) -> OutputError {
    OutputError(
      "protected-folder", "\(folder) cannot be the output folder: \(reason)",
      remedy: "name a folder that holds nothing but the site, as in --output public")
  }

  static func locked(_ folder: String) -> OutputError {
    OutputError(
      "locked", "another build is writing to \(folder)",
      remedy: "wait until it ends, or build into another folder (--output)")
  }

  static func badManifest(_ folder: String) -> OutputError {
    OutputError(
      "bad-manifest", "\(folder)/\(StateFolder.manifest) is not a list of files that isnad wrote",
      remedy: "remove that file, then build once with --force")
  }

  static let closed = OutputError(
    "closed", "a file was put after the output had ended", remedy: "report this as a bug of isnad")
}

// MARK: The system

extension OutputError {
  /// - Parameter action: what was tried, as in `write articles/x/index.html`.
  init(_ failure: SystemFailure, _ action: String) {
    let remedy =
      switch failure.kind {
      case .diskFull: "make room on the disk, or build to another one (--output)"
      case .notPermitted: "give yourself the right to write there, or choose another --output"
      case .readOnly: "choose an --output on a disk that can be written"
      case .nameTooLong: "choose shorter ids, or an --output folder nearer to the root"
      case .tooManyOpenFiles: "raise the limit of open files (ulimit -n), or lower --jobs"
      case .other: "see that the output folder is on a working disk"
      }
    let id =
      switch failure.kind {
      case .diskFull: "disk-full"
      case .notPermitted, .readOnly: "not-permitted"
      case .nameTooLong: "bad-path"
      case .tooManyOpenFiles, .other: "failed"
      }
    self.init(id, "cannot \(action): \(failure.reason)", remedy: remedy)
  }
}

extension String {
  /// Without control characters, which would rearrange a terminal.
  fileprivate var shown: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        scalars.append("\u{B7}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
