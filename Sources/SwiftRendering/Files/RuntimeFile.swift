/// A file of the runtime as a package carries it: what stands in a folder of the templates in one piece.
///
/// Here each type has a file of its own; there the compiler pays for each file, and nobody edits them.
struct RuntimeFile: Sendable {
  /// The name without an extension.
  let name: String
  /// The texts of the folder's files.
  let sources: [String]

  /// The text of the file: the imports of all, each once, and then their declarations.
  var text: String {
    if sources.count == 1 { return sources[0] }
    var imports = Imports()
    let declarations = sources.map { imports.takingImports(of: $0) }
    return ([imports.text] + declarations).joined(separator: "\n")
  }
}

/// The imports of several files.
private struct Imports {
  /// By module, the line that imports it, publicly if any does.
  private var lines: [String: Substring] = [:]
  /// The same for modules that some platforms lack.
  private var conditional: [String: Substring] = [:]

  /// The imports in front of a file with all of them.
  var text: String {
    let always = lines.sorted { $0.key < $1.key }.map { String($0.value) + "\n" }
    let sometimes = conditional.sorted { $0.key < $1.key }
      .map { "\n#if canImport(\($0.key))\n\($0.value)\n#endif\n" }
    return (always + sometimes).joined()
  }

  /// What follows the imports of a file.
  mutating func takingImports(of source: String) -> String {
    var rest = Substring(source)
    var condition: Substring?
    while !rest.isEmpty {
      let line = rest.prefix { $0 != "\n" }
      if line.hasPrefix("#if canImport(") {
        condition = line.dropFirst("#if canImport(".count).dropLast()
      } else if line == "#endif" {
        condition = nil
      } else if let module = Self.module(line) {
        add(line, of: module, isConditional: module == condition)
      } else if !line.isEmpty, line != "#else" {
        break
      }
      rest = rest.dropFirst(line.count + 1)
    }
    return String(rest)
  }

  private mutating func add(_ line: Substring, of module: Substring, isConditional: Bool) {
    let name = String(module)
    let known = isConditional ? conditional[name] : lines[name]
    if known?.hasPrefix("public ") == true { return }
    if isConditional { conditional[name] = line } else { lines[name] = line }
  }

  /// The module that a line imports; nil for any other line.
  private static func module(_ line: Substring) -> Substring? {
    let words = line.split(separator: " ")
    guard words.first == "import" || words.prefix(2) == ["public", "import"] else { return nil }
    return words.last
  }
}
