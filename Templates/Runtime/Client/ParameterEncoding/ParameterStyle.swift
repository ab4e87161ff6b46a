/// How a parameter that is a list or an object is written (OpenAPI 3.1, “Style Values”).
public nonisolated enum ParameterStyle: Hashable, Sendable {
  /// `a,b`: the default in paths and headers.
  case simple
  /// `.a.b`, in paths.
  case label
  /// `;name=a;name=b`, in paths.
  case matrix
  /// `name=a&name=b`: the default in queries and cookies.
  case form
  /// `name=a%20b`, in queries.
  case spaceDelimited
  /// `name=a%7Cb`, in queries.
  case pipeDelimited
  /// `name%5Bmember%5D=a`, in queries.
  case deepObject
  /// `name=a; name=b`, in cookies, not percent-encoded.
  case cookie

  /// Whether members are written apart unless the description says otherwise.
  public var explodesByDefault: Bool {
    self == .form || self == .deepObject || self == .cookie
  }
}
