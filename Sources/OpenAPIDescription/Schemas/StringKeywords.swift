/// The keywords for strings (JSON Schema Validation 2020-12 §6.3 and §8).
struct StringKeywords: Sendable {
  var minLength: Int?
  var maxLength: Int?
  var pattern: String?
  var contentEncoding: String?
  var contentMediaType: String?
}

extension Schema {
  /// The least length, in Unicode scalars.
  public var minLength: Int? { text?.value.minLength }
  /// The greatest length, in Unicode scalars.
  public var maxLength: Int? { text?.value.maxLength }
  /// A regular expression in the dialect of ECMA-262, not anchored.
  public var pattern: String? { text?.value.pattern }
  public var contentEncoding: String? { text?.value.contentEncoding }
  public var contentMediaType: String? { text?.value.contentMediaType }
}
