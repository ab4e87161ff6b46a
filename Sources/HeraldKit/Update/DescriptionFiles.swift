import SourceDocuments

/// The files that a description consists of, to be put in place of those of another one.
struct DescriptionFiles {
  struct File {
    /// The path from the folder of the description.
    var path: String
    var bytes: [UInt8]
  }

  /// The description itself, whatever its name.
  let main: [UInt8]
  /// What it refers to, directly or not.
  let others: [File]

  /// Where each file goes when the description stands at a path, the description first.
  func targets(at description: String) -> [File] {
    let folder = Self.components(description).dropLast()
    return [File(path: description, bytes: main)]
      + others.map { file in
        File(
          path: Self.text(folder + Self.components(file.path)[...], isAbsolute: description.hasPrefix("/")),
          bytes: file.bytes
        )
      }
  }

  /// A path as seen from the folder of another one.
  static func relative(_ path: String, to other: String) -> String {
    let (path, folder) = (components(path), components(other).dropLast())
    let shared = zip(path, folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + path[shared...]).joined(separator: "/")
  }

  /// Whether a path lies in a folder, as far as their names say.
  static func lies(_ path: String, in folder: String) -> Bool {
    let (path, folder) = (normal(components(path)[...]), normal(components(folder)[...]))
    return path.starts(with: folder) && path.dropFirst(folder.count).first != ".."
  }

  private static func components(_ path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  private static func normal(_ components: ArraySlice<String>) -> [String] {
    components.reduce(into: []) { result, component in
      if component == "..", let last = result.last, last != ".." {
        result.removeLast()
      } else {
        result.append(component)
      }
    }
  }

  private static func text(_ components: ArraySlice<String>, isAbsolute: Bool) -> String {
    (isAbsolute ? "/" : "") + normal(components).joined(separator: "/")
  }
}
