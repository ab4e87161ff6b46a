/// What a document may ask of the machine. Each limit is far above what real descriptions need.
enum DocumentLimits {
  /// Objects and arrays within one another. Later stages may recurse this deep without harm.
  static let depth = 512

  /// Values in one document; the arena then takes about half a gigabyte.
  static let nodes = 10_000_000

  /// Bytes in one file: offsets into the file and into decoded text stay below 2³¹.
  static let bytes = 1 << 30

  /// Mistakes that are reported of one file.
  static let problems = 20
}
