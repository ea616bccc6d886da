import Diagnostics

/// What cannot be read at all.
extension RecordWorker {
  func unread(_ file: ContentFile, at place: Place) {
    gathered.unreadPlaces.append(place)
    switch file.kind {
    case .article, .entityCard, .eventCard: gathered.unreadIDs.append(file.name)
    default: break
    }
  }

  func unreadable(_ file: ContentFile, _ reason: String) {
    gathered.diagnostics.append(
      Diagnostic(
        .error, "content/unreadable", "the file cannot be read: \(reason)",
        at: Place(file: file.path), remedy: "give the right to read it"))
    unread(file, at: Place(file: file.path))
  }

  func tooLarge(_ place: Place) {
    gathered.diagnostics.append(
      Diagnostic(
        .error, "content/too-large", "a document has 1 GiB at most", at: place,
        remedy: "split it; bulk files of any size are read line by line"))
  }

  func isUTF8(_ text: SourceText) -> Bool {
    let fault = text.bytes.withUnsafeBufferPointer { UTF8Validation.firstFault(in: $0) }
    guard let fault else { return true }
    let digits = String(text.bytes[fault], radix: 16, uppercase: true)
    gathered.diagnostics.append(
      Diagnostic(
        .error, "content/not-utf8",
        "the byte 0x\(digits.count < 2 ? "0" : "")\(digits) is not UTF-8 here",
        at: text.place(of: fault..<fault + 1),
        remedy: "save the file as UTF-8; Arabic files are sometimes in Windows-1256"))
    return false
  }
}
