import Fingerprint

/// What a build leaves as it was without making it, and what it keeps for the next.
extension DiskOutput {
  /// Whether a file is ours, and as it was. Links on the way to it are found at the end, by `finish`.
  package func isUntouched(_ file: MarkedFile) -> Bool {
    old.contains(file.path) && folder.mark(of: file.path) == file.mark
  }

  /// Takes a file into the site as it is, which `isUntouched` was said of. It counts as unchanged.
  package func keep(_ file: MarkedFile) throws(OutputError) {
    let place = old.index(of: file.path)
    try state.withLock { (state) throws(OutputError) in
      guard state.isOpen else { throw .closed }
      try state.paths.claim(file.path, at: place)
      state.bytes += Int(file.mark.size)
      state.unchanged += 1
    }
  }

  /// The files that were put, with what they are known by, in no order; those that are kept are not
  /// among them.
  package var marks: [MarkedFile] { state.withLock { $0.marks } }

  /// What the list of our files is known by, once `finish` has written it.
  package var manifestMark: FileMark? { folder.mark(of: StateFolder.manifest) }

  /// What the last build kept; `nil` where there is nothing, or nothing that can be read.
  package var cache: [UInt8]? { try? folder.read(StateFolder.cache) }

  /// Keeps something for the next build, for as long as it fits what is there; nobody else may read it.
  /// To be called after `finish`.
  ///
  /// A build without it is a full one: that it could not be written keeps nobody from anything, and
  /// what an earlier build kept still tells the truth of the files that are as they were then.
  package func keepCache(_ bytes: [UInt8]) {
    stage(bytes, as: StateFolder.newCache)
    _ = keep(StateFolder.newCache, as: StateFolder.cache)
  }

  /// The files in which parts of the content are kept; `nil` where there can be none.
  package var parts: PartFiles? { PartFiles(in: folder, path, makesFolder: true) }

  /// Writes what names the parts of the content that was read, to be kept on the same terms. It may be
  /// called while `finish` is at work.
  package func stageContent(_ bytes: [UInt8]) {
    stage(bytes, as: StateFolder.newContent)
  }

  /// Keeps what was staged of the content, if anything was. To be called after `finish`.
  ///
  /// - Returns: whether it is kept.
  package func keepContent() -> Bool {
    keep(StateFolder.newContent, as: StateFolder.content)
  }

  private func stage(_ bytes: [UInt8], as new: String) {
    do throws(SystemFailure) {
      try folder.writePrivate(bytes, to: new)
    } catch {
      try? folder.removeFile(new)
    }
  }

  private func keep(_ new: String, as path: String) -> Bool {
    do throws(SystemFailure) {
      guard try folder.kind(of: new) != nil else { return false }
      try folder.rename(new, to: path)
      return true
    } catch {
      try? folder.removeFile(new)
      return false
    }
  }
}
