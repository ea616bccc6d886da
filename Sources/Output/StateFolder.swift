/// Where isnad keeps its own record in the output folder.
enum StateFolder {
  static let name = ".isnad"
  static let manifest = name + "/manifest"
  static let newManifest = name + "/manifest.new"
  static let lock = name + "/lock"
  static let cache = name + "/cache"
  static let newCache = name + "/cache.new"
  static let content = name + "/content"
  static let newContent = name + "/content.new"
  static let parts = name + "/parts"
  static let stage = name + "/stage"
}
