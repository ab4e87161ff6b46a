import OpenAPIDescription

extension MediaType {
  /// The type without its parameters, in lower case (RFC 9110 §8.3.1).
  var essence: String {
    let type = name.split(separator: ";", maxSplits: 1).first.map(String.init) ?? name
    return type.filter { !$0.isWhitespace }.lowercased()
  }

  /// The name in lower case, its parameters sorted.
  var normalizedName: String {
    let parts = name.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
    return ([essence] + parts.dropFirst().sorted()).joined(separator: ";")
  }

  func isNamed(like other: MediaType) -> Bool { normalizedName == other.normalizedName }

  /// Whether the name is a range that the other one lies in.
  func includes(_ other: MediaType) -> Bool {
    let (range, type) = (essence, other.essence)
    guard range != type else { return normalizedName == range }
    if range == "*/*" { return true }
    guard range.hasSuffix("/*") else { return false }
    return type.hasPrefix(range.dropLast())
  }
}
