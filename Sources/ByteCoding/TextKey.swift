#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A text with the bytes that it has: strings of Swift are equal where their bytes may differ, and are
/// slow to hash outside ASCII.
///
/// Public and inlinable, so that a dictionary of such keys is compiled where it is used.
public struct TextKey: Hashable, Sendable {
  public let text: String

  @inlinable public init(_ text: String) {
    self.text = text
  }

  @inlinable public static func == (left: TextKey, right: TextKey) -> Bool {
    var (left, right) = (left.text, right.text)
    guard left.utf8.count == right.utf8.count else { return false }
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let start = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(start, other, left.count) == 0
      }
    }
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
