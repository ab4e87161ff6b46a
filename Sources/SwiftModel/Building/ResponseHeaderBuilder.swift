import APIModel
import OpenAPIDescription

/// What makes two documented headers the same property: the name, which has no case, and the type.
struct ResponseHeaderKey: Hashable {
  let name: String
  let value: ValueType
  let mediaType: String?
  let explode: Bool

  init(_ header: ResponseHeader) {
    name = header.name.lowercased()
    value = header.value
    mediaType = header.mediaType
    explode = header.explode
  }
}

/// Builds a property for each documented header of the API. One property serves all operations, so that documenting
/// the same rate limit on hundreds of them costs nothing.
struct ResponseHeaderBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  func declarations() -> (headers: [ResponseHeaderDeclaration], names: [ResponseHeaderKey: String]) {
    var order: [ResponseHeaderKey] = []
    var groups: [ResponseHeaderKey: [ResponseHeader]] = [:]
    for operation in context.api.services.flatMap(\.operations) {
      for header in operation.responses.flatMap(\.headers) {
        let key = ResponseHeaderKey(header)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(header)
      }
    }
    var scope = NameScope(reserved: ReservedNames.members.union(Self.members))
    var headers: [ResponseHeaderDeclaration] = []
    var names: [ResponseHeaderKey: String] = [:]
    var seen: [String: ResponseHeaderDeclaration] = [:]
    let optional = Set(
      groups.values.joined().filter { !$0.isRequired }.map { "\($0.name.lowercased()) \(kind(of: $0))" }
    )
    for key in order {
      guard let group = groups[key], let first = group.first else { continue }
      let kind = kind(of: first)
      let isRequired = kind != .lines && !optional.contains("\(key.name) \(kind)")
      // Two types of the description may be one in Swift.
      if let known = seen["\(key.name) \(kind)"] {
        names[key] = known.name
        continue
      }
      let base = context.style.memberName(first.name)
      let typed = base + context.style.typeName(kind.typeText)
      let name = scope.claim(base, Self.members.contains(base) ? base + "Header" : typed)
      let setter = "set" + name.prefix(1).uppercased() + name.dropFirst()
      let declaration = ResponseHeaderDeclaration(
        origins: group.map(\.origin),
        name: name,
        wireName: first.name,
        kind: kind,
        setter: isRequired ? scope.claim(setter, setter + "Header") : nil,
        isDeprecated: group.allSatisfy(\.isDeprecated),
        documentation: documentation(of: group)
      )
      headers.append(declaration)
      names[key] = declaration.name
      seen["\(key.name) \(kind)"] = declaration
    }
    return (headers, names)
  }

  private func documentation(of group: [ResponseHeader]) -> [String] {
    let first = group[0]
    let text = group.lazy.compactMap(\.description).first.map { context.documentation.lines($0) } ?? []
    let summary = text.isEmpty ? ["The header `\(SwiftLiteral.comment(first.name))`."] : text
    let notes = first.schema.map { context.documentation.notes(on: $0) } ?? []
    return context.documentation.joined([summary, notes])
  }

  private func kind(of header: ResponseHeader) -> ResponseHeaderDeclaration.Kind {
    // RFC 6265, section 3: these lines cannot be joined with commas, since dates in them have commas.
    if header.name.lowercased() == "set-cookie" { return .lines }
    let value = context.catalog.underlying(header.value)
    if let mediaType = header.mediaType {
      let isJSON = mediaType.contains("json")
      return isJSON ? .json(context.catalog.text(header.value, in: [])) : .string
    }
    switch value.shape {
    case .any: return .string
    case .map: return .members(explode: header.explode)
    case .scalar: return scalarKind(of: header.value, header.name) ?? .string
    case .list(let element):
      guard isScalar(element) else { return .list("String") }
      return .list(context.catalog.text(element, in: []))
    case .declared(let id):
      switch context.api[id].definition {
      case .enumeration: return .value(context.catalog.text(header.value, in: []))
      case .record: return .members(explode: header.explode)
      case .union, .alias, .multipart: return .string
      }
    }
  }

  private func isScalar(_ value: ValueType) -> Bool {
    let value = context.catalog.underlying(value)
    if case .declared(let id) = value.shape, case .enumeration = context.api[id].definition { return true }
    return scalarKind(of: value, "") != nil
  }

  private func scalarKind(of value: ValueType, _ name: String) -> ResponseHeaderDeclaration.Kind? {
    guard case .scalar(let scalar) = context.catalog.underlying(value).shape else { return nil }
    switch context.catalog.scalars.type(of: scalar) {
    case nil: return .boolean
    case .string: return .string
    case .integer: return .integer
    case .number: return .number
    case .dateTime: return Self.dates.contains(name.lowercased()) ? .httpDate : .date
    case .data: return nil
    case .some(let type): return .value(type.rawValue)
    }
  }

  /// The headers that HTTP itself gives a date format of its own.
  private static let dates: Set<String> = [
    "date", "expires", "last-modified", "retry-after", "sunset", "deprecation",
  ]

  /// What headers have already.
  private static let members: Set<String> = [
    "fields", "string", "lines", "integer", "number", "boolean", "date", "value", "list", "members", "json",
    "set", "setLines", "setDate", "setHTTPDate", "setValue", "setList", "setMembers", "setJSON", "required",
    "merge", "description", "redactedDescription",
  ]
}

extension ResponseHeaderDeclaration.Kind {
  /// The type as a part of a name.
  fileprivate var typeText: String {
    switch self {
    case .string: "text"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date, .httpDate: "date"
    case .value(let type): type
    case .list(let type): type + " list"
    case .members: "members"
    case .json: "value"
    case .lines: "lines"
    }
  }
}
