/// Names of generated modules.
public enum ModuleName {
  /// Longer titles are cut at a word.
  private static let maximumLength = 50
  /// What a name begins with that cannot begin as it does, or ends with that is taken.
  private static let filler = "API"

  /// Words of the language that cannot name a module.
  private static let keywords: Set<String> = [
    "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
    "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
    "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
    "throw",
    "throws", "true", "try", "typealias", "var", "where", "while", "_",
  ]

  /// Modules that generated code imports, or that every module sees.
  private static let importedModules: Set<String> = [
    "Builtin", "Darwin", "Foundation", "FoundationEssentials", "FoundationInternationalization",
    "FoundationNetworking",
    "Glibc", "HTTPTypes", "Musl", "Swift", "SwiftShims", "Synchronization", "Testing",
  ]

  /// Makes a module's name from an API's title: "Pet store (v2)" becomes `PetStoreV2`.
  ///
  /// Accents are dropped, as is what no identifier can hold. A title of which nothing is left gives `API`.
  public static func derive(from title: String) -> String {
    let plain = String(title.map(withoutAccent))
      .split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "'") }
      .map { $0.filter { $0 != "'" } }
    var name = ""
    for word in plain {
      guard name.isEmpty || name.count + word.count <= maximumLength else { break }
      name += word.prefix(1).uppercased() + word.dropFirst()
    }
    name = String(name.prefix(maximumLength))
    guard let first = name.utf8.first else { return filler }
    if SwiftIdentifier.isDigit(first) { name = filler + name }
    return problem(with: name) == nil ? name : name + filler
  }

  /// The letter that Unicode names a Latin letter with an accent after; anything else as it is.
  private static func withoutAccent(_ character: Character) -> Character {
    guard !character.isASCII, let scalar = character.unicodeScalars.first else { return character }
    if scalar.isASCII { return Character(scalar) }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1, words[4] == "WITH"
    else { return character }
    return Character(words[1] == "SMALL" ? words[3].lowercased() : String(words[3]))
  }

  /// Why a text cannot name a module, beginning with a verb; nil when it can.
  public static func problem(with name: String) -> String? {
    if !SwiftIdentifier.isPlain(name) {
      return "is not an identifier: only letters, digits and '_' can be used, and no digit first"
    }
    if keywords.contains(name) { return "is a keyword of Swift" }
    if importedModules.contains(name) { return "is the name of a module that the generated code uses" }
    return nil
  }
}
