/// A path in normal form: no `.`, no empty and no avoidable `..` components. Nothing is looked up on disk.
struct FilePath: Hashable {
  let isAbsolute: Bool
  let components: [Substring]

  init(_ text: String) {
    self.init(isAbsolute: text.utf8.first == UInt8(ascii: "/"), components: text.split(separator: "/"))
  }

  private init(isAbsolute: Bool, components: [Substring]) {
    var normal: [Substring] = []
    for component in components where component != "." {
      if component == "..", let last = normal.last, last != ".." {
        normal.removeLast()
      } else if component != ".." || !isAbsolute {
        normal.append(component)
      }
    }
    self.isAbsolute = isAbsolute
    self.components = normal
  }

  /// The path as text; `.` for the empty relative path.
  var text: String {
    let joined = components.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// The folder the file stands in.
  var folder: FilePath {
    FilePath(isAbsolute: isAbsolute, components: components + [".."])
  }

  /// Another path as seen from this folder.
  func appending(_ other: FilePath) -> FilePath {
    guard !other.isAbsolute else { return other }
    return FilePath(isAbsolute: isAbsolute, components: components + other.components)
  }

  /// Whether the path is this folder or lies below it. Both must be absolute or start at the same folder.
  func contains(_ other: FilePath) -> Bool {
    isAbsolute == other.isAbsolute && other.components.starts(with: components)
      && other.components.dropFirst(components.count).first != ".."
  }
}
