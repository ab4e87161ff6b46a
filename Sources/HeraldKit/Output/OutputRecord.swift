/// What earlier runs wrote: the manifest of the last run that ended, and the journal of one that did not.
struct OutputRecord: Sendable {
  let manifest: OutputManifest?
  /// What an interrupted run was about to write.
  let journal: OutputManifest?
  /// Every file that is Herald's.
  let paths: Set<RelativePath>

  init(manifest: OutputManifest?, journal: OutputManifest?) {
    self.manifest = manifest
    self.journal = journal
    paths = [manifest, journal].reduce(into: []) { paths, record in
      if let record { paths.formUnion(record.files.keys) }
    }
  }

  /// Whether the folder was ever written by Herald.
  var exists: Bool { manifest != nil || journal != nil }

  /// Whether a content is one that Herald wrote, or may have written, at a path.
  func wrote(_ bytes: [UInt8], at path: RelativePath) -> Bool {
    let hash = ContentHash(of: bytes)
    return manifest?.files[path] == hash || journal?.files[path] == hash
  }
}
