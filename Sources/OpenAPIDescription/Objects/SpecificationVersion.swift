/// The version of the OpenAPI Specification that a document declares (OpenAPI 3.1.1 §4.8.1, `openapi`).
public struct SpecificationVersion: Sendable, Hashable, Comparable {
  public var major: Int
  public var minor: Int
  public var patch: Int
  /// The version as the document writes it.
  public var text: String

  public init(major: Int, minor: Int, patch: Int, text: String) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.text = text
  }

  public static func < (left: SpecificationVersion, right: SpecificationVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
