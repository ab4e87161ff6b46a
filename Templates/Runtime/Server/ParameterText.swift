import ClientRuntime
import Foundation

/// Takes the values of lists apart, as the styles of OpenAPI write them.
nonisolated enum ParameterText {
  /// The values in a text that is still percent-encoded.
  ///
  /// - Throws: ``HandlerError`` with status 400 for text that is not percent-encoded correctly.
  static func texts(
    _ raw: Substring,
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool,
    isList: Bool
  ) throws -> [String] {
    let (text, separator) = try unwrapped(raw, name, style, explode: explode)
    let pieces = isList ? text.components(separatedBy: separator) : [String(text)]
    return try pieces.map { piece in
      guard let value = piece.removingPercentEncoding else {
        throw HandlerError.invalid(name, "is not percent-encoded correctly")
      }
      return value
    }
  }

  /// The text without what the style puts before it, and what separates values there.
  private static func unwrapped(
    _ raw: Substring,
    _ name: String,
    _ style: ParameterStyle,
    explode: Bool
  ) throws -> (text: Substring, separator: String) {
    switch style {
    case .label:
      guard raw.hasPrefix(".") else { throw HandlerError.invalid(name, "expected a value behind a dot") }
      return (raw.dropFirst(), explode ? "." : ",")
    case .matrix:
      let prefix = ";\(name)="
      guard raw.hasPrefix(prefix) else { throw HandlerError.invalid(name, "expected a value behind ;name=") }
      return (raw.dropFirst(prefix.count), explode ? prefix : ",")
    case .spaceDelimited:
      return (raw.replacingOccurrences(of: "+", with: "%20")[...], "%20")
    case .pipeDelimited:
      return (
        raw.replacingOccurrences(of: "%7c", with: "|").replacingOccurrences(of: "%7C", with: "|")[...], "|"
      )
    case .form:
      return (raw.replacingOccurrences(of: "+", with: "%20")[...], ",")
    case .simple, .deepObject:
      return (raw, ",")
    }
  }
}
