import SwiftModel

/// Makes the runtime's files part of a package.
struct RuntimeAdaptation {
  let package: SwiftPackage

  /// The text with the access level and the module names of the package; whatever else stands in it stays.
  func adapted(_ text: String) -> String {
    let access = RenderingStyle(accessLevel: package.accessLevel).access
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in adapted(line: line, access: access) }
      .joined(separator: "\n")
  }

  private func adapted(line: Substring, access: String) -> String {
    let indentation = line.prefix { $0 == " " }
    let rest = line.dropFirst(indentation.count)
    if rest.hasPrefix("//") { return String(line) }
    var words = rest.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.contains("import"), let last = words.last {
      words[words.count - 1] = moduleName(last)
    }
    var result = words.joined(separator: " ")
    if let position = words.firstIndex(of: "public") {
      words[position] = access.isEmpty ? "" : package.accessLevel.rawValue
      if access.isEmpty { words.remove(at: position) }
      result = words.joined(separator: " ")
    }
    // `public internal(set)` and its like say nothing where everything is internal.
    if access.isEmpty, result.hasPrefix("internal(set) ") { result.removeFirst("internal(set) ".count) }
    return indentation + result
  }

  private func moduleName(_ name: String) -> String {
    switch name {
    case "ClientRuntime": package.names.module
    case "ServerRuntime": package.names.serverModule
    default: name
    }
  }
}
