/// What each fault is told as.
extension JSONParser {
  func unexpectedEnd(_ wanted: String) -> SyntaxFault {
    SyntaxFault(
      id: "json/unexpected-end", message: "the JSON ends where \(wanted) should stand",
      range: bytes.count..<bytes.count,
      remedy: "see whether the file was cut off while it was written")
  }

  func unclosed(_ container: Int) -> SyntaxFault {
    let (name, closer) = tokens[container].kind == .object ? ("object", "}") : ("array", "]")
    return SyntaxFault(
      id: "json/unexpected-end", message: "the JSON ends inside an \(name)",
      range: bytes.count..<bytes.count,
      remedy: "close it with “\(closer)”, or see whether the file was cut off",
      notes: [("the \(name) begins here", tokens[container].source)])
  }

  func unclosedString(_ start: Int) -> SyntaxFault {
    SyntaxFault(
      id: "json/unexpected-end", message: "the JSON ends inside a string",
      range: start..<start + 1,
      remedy: "close the string with a double quote; a double quote inside it is written \\\"")
  }

  func unexpected(_ wanted: String, in container: Int?) -> SyntaxFault {
    let word = offset..<max(wordEnd(from: offset), offset + 1)
    var end = word.upperBound
    // A code point is shown whole.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[offset..<min(end, offset + 60)], as: UTF8.self)
    return SyntaxFault(
      id: "json/unexpected-character", message: "\(wanted) is expected here, not “\(text)”",
      range: offset..<end, remedy: remedy(for: text, wanted))
  }

  private func remedy(for text: String, _ wanted: String) -> String? {
    switch text {
    case "'", "‘", "’", "“", "”": "JSON quotes keys and strings with the double quote \" alone"
    case "/", "#": "JSON has no comments: take it out"
    case ",": "take the superfluous comma out"
    case "None", "undefined", "nil", "NULL", "Null": "write null, or leave the key out"
    case "True", "TRUE": "write true"
    case "False", "FALSE": "write false"
    case "NaN", "Infinity", "+Infinity", "inf", "nan": "JSON has no such number: leave the key out"
    default:
      if wanted.hasPrefix("a key") {
        "put the key in double quotes"
      } else if wanted.hasPrefix("a comma"), text == "\"" || text == "{" || text == "[" {
        "put a comma between the two; a double quote inside a string is written \\\""
      } else if wanted.hasPrefix("a comma") {
        "put a comma before it, or escape a double quote before it as \\\""
      } else if wanted == "a value" {
        "a value is a string in double quotes, a number, true, false, null, {…} or […]"
      } else {
        "put “:” between the key and its value"
      }
    }
  }

  func trailingComma(_ comma: Int) -> SyntaxFault {
    SyntaxFault(
      id: "json/trailing-comma", message: "a comma stands after the last item",
      range: comma..<comma + 1, remedy: "take the comma out: JSON allows none there")
  }

  func trailingText() -> SyntaxFault {
    SyntaxFault(
      id: "json/trailing-text", message: "something stands after the end of the JSON value",
      range: offset..<bytes.count,
      remedy: "keep one value; several records belong one a line in a .jsonl file")
  }

  func tooDeep() -> SyntaxFault {
    SyntaxFault(
      id: "json/too-deep", message: "the JSON nests deeper than \(Self.depthLimit) levels",
      range: offset..<offset + 1, remedy: "isnad/1 needs fewer than ten levels")
  }

  func badNumber(_ range: Range<Int>, hasLeadingZero: Bool) -> SyntaxFault {
    let text = String(decoding: bytes[range].prefix(60), as: UTF8.self)
    return SyntaxFault(
      id: "json/bad-number", message: "“\(text)” is not a JSON number", range: range,
      remedy: hasLeadingZero
        ? "take the leading zero out, or put a date or a code in double quotes"
        : "a number is written like 12, -3.5 or 1e6; put a date or a code in double quotes")
  }

  func badEscape(_ start: Int) -> SyntaxFault {
    var end = min(start + 2, bytes.count)
    if end > start + 1, bytes[start + 1] == UInt8(ascii: "u") {
      while end < min(start + 6, bytes.count), bytes[end] != UInt8(ascii: "\"") { end += 1 }
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return SyntaxFault(
      id: "json/bad-escape", message: "“\(text)” is not an escape of JSON", range: start..<end,
      remedy: "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits; "
        + "a backslash itself is written \\\\")
  }

  func loneSurrogate(_ range: Range<Int>) -> SyntaxFault {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return SyntaxFault(
      id: "json/lone-surrogate",
      message: "“\(text)” is half of a surrogate pair, which is no character", range: range,
      remedy: "write the character itself; the text was probably cut in the middle of an emoji")
  }

  func controlCharacter(stringStart: Int) -> SyntaxFault {
    let byte = bytes[offset]
    let digits = String(byte, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    if byte == 0x0A || byte == 0x0D {
      return SyntaxFault(
        id: "json/control-character", message: "the line ends inside a string",
        range: stringStart..<stringStart + 1,
        remedy: "close the string with a double quote, or write the line end as \\n")
    }
    let short = byte == 0x09 ? "\\t" : "\\u" + code.dropFirst(2)
    return SyntaxFault(
      id: "json/control-character", message: "the control character \(code) stands in a string",
      range: offset..<offset + 1, remedy: "write it as \(short)")
  }

  func duplicateKey(first: Int, second: Int) -> SyntaxFault {
    SyntaxFault(
      id: "json/duplicate-key", message: "the object has the key “\(keyText(second))” twice",
      range: tokens[second].source, remedy: "keep one of the two",
      notes: [("the first is here", tokens[first].source)])
  }
}
