import SwiftModel

/// Follows the names in type texts to the declarations they mean, so that types can be compared that are
/// written differently.
final class TypeNames {
  private let module: String
  private let types: [String: InterfaceType]
  /// New names of types that have another one in the other interface.
  private let renamed: [String: String]
  private var known: [Key: String] = [:]

  private struct Key: Hashable {
    var text: String
    var scope: [String]
    var expands: Bool
  }

  init(_ interface: SwiftInterface, renamed: [String: String] = [:]) {
    module = interface.module
    types = Dictionary(interface.types.map { ($0.name, $0) }) { first, _ in first }
    self.renamed = renamed
  }

  /// The text with every declared type under its full name, or under the one it has in the other interface.
  ///
  /// - Parameter expands: Whether aliases are replaced by what they stand for.
  func text(_ text: String, in scope: [String], expands: Bool = false) -> String {
    let key = Key(text: text, scope: scope, expands: expands)
    if let result = known[key] { return result }
    // Aliases in a circle are no declarations, so this ends.
    let result = Self.replacingNames(in: text) { name in
      guard let type = declaration(name, in: scope) else { return name }
      if expands, let aliased = type.aliased { return self.text(aliased, in: [], expands: true) }
      return renamed[type.name] ?? type.name
    }
    known[key] = result
    return result
  }

  /// The declared types that a text mentions.
  func mentioned(in text: String, scope: [String]) -> [InterfaceType] {
    var found: [InterfaceType] = []
    _ = Self.replacingNames(in: text) { name in
      if let type = declaration(name, in: scope) { found.append(type) }
      return name
    }
    return found
  }

  /// The declaration that a name means in a type: the innermost that there is.
  private func declaration(_ name: String, in scope: [String]) -> InterfaceType? {
    for depth in stride(from: scope.count, through: 0, by: -1) {
      let full = (scope[..<depth] + [name]).joined(separator: ".")
      if let type = types[full] { return type }
    }
    guard name.hasPrefix(module + ".") else { return nil }
    return types[String(name.dropFirst(module.count + 1))]
  }

  /// Replaces names, dots included, and leaves everything between them as it is.
  private static func replacingNames(in text: String, _ replacement: (String) -> String) -> String {
    var result = ""
    var name = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "_" || character == "."
        || (character == "`")
      {
        if character != "`" { name.append(character) }
      } else {
        if !name.isEmpty { result += replacement(name) }
        name = ""
        result.append(character)
      }
    }
    return name.isEmpty ? result : result + replacement(name)
  }
}
