/// What text is made safe for.
public enum Escape: Sendable {
  case html
  case markdown
  /// As it is.
  case none

  public func append(_ text: String, to output: inout [UInt8]) {
    switch self {
    case .html: Escaping.html(text, into: &output)
    case .markdown: Escaping.markdown(text, into: &output)
    case .none: Escaping.raw(text, into: &output)
    }
  }

  public func append(_ number: Int, to output: inout [UInt8]) {
    Escaping.number(number, into: &output)
  }
}
