public import APIDiff

/// What is said about the difference of two descriptions, in every format.
public struct DiffReport: Sendable {
  /// One of the two descriptions.
  public struct Input: Sendable, Hashable {
    /// As the user named it.
    public var name: String
    /// The version of the specification it is written in.
    public var specification: String
    /// The title and version of the API.
    public var title: String
    public var version: String

    public init(name: String, specification: String, title: String, version: String) {
      self.name = name
      self.specification = specification
      self.title = title
      self.version = version
    }
  }

  /// The version of Herald.
  public var tool: String
  public var base: Input
  public var revision: Input
  public var difference: Difference
  /// Why findings are accepted, by their ids.
  public var accepted: [String: String]
  /// Whether differences that are no findings are listed, not only counted.
  public var showsAll: Bool

  public init(
    tool: String,
    base: Input,
    revision: Input,
    difference: Difference,
    accepted: [String: String] = [:],
    showsAll: Bool = false
  ) {
    self.tool = tool
    self.base = base
    self.revision = revision
    self.difference = difference
    self.accepted = accepted
    self.showsAll = showsAll
  }
}
