/// A path below the output folder, in normal form: no empty, `.` or `..` components, no control characters.
///
/// What this type holds cannot lead out of the folder by its text; links on disk are another matter, see
/// ``OutputFolder``.
struct RelativePath: Sendable, Hashable {
  let text: String

  /// Nil when the text is not such a path.
  init?(_ text: String) {
    let components = text.split(separator: "/", omittingEmptySubsequences: false)
    let isNormal = components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
    guard isNormal, isPlain else { return nil }
    self.text = text
  }

  private init(prefix: Substring) {
    text = String(prefix)
  }

  /// The folders the path goes through, the outermost first.
  var folders: [RelativePath] {
    text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "/") }.map { RelativePath(prefix: text[..<$0]) }
  }

  /// The path as a file system sees it that takes capital and small letters for the same.
  var folded: String { text.lowercased() }
}

extension RelativePath: Comparable {
  static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.text < right.text
  }
}
