/// A path in normal form: no `.`, no empty and no avoidable `..` components. Nothing is looked up on disk.
///
/// Components are bytes, as they are for the system: strings would find `é` and `e` with an accent equal.
struct FilePath: Hashable {
  private typealias Component = [UInt8]

  private static let here = Component(".".utf8)
  private static let above = Component("..".utf8)

  private let isAbsolute: Bool
  private let components: [Component]

  init(_ text: String) {
    self.init(
      isAbsolute: text.utf8.first == UInt8(ascii: "/"),
      components: text.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    )
  }

  private init(isAbsolute: Bool, components: [Component]) {
    var normal: [Component] = []
    for component in components where component != Self.here {
      if component == Self.above, let last = normal.last, last != Self.above {
        normal.removeLast()
      } else if component != Self.above || !isAbsolute {
        normal.append(component)
      }
    }
    self.isAbsolute = isAbsolute
    self.components = normal
  }

  /// The path as text; `.` for the empty relative path.
  var text: String {
    let joined = components.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// The folder that the file or folder stands in.
  var folder: FilePath {
    FilePath(isAbsolute: isAbsolute, components: components + [Self.above])
  }

  /// The last component as a path of its own; nil where none of its own is left, as in `/` and `..`.
  var name: FilePath? {
    guard let last = components.last, last != Self.above else { return nil }
    return FilePath(isAbsolute: false, components: [last])
  }

  /// Another path as seen from this folder.
  func appending(_ other: FilePath) -> FilePath {
    guard !other.isAbsolute else { return other }
    return FilePath(isAbsolute: isAbsolute, components: components + other.components)
  }

  /// Whether an absolute path is this folder or lies below it.
  func contains(_ other: FilePath) -> Bool {
    isAbsolute == other.isAbsolute && other.components.starts(with: components)
  }
}
