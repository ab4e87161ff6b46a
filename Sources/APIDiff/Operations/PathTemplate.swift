/// A path whose variables are told apart by position, not by name.
struct PathTemplate: Hashable {
  /// The path with every variable written as `{}`.
  let normalized: String
  /// The names of the variables, in order.
  let variables: [String]

  init(_ path: String) {
    var normalized = ""
    var variables: [String] = []
    var rest = path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      normalized += rest[..<open] + "{}"
      variables.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    normalized += rest
    self.normalized = normalized
    self.variables = variables
  }

  static func == (left: PathTemplate, right: PathTemplate) -> Bool { left.normalized == right.normalized }

  func hash(into hasher: inout Hasher) { hasher.combine(normalized) }
}
