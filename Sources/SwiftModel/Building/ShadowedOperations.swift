/// Finds operations that no server can tell from an earlier one: their method is the same, and so is their path but for
/// the names of its variables.
///
/// The specification forbids such paths (OpenAPI 3.1.1, “Paths Object”), yet services have them. A client calls both; a
/// router answers with the first.
enum ShadowedOperations {
  /// Has every operation say which one takes its requests.
  static func mark(_ services: inout [ServiceDeclaration]) {
    var first: [String: String] = [:]
    for service in services.indices {
      for position in services[service].operations.indices {
        let operation = services[service].operations[position]
        let request = operation.method + " " + shape(of: operation.path)
        services[service].operations[position].shadowingOperation = first[request]
        if first[request] == nil { first[request] = operation.name }
      }
    }
  }

  /// A path without the names of its variables.
  private static func shape(of path: String) -> String {
    var result = ""
    var isVariable = false
    for character in path {
      if character == "}" { isVariable = false }
      if !isVariable { result.append(character) }
      if character == "{" { isVariable = true }
    }
    return result
  }
}
