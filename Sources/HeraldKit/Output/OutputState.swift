/// How what stands on disk relates to what was generated.
enum OutputState: Sendable, Hashable {
  /// Generated, and not there yet.
  case missing
  /// Generated, and there with the same content.
  case current
  /// Generated, and there with a content that Herald wrote earlier.
  case outdated
  /// There as Herald wrote it, and no longer generated.
  case stale
  /// There with another content than Herald wrote; generated or not.
  case edited
  /// Generated, but a file that Herald never wrote stands at the path.
  case foreign
  /// Generated, but what stands at the path or above it can be no generated file, for the reason given.
  case blocked(path: String, reason: String)
}
