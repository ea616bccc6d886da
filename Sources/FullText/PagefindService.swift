import Foundation

/// Pagefind, running, asked and answering: messages are JSON in base64, each with a comma after it.
///
/// Not `Sendable`: a message waits for its answer.
final class PagefindService {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  /// What came after the last answer.
  private var received = Data()
  /// How many messages were sent, and how many of them were answered.
  private var sent: UInt32 = 0
  private var answered: UInt32 = 0

  /// How many answers may be waited for: so few that a pipe holds them all, since neither side reads
  /// while it writes.
  private static let patience = 32

  init(_ program: PagefindProgram) throws(PagefindError) {
    // A service that ends early is an error to be told, not the end of this program.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: program.executable)
    process.arguments = program.arguments + ["--service"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .failed("it does not start")
    }
  }

  deinit {
    // It ends when nobody can ask it any more.
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
  }

  private struct Message<Payload: Encodable>: Encodable {
    let message_id: UInt32
    let payload: Payload
  }

  private struct Reply: Decodable {
    struct Payload: Decodable {
      let type: String
      let message: String?
      let index_id: UInt32?
      let files: [File]?
    }
    let message_id: UInt32?
    let payload: Payload
  }

  struct File: Decodable {
    let path: String
    /// In base64.
    let content: String
  }

  struct Answer {
    let index: UInt32?
    let files: [File]
  }

  /// Sends a message of which the answer says no more than whether all is well. It may be waited for with
  /// a later one: meanwhile, each side works on another message.
  func tell(_ payload: some Encodable) throws(PagefindError) {
    try send(payload)
    while sent - answered > Self.patience { _ = try answer() }
  }

  func ask(_ payload: some Encodable) throws(PagefindError) -> Answer {
    try send(payload)
    while sent - answered > 1 { _ = try answer() }
    return try answer()
  }

  private func send(_ payload: some Encodable) throws(PagefindError) {
    sent += 1
    do {
      let message = try JSONEncoder().encode(Message(message_id: sent, payload: payload))
      try input.fileHandleForWriting.write(
        contentsOf: message.base64EncodedData() + [UInt8(ascii: ",")])
    } catch {
      throw .failed("it stopped")
    }
  }

  /// To the first message that has none yet.
  private func answer() throws(PagefindError) -> Answer {
    answered += 1
    let reply: Reply
    do {
      guard let data = Data(base64Encoded: try receive()) else {
        throw PagefindError.failed("its answer cannot be read")
      }
      reply = try JSONDecoder().decode(Reply.self, from: data)
    } catch let error as PagefindError {
      throw error
    } catch {
      throw .failed("it stopped, or answers otherwise than it should")
    }
    if reply.payload.type == "Error" {
      throw .failed(reply.payload.message ?? "it does not say why")
    }
    guard reply.message_id == answered else { throw .failed("it answers something else") }
    return Answer(index: reply.payload.index_id, files: reply.payload.files ?? [])
  }

  /// The bytes up to the next comma.
  private func receive() throws -> Data {
    var message = Data()
    while true {
      if let count = received.withUnsafeBytes({ $0.firstIndex(of: UInt8(ascii: ",")) }) {
        message += received.prefix(count)
        received = received.dropFirst(count + 1)
        return message
      }
      message += received
      received = output.fileHandleForReading.availableData
      guard !received.isEmpty else { throw PagefindError.failed("it stopped without an answer") }
    }
  }
}
