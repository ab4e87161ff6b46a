import Foundation

/// A description with forty edits of the kinds that new versions bring, spread over its schemas and operations.
struct EditedDescription {
  private var document: [String: Any]
  private static let editCount = 40

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw BenchmarkFailure("\(path) is not a JSON object")
    }
    document = object
    try editSchemas()
    try editOperations()
  }

  func write(to path: String) throws {
    let data = try JSONSerialization.data(
      withJSONObject: document,
      options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    )
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// Three edits of four: a member is added, removed, limited or becomes required.
  private mutating func editSchemas() throws {
    guard var components = document["components"] as? [String: Any],
      var schemas = components["schemas"] as? [String: [String: Any]]
    else { throw BenchmarkFailure("the description has no schemas") }
    let names = schemas.keys.sorted().filter { schemas[$0]?["properties"] is [String: [String: Any]] }
    for (index, name) in Self.spread(names, count: Self.editCount * 3 / 4).enumerated() {
      guard var schema = schemas[name], var properties = schema["properties"] as? [String: [String: Any]],
        let member = properties.keys.min()
      else { continue }
      switch index % 4 {
      case 0: properties["addedByTheNextVersion"] = ["type": "string"]
      case 1: properties[member] = nil
      case 2: properties[member]?["description"] = "Described in other words."
      default:
        schema["required"] = Array(Set(schema["required"] as? [String] ?? []).symmetricDifference([member]))
          .sorted()
      }
      schema["properties"] = properties
      schemas[name] = schema
    }
    components["schemas"] = schemas
    document["components"] = components
  }

  /// The rest: a parameter is added, or the operation is gone.
  private mutating func editOperations() throws {
    guard var paths = document["paths"] as? [String: [String: Any]] else {
      throw BenchmarkFailure("the description has no paths")
    }
    for (index, path) in Self.spread(paths.keys.sorted(), count: Self.editCount / 4).enumerated() {
      guard var item = paths[path],
        let method = item.keys.sorted().first(where: { item[$0] is [String: Any] }),
        var operation = item[method] as? [String: Any]
      else { continue }
      if index % 2 == 0 {
        let added: [String: Any] = ["name": "added", "in": "query", "schema": ["type": "integer"]]
        operation["parameters"] = (operation["parameters"] as? [Any] ?? []) + [added]
        item[method] = operation
      } else {
        item[method] = nil
      }
      paths[path] = item.isEmpty ? nil : item
    }
    document["paths"] = paths
  }

  private static func spread(_ names: [String], count: Int) -> [String] {
    (0..<min(count, names.count)).map { names[$0 * names.count / min(count, names.count)] }
  }
}
