/// What stands at a path. A symbolic link is itself, not what it leads to.
enum FileKind: Sendable, Hashable {
  case file
  case folder
  case symbolicLink
  /// A device, a socket or a pipe.
  case other
}
