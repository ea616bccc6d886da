extension JSONParser {
  /// A key that an object has twice is a fault: readers of JSON disagree on which of them counts.
  func checkKeys(of object: Int) throws(SyntaxFault) {
    var keys: [Int] = []
    var key = object + 1
    // Nearly all objects have few keys, for which comparing each pair needs no memory.
    var count = 0
    while key < tokens.count {
      count += 1
      key = Int(tokens[key + 1].next)
    }
    guard count > 1 else { return }
    if count > 24 {
      keys.reserveCapacity(count)
      key = object + 1
      while key < tokens.count {
        keys.append(key)
        key = Int(tokens[key + 1].next)
      }
      try checkSorted(keys)
      return
    }
    key = object + 1
    while key < tokens.count {
      var other = object + 1
      while other < key {
        if order(other, key) == 0 { throw duplicateKey(first: other, second: key) }
        other = Int(tokens[other + 1].next)
      }
      key = Int(tokens[key + 1].next)
    }
  }

  private func checkSorted(_ keys: [Int]) throws(SyntaxFault) {
    let sorted = keys.sorted { left, right in
      let order = order(left, right)
      return order == 0 ? left < right : order < 0
    }
    var fault: (first: Int, second: Int)?
    for (left, right) in zip(sorted, sorted.dropFirst()) where order(left, right) == 0 {
      if let known = fault, known.second < right { continue }
      fault = (left, right)
    }
    if let fault { throw duplicateKey(first: fault.first, second: fault.second) }
  }

  /// Below 0, 0 or above 0: by length, then bytewise.
  private func order(_ left: Int, _ right: Int) -> Int {
    let (a, b) = (tokens[left], tokens[right])
    let difference = a.content.count - b.content.count
    guard difference == 0 else { return difference }
    for step in 0..<a.content.count {
      let difference = Int(byte(a, step)) - Int(byte(b, step))
      if difference != 0 { return difference }
    }
    return 0
  }

  private func byte(_ token: Token, _ step: Int) -> UInt8 {
    let offset = token.content.lowerBound + step
    return token.isUnescaped ? scratch[offset] : bytes[offset]
  }

  /// For a message; bounded.
  func keyText(_ key: Int) -> String {
    let token = tokens[key]
    let content = token.content.prefix(200)
    return String(
      decoding: content.map { token.isUnescaped ? scratch[$0] : bytes[$0] }, as: UTF8.self)
  }
}
