import Foundation

/// A large description: a real one, repeated under other names.
struct RepeatedDescription {
  private let original: [String: Any]
  private let originalBytes: Int

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw BenchmarkFailure("\(path) is not a JSON object")
    }
    original = object
    originalBytes = data.count
  }

  /// Writes a description of about the given size.
  func write(bytes: Int, to path: String) throws {
    var result = original
    var paths: [String: Any] = [:]
    var components: [String: [String: Any]] = [:]
    for number in 1...max(bytes / originalBytes, 1) {
      let copy = Copy(number: number)
      for (path, item) in original["paths"] as? [String: Any] ?? [:] {
        paths["/copy\(number)" + path] = copy.renamed(item)
      }
      for (kind, entries) in original["components"] as? [String: [String: Any]] ?? [:] {
        for (name, component) in entries {
          components[kind, default: [:]][copy.name(name, of: kind)] = copy.renamed(component)
        }
      }
    }
    result["paths"] = paths
    result["components"] = components
    let data = try JSONSerialization.data(
      withJSONObject: result,
      options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    )
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// Gives the names in one of the copies its number.
  private struct Copy {
    let number: Int

    func name(_ name: String, of kind: String) -> String {
      kind == "securitySchemes" ? name : "\(name)Copy\(number)"
    }

    func renamed(_ value: Any) -> Any {
      if let list = value as? [Any] { return list.map(renamed) }
      guard let object = value as? [String: Any] else { return value }
      var result: [String: Any] = [:]
      for (key, value) in object {
        switch (key, value) {
        case ("$ref", let reference as String): result[key] = "\(reference)Copy\(number)"
        case ("operationId", let id as String): result[key] = "\(id)Copy\(number)"
        case ("mapping", let mapping as [String: String]):
          result[key] = mapping.mapValues { "\($0)Copy\(number)" }
        default: result[key] = renamed(value)
        }
      }
      return result
    }
  }
}
