import Diagnostics
import FlyingSocks
import Foundation

/// Why the preview cannot be served.
package struct PreviewError: Error, Sendable, Hashable {
  package let diagnostic: Diagnostic

  init(_ error: SocketError, port: UInt16) {
    guard case .failed(_, let code, let message) = error else {
      diagnostic = Diagnostic(
        .error, "preview/failed", "the preview ended: \(error.localizedDescription)",
        remedy: "start it again")
      return
    }
    diagnostic =
      switch code {
      case EADDRINUSE:
        Diagnostic(
          .error, "preview/port-in-use", "port \(port) is in use by another program",
          remedy: "choose another, as in --port \(port == .max ? 8080 : port + 1), or --port 0 for "
            + "any that is free")
      case EACCES:
        Diagnostic(
          .error, "preview/port-not-permitted", "port \(port) is for privileged programs only",
          remedy: "choose one above 1023, as in --port 8080")
      default:
        Diagnostic(
          .error, "preview/failed", "cannot listen on 127.0.0.1:\(port): \(message)",
          remedy: "choose another port, as in --port 8080")
      }
  }
}
