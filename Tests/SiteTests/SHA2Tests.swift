import Testing

import Site

/// The examples of FIPS 180-4, and lengths around the end of a block.
@Suite("SHA-2")
struct SHA2Tests {
  private static let long =
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
    + "mnopqrstnopqrstu"

  @Test(
    "SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (long, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    ])
  func sha256(text: String, digest: String) {
    #expect(SHA2.hex(SHA2.sha256(Array(text.utf8))) == digest)
  }

  @Test(
    "SHA-384",
    arguments: [
      (
        "",
        "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b"
      ),
      (
        "abc",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
      ),
      (
        long,
        "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039"
      ),
    ])
  func sha384(text: String, digest: String) {
    #expect(SHA2.hex(SHA2.sha384(Array(text.utf8))) == digest)
  }

  @Test("Every length up to some blocks", arguments: [(64, 56), (128, 112)])
  func padding(block: Int, room: Int) {
    // Where the length has no room left, a block more is taken: no two of these are alike.
    let lengths = [
      0, 1, room - 2, room - 1, room, room + 1, block - 1, block, block + 1, 3 * block,
    ]
    let all = lengths.map { Array(repeating: UInt8(ascii: "a"), count: $0) }
    #expect(Set(all.map(SHA2.sha256)).count == lengths.count)
    #expect(Set(all.map(SHA2.sha384)).count == lengths.count)
  }
}
