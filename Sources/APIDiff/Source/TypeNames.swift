import SwiftModel

/// Follows the names in type texts to the declarations they mean, so that types can be compared that are
/// written differently.
final class TypeNames {
  private let module: String
  private let types: [InterfaceType]
  private let indexes: [String: Int]
  /// New names of types that have another one in the other interface.
  private let renamed: [String: String]
  /// What texts come to, by scope: many types mention the same few.
  private var known: [[String]: [String: String]] = [:]
  private var knownExpanded: [[String]: [String: String]] = [:]

  init(_ interface: SwiftInterface, renamed: [String: String] = [:]) {
    module = interface.module
    types = interface.types
    indexes = Dictionary(interface.types.enumerated().map { ($1.name, $0) }) { first, _ in first }
    self.renamed = renamed
  }

  /// Whether the interface declares a type of this name.
  func declares(_ name: String) -> Bool { indexes[name] != nil }

  /// The text with every declared type under its full name, or under the one it has in the other interface.
  ///
  /// - Parameter expands: Whether aliases are replaced by what they stand for.
  func text(_ text: String, in scope: [String], expands: Bool = false) -> String {
    if let result = (expands ? knownExpanded : known)[scope]?[text] { return result }
    // Aliases in a circle are no declarations, so this ends.
    let result = Self.replacingNames(in: text) { name in
      guard let type = declaration(name, in: scope) else { return name }
      if expands, let aliased = type.aliased { return self.text(aliased, in: [], expands: true) }
      return renamed[type.name] ?? type.name
    }
    if expands {
      knownExpanded[scope, default: [:]][text] = result
    } else {
      known[scope, default: [:]][text] = result
    }
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
      if let index = indexes[full] { return types[index] }
    }
    guard name.hasPrefix(module + ".") else { return nil }
    return indexes[String(name.dropFirst(module.count + 1))].map { types[$0] }
  }

  /// The words that names in a type are made of.
  static func words(in text: String) -> [String] {
    text.utf8.split { !isOfName($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "`") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Replaces names, dots included, and leaves everything between them as it is.
  private static func replacingNames(in text: String, _ replacement: (String) -> String) -> String {
    var result = ""
    var rest = text.utf8[...]
    while let first = rest.first {
      let run = rest.prefix { isOfName($0) == isOfName(first) }
      rest = rest.dropFirst(run.count)
      let piece = String(decoding: run, as: UTF8.self)
      result += isOfName(first) ? replacement(piece.replacing("`", with: "")) : piece
    }
    return result
  }

  /// Whether a byte stands in a name, a path of names or the backticks around one; names may have letters of any
  /// language.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "`"), 0x80...:
      true
    default: false
    }
  }
}
