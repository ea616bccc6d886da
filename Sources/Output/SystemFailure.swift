import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A system call's error number.
struct SystemFailure: Error, Sendable, Hashable {
  enum Kind: Sendable {
    case diskFull, notPermitted, readOnly, nameTooLong, tooManyOpenFiles, other
  }

  let code: Int32

  /// That of the call that failed last on this thread.
  static var last: SystemFailure { SystemFailure(code: errno) }

  var kind: Kind {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case EACCES, EPERM: .notPermitted
    case EROFS: .readOnly
    case ENAMETOOLONG: .nameTooLong
    case EMFILE, ENFILE: .tooManyOpenFiles
    default: .other
    }
  }

  /// In words, without a capital or a full stop.
  var reason: String {
    switch kind {
    case .diskFull: "the disk is full"
    case .notPermitted: "permission denied"
    case .readOnly: "the disk is read-only"
    case .nameTooLong: "the path is too long"
    case .tooManyOpenFiles: "too many open files"
    case .other: String(cString: strerror(code)).lowercased()
    }
  }

  /// What Foundation reports, by the system's number where it tells that.
  init(_ error: any Error) {
    let error = error as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let system = [error, underlying].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }
    code = system.map { Int32(truncatingIfNeeded: $0.code) } ?? EIO
  }

  init(code: Int32) {
    self.code = code
  }
}
