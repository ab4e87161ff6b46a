/// A path with its variables, such as `/pets/{id}` (OpenAPI 3.1.1 §4.8.8.2).
struct PathTemplate {
  /// The names of the variables, in order.
  private(set) var variables: [String] = []
  /// The path without the names: two paths of one shape match the same requests.
  private(set) var shape = ""
  /// Why it is no path template; nil when it is one.
  private(set) var fault: String?

  init(_ path: String) {
    if !path.hasPrefix("/") {
      fault = "a path must begin with '/'"
      return
    }
    var variable: String?
    for character in path {
      switch (character, variable) {
      case ("{", nil):
        variable = ""
        shape += "{"
      case ("{", _?):
        fault = "a variable of a path cannot contain '{'"
        return
      case ("}", let name?):
        guard !name.isEmpty else {
          fault = "a variable of a path needs a name"
          return
        }
        variables.append(name)
        variable = nil
        shape += "}"
      case ("}", nil):
        fault = "'}' closes no variable"
        return
      case (_, let name?):
        variable = name + String(character)
      case (_, nil):
        shape.append(character)
      }
    }
    if variable != nil { fault = "'{' is never closed" }
  }
}
