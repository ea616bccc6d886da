import Foundation

/// Pagefind, running, asked and answering: messages are JSON in base64, each with a comma after it.
///
/// Not `Sendable`: a message waits for its answer.
final class PagefindService {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received: [UInt8] = []

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
    let message_id = 1
    let payload: Payload
  }

  private struct Reply: Decodable {
    struct Payload: Decodable {
      let type: String
      let message: String?
      let index_id: UInt32?
      let files: [File]?
    }
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

  func ask(_ payload: some Encodable) throws(PagefindError) -> Answer {
    let reply: Reply
    do {
      let question = try JSONEncoder().encode(Message(payload: payload)).base64EncodedData()
      try input.fileHandleForWriting.write(contentsOf: question + [UInt8(ascii: ",")])
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
    return Answer(index: reply.payload.index_id, files: reply.payload.files ?? [])
  }

  /// The bytes up to the next comma.
  private func receive() throws -> Data {
    var looked = 0
    while true {
      if let end = received[looked...].firstIndex(of: UInt8(ascii: ",")) {
        let message = Data(received[..<end])
        received.removeSubrange(...end)
        return message
      }
      looked = received.count
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw PagefindError.failed("it stopped without an answer") }
      received += more
    }
  }
}
