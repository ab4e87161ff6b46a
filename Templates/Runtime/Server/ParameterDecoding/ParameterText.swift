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
    if isList && text.isEmpty { return [] }
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
    case .simple, .deepObject, .cookie:
      return (raw, ",")
    }
  }

  /// The members in texts that are names and values in turn, or, exploded, pairs with an equals sign.
  ///
  /// - Throws: ``HandlerError`` with status 400 for a name without a value.
  static func members(_ texts: [String], _ name: String, explode: Bool) throws -> TextDecoder.Node {
    var members: [(name: String, value: String)] = []
    if explode {
      for text in texts {
        let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw HandlerError.invalid(name, "expected member=value") }
        members.append((String(pair[0]), String(pair[1])))
      }
    } else {
      guard texts.count.isMultiple(of: 2) else {
        throw HandlerError.invalid(name, "expected names and values in turn")
      }
      for index in stride(from: 0, to: texts.count, by: 2) {
        members.append((texts[index], texts[index + 1]))
      }
    }
    return TextDecoder.Node(members: members)
  }

  /// The members in pairs with an equals sign that are still percent-encoded.
  static func pairs(_ raw: Substring, _ name: String, separator: Character) throws -> TextDecoder.Node {
    let texts = try raw.split(separator: separator).map { piece in
      guard let text = piece.removingPercentEncoding else {
        throw HandlerError.invalid(name, "is not percent-encoded correctly")
      }
      return text
    }
    return try members(texts, name, explode: true)
  }
}
