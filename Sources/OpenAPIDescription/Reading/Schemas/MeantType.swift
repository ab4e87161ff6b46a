/// What names mean that are written under `type` and are no types.
///
/// Most are formats, which stand beside a type; the others are types of Swagger 2.0, or of languages that
/// descriptions are generated from.
struct MeantType {
  /// Nil when any type is meant.
  var type: JSONType?
  var format: String?

  /// Nil when it is not clear what is meant.
  init?(_ name: String) {
    let lowercased = name.lowercased()
    if let type = JSONType(rawValue: lowercased) {
      self.init(type)
    } else if let meant = Self.byName[lowercased] {
      self = meant
    } else {
      return nil
    }
  }

  private init(_ type: JSONType?, _ format: String? = nil) {
    self.type = type
    self.format = format
  }

  private static let byName: [String: MeantType] = [
    "any": MeantType(nil),
    "binary": MeantType(.string, "binary"),
    "bool": MeantType(.boolean),
    "byte": MeantType(.string, "byte"),
    "date": MeantType(.string, "date"),
    "date-time": MeantType(.string, "date-time"),
    "datetime": MeantType(.string, "date-time"),
    "double": MeantType(.number, "double"),
    "file": MeantType(.string, "binary"),
    "float": MeantType(.number, "float"),
    "int": MeantType(.integer),
    "int32": MeantType(.integer, "int32"),
    "int64": MeantType(.integer, "int64"),
    "uuid": MeantType(.string, "uuid"),
  ]
}
