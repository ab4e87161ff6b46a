import SourceDocuments

/// Names places the way people speak of them: `Order.items[].price`, `POST /orders request body.id`.
enum PlaceName {
  static func text(_ node: SourceNode) -> String {
    var tokens: [String] = []
    var current = node
    while let parent = current.parent {
      tokens.append(current.key ?? parameterName(current) ?? String(current.indexInParent ?? 0))
      current = parent
    }
    return text(tokens.reversed())
  }

  /// The name of what stands outside of all operations, which may use it one like the other; nil for everything else.
  static func shared(_ node: SourceNode) -> String? {
    var outermost: SourceNode?
    var current = node
    while let parent = current.parent {
      outermost = current
      current = parent
    }
    guard let section = outermost?.key else { return current.document.file.path }
    if ["paths", "webhooks", "x-webhooks"].contains(section) { return nil }
    let name = text(node)
    return name.isEmpty ? current.document.file.path : name
  }

  /// Whether something stands in the same place of another document.
  static func exists(_ node: SourceNode, in root: SourceNode) -> Bool {
    counterpart(of: node, in: root) != nil
  }

  /// What stands in the same place of another document; nil for nothing.
  static func counterpart(of node: SourceNode, in root: SourceNode) -> SourceNode? {
    var steps: [SourceNode] = []
    var current = node
    while let parent = current.parent {
      steps.append(current)
      current = parent
    }
    var place: SourceNode? = root
    for step in steps.reversed() {
      let elements = place?.elements
      place =
        step.key.flatMap { place?[$0] }
        ?? step.indexInParent.flatMap { index in
          elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        }
    }
    return place
  }

  /// Parameters stand in lists, and are known by what they say.
  private static func parameterName(_ node: SourceNode) -> String? {
    guard node.parent?.key == "parameters", let name = node["name"]?.string else { return nil }
    return "\(node["in"]?.string ?? "") parameter '\(name)'"
  }

  private static func text(_ tokens: [String]) -> String {
    var rest = tokens[...]
    var name = ""
    switch rest.first {
    case "components" where rest.count > 2:
      let section = rest[rest.startIndex + 1]
      let component = rest[rest.startIndex + 2]
      rest = rest.dropFirst(3)
      name = section == "schemas" ? component : "\(singular(section)) '\(component)'"
    case "definitions" where rest.count > 1:
      name = rest[rest.startIndex + 1]
      rest = rest.dropFirst(2)
    case "paths", "webhooks":
      guard rest.count > 1 else { return rest.joined(separator: "/") }
      let path = rest[rest.startIndex + 1]
      let isWebhook = rest.first == "webhooks"
      rest = rest.dropFirst(2)
      if let method = rest.first, method != "parameters", method != "servers" {
        name = isWebhook ? "webhook \(path)" : "\(method.uppercased()) \(path)"
        rest = rest.dropFirst()
      } else {
        name = path
      }
    default:
      break
    }
    return append(rest, to: name)
  }

  private static func append(_ tokens: ArraySlice<String>, to name: String) -> String {
    var name = name
    var rest = tokens
    func separated(_ text: String) { name += name.isEmpty ? text : " " + text }
    while let token = rest.popFirst() {
      switch token {
      case "properties", "patternProperties", "$defs":
        if let property = rest.popFirst() { name += name.isEmpty ? property : "." + property }
      case "items": name += "[]"
      case "additionalProperties": name += "[*]"
      case "allOf": _ = rest.popFirst()
      case "oneOf", "anyOf":
        if let index = rest.popFirst() { name += "|" + index }
      case "schema": break
      case "content":
        // The media type, which only few bodies have to be told apart by.
        if let type = rest.popFirst(), !type.hasPrefix("application/json") { separated(type) }
      case "requestBody": separated("request body")
      case "responses": separated("response " + (rest.popFirst() ?? ""))
      case "headers": separated("header '\(rest.popFirst() ?? "")'")
      case "parameters":
        let parameter = rest.popFirst() ?? ""
        separated(parameter.contains(" ") ? parameter : "parameter " + parameter)
      case "callbacks": separated("callback '\(rest.popFirst() ?? "")'")
      case "links": separated("link '\(rest.popFirst() ?? "")'")
      case "encoding": separated("encoding of '\(rest.popFirst() ?? "")'")
      case let keyword where schemaKeywords.contains(keyword):
        // What follows is a value or its index; the schema is what the edit is about.
        if keyword == "mapping" || keyword == "required" || keyword == "enum" { _ = rest.popFirst() }
      default: separated(token)
      }
    }
    return name
  }

  /// Keywords that name an aspect of a schema, not a part of it.
  private static let schemaKeywords: Set<String> = [
    "type", "nullable", "format", "enum", "const", "default", "deprecated", "readOnly", "writeOnly",
    "required",
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
    "pattern", "contentEncoding", "contentMediaType", "minItems", "maxItems", "uniqueItems", "minProperties",
    "maxProperties", "discriminator", "mapping", "propertyName",
  ]

  private static func singular(_ section: String) -> String {
    switch section {
    case "requestBodies": "request body"
    case "securitySchemes": "security scheme"
    case "pathItems": "path item"
    case "mediaTypes": "media type"
    default: section.hasSuffix("s") ? String(section.dropLast()) : section
    }
  }
}
