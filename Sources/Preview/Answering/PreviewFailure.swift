import Diagnostics

/// Why a file of the site cannot be shown.
package struct PreviewFailure: Error, Sendable, Hashable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// - Parameter error: of any kind; what is no `PreviewFailure` is a fault of the program.
  init(_ error: any Error, path: String) {
    self =
      error as? PreviewFailure
      ?? PreviewFailure([
        Diagnostic(
          .error, "site/failed", "\(path) could not be built: \(error)",
          remedy: "report this as a bug of isnad, with the content that causes it")
      ])
  }
}
