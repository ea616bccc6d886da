/// What a section finds in a field.
public enum Presence: Sendable {
  /// Nothing, or a list of nothing: the section is skipped.
  case absent
  case flag
  /// Text or a number.
  case scalar
  /// A model, or a list: the section has to ask for it.
  case part
}

extension Value {
  /// Of the value of a field whose kind is only known when it is there.
  public var presence: Presence {
    switch self {
    case .none: .absent
    case .flag(let flag): flag ? .flag : .absent
    case .text, .html, .placeholder, .gap, .number: .scalar
    case .one: .part
    case .many(let models): models.count > 0 ? .part : .absent
    case .texts(let texts): texts.isEmpty ? .absent : .part
    case .values(let values): values.isEmpty ? .absent : .part
    }
  }
}
