/// Texts that become names in Swift.
extension ConfigurationType where Value == String {
  private static let identifierPattern = "^[A-Za-z_][A-Za-z0-9_]*$"

  static let moduleName = text(pattern: identifierPattern).checked(ModuleName.problem)

  /// The name of a declaration. Keywords are fine: they are written in backticks.
  static let identifier = text(pattern: identifierPattern).checked { text in
    SwiftIdentifier.isPlain(text)
      ? nil : "is not an identifier: only letters, digits and '_' can be used, and no digit first"
  }

  /// A type, with or without its module.
  static let typeName = text(pattern: #"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$"#).checked {
    text in
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy(SwiftIdentifier.isPlain) ? nil : "is not the name of a Swift protocol"
  }

  static let acronym = text(pattern: "^[A-Za-z][A-Za-z0-9]*$").checked { text in
    SwiftIdentifier.isPlain(text) && !text.contains("_") ? nil : "is not a word of letters and digits"
  }
}
