import Diagnostics

/// A page that could not be rendered.
package struct RenderFailure: Error, Sendable {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
