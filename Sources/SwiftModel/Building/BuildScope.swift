/// How much of the declarations of a package is built.
public enum BuildScope: Sendable, Hashable {
  /// Everything that is written into files.
  case everything
  /// What code that uses the package can mention: names, types and signatures, without documentation, examples, checks
  /// and tests. It takes about half the time.
  case interface
}
