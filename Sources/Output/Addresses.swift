/// The paths that were put so far, which finds two that cannot both exist on one disk.
struct Addresses: Sendable {
  /// Folded path to path.
  private var files: [String: String] = [:]
  /// Folded folder to a file in it.
  private var folders: [String: String] = [:]

  mutating func claim(_ path: String) throws(OutputError) {
    try OutputPath.check(path)
    let key = OutputPath.folded(path)
    if let other = files[key] ?? folders[key] { throw .collision(path, with: other) }
    for folder in OutputPath.folders(of: key) {
      if let other = files[folder] { throw .collision(path, with: other) }
      // Whoever entered this folder entered those around it.
      if folders.updateValue(path, forKey: folder) != nil { break }
    }
    files[key] = path
  }

  /// The path that was put and may be the same file as this one.
  func path(like path: String) -> String? {
    files[OutputPath.folded(path)]
  }
}
