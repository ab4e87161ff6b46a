/// Walks a value and a schema side by side.
nonisolated struct JSONRulesChecker {
  private(set) var violations: [JSONRules.Violation] = []
  private var steps: [JSONRules.Step] = []

  mutating func check(_ value: JSONValue, _ schema: JSONValue) {
    guard violations.count < ConstraintCheck.limit else { return }
    guard let keywords = schema.object else {
      if schema.boolean == false { violate("false", "") }
      return
    }
    checkAnyValue(value, keywords)
    switch value {
    case .string(let text): checkText(text, keywords)
    case .integer, .number: checkNumber(value.number ?? 0, keywords)
    case .array(let elements): checkElements(elements, keywords)
    case .object(let members): checkMembers(members, keywords)
    case .null, .boolean: break
    }
    checkComposition(value, keywords)
  }

  private mutating func violate(_ rule: String, _ limit: String) {
    guard violations.count < ConstraintCheck.limit else { return }
    violations.append(JSONRules.Violation(steps: steps, rule: rule, limit: limit))
  }

  private mutating func descend(_ step: JSONRules.Step, _ value: JSONValue, _ schema: JSONValue) {
    steps.append(step)
    check(value, schema)
    steps.removeLast()
  }

  // MARK: - Any value

  private mutating func checkAnyValue(_ value: JSONValue, _ keywords: [String: JSONValue]) {
    if let type = keywords["type"] {
      let types = type.array?.compactMap(\.string) ?? [type.string].compactMap { $0 }
      if !types.contains(where: { Self.isOfType(value, $0) }) {
        violate("type", types.joined(separator: ", "))
      }
    }
    if let values = keywords["enum"]?.array, !values.contains(value) { violate("enum", "") }
    if let constant = keywords["const"], constant != value { violate("const", "") }
  }

  private static func isOfType(_ value: JSONValue, _ type: String) -> Bool {
    switch type {
    case "null": value.isNull
    case "boolean": value.boolean != nil
    case "integer": value.integer != nil
    case "number": value.number != nil
    case "string": value.string != nil
    case "array": value.array != nil
    case "object": value.object != nil
    default: false
    }
  }

  private mutating func checkText(_ text: String, _ keywords: [String: JSONValue]) {
    let rules = TextRules(
      minLength: keywords["minLength"]?.integer,
      maxLength: keywords["maxLength"]?.integer,
      format: keywords["format"]?.string,
      matching: keywords["pattern"]?.string
    )
    for (rule, limit) in rules.violated(by: text) { violate(rule, limit) }
  }

  private mutating func checkNumber(_ number: Double, _ keywords: [String: JSONValue]) {
    let rules = NumberRules(
      minimum: keywords["minimum"]?.number,
      maximum: keywords["maximum"]?.number,
      exclusiveMinimum: keywords["exclusiveMinimum"]?.number,
      exclusiveMaximum: keywords["exclusiveMaximum"]?.number,
      multipleOf: keywords["multipleOf"]?.number
    )
    for (rule, limit) in rules.violated(by: number) { violate(rule, limit) }
  }

  // MARK: - Lists

  private mutating func checkElements(_ elements: [JSONValue], _ keywords: [String: JSONValue]) {
    if let least = keywords["minItems"]?.integer, elements.count < least {
      violate("minItems", String(least))
    }
    if let most = keywords["maxItems"]?.integer, elements.count > most { violate("maxItems", String(most)) }
    if keywords["uniqueItems"]?.boolean == true, Set(elements).count < elements.count {
      violate("uniqueItems", "")
    }
    let prefix = keywords["prefixItems"]?.array ?? []
    for (index, (element, schema)) in zip(elements, prefix).enumerated() {
      descend(.index(index), element, schema)
    }
    if let items = keywords["items"] {
      for (index, element) in elements.enumerated().dropFirst(prefix.count) {
        descend(.index(index), element, items)
      }
    }
    if let contained = keywords["contains"] { checkContained(elements, contained, keywords) }
  }

  private mutating func checkContained(
    _ elements: [JSONValue],
    _ schema: JSONValue,
    _ keywords: [String: JSONValue]
  ) {
    let count = elements.count { JSONRules.accepts($0, schema) }
    let least = keywords["minContains"]?.integer ?? 1
    if count < least { violate("contains", least == 1 ? "" : "at least \(least)") }
    if let most = keywords["maxContains"]?.integer, count > most { violate("contains", "at most \(most)") }
  }

  // MARK: - Objects

  private mutating func checkMembers(_ members: [String: JSONValue], _ keywords: [String: JSONValue]) {
    if let least = keywords["minProperties"]?.integer, members.count < least {
      violate("minProperties", String(least))
    }
    if let most = keywords["maxProperties"]?.integer, members.count > most {
      violate("maxProperties", String(most))
    }
    for name in keywords["required"]?.array?.compactMap(\.string) ?? [] where members[name] == nil {
      violate("required", name)
    }
    for (name, needed) in (keywords["dependentRequired"]?.object ?? [:]).sorted(by: { $0.key < $1.key })
    where members[name] != nil {
      for other in needed.array?.compactMap(\.string) ?? [] where members[other] == nil {
        violate("dependentRequired", other)
      }
    }
    for (name, schema) in (keywords["dependentSchemas"]?.object ?? [:]).sorted(by: { $0.key < $1.key })
    where members[name] != nil {
      check(.object(members), schema)
    }
    checkNames(members, keywords)
    checkValues(members, keywords)
  }

  private mutating func checkNames(_ members: [String: JSONValue], _ keywords: [String: JSONValue]) {
    guard let schema = keywords["propertyNames"] else { return }
    // The names came with the data, so the report does not quote them.
    if members.keys.contains(where: { !JSONRules.accepts(.string($0), schema) }) {
      violate("propertyNames", "")
    }
  }

  private mutating func checkValues(_ members: [String: JSONValue], _ keywords: [String: JSONValue]) {
    let declared = keywords["properties"]?.object ?? [:]
    for (name, schema) in declared.sorted(by: { $0.key < $1.key }) {
      if let value = members[name] { descend(.name(name), value, schema) }
    }
    let patterns = keywords["patternProperties"]?.object ?? [:]
    let additional = keywords["additionalProperties"]
    guard !patterns.isEmpty || additional != nil else { return }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      var isKnown = declared[name] != nil
      for (pattern, schema) in patterns where TextPatternCache.matches(name, pattern) {
        isKnown = true
        descend(.unnamed, value, schema)
      }
      if !isKnown, let additional {
        if additional.boolean == false {
          violate("additionalProperties", "false")
        } else {
          descend(.unnamed, value, additional)
        }
      }
    }
  }

  // MARK: - Composition

  private mutating func checkComposition(_ value: JSONValue, _ keywords: [String: JSONValue]) {
    for schema in keywords["allOf"]?.array ?? [] { check(value, schema) }
    if let alternatives = keywords["anyOf"]?.array,
      !alternatives.contains(where: { JSONRules.accepts(value, $0) })
    {
      violate("anyOf", "")
    }
    if let alternatives = keywords["oneOf"]?.array,
      alternatives.count(where: { JSONRules.accepts(value, $0) }) != 1
    {
      violate("oneOf", "")
    }
    if let excluded = keywords["not"], JSONRules.accepts(value, excluded) { violate("not", "") }
    guard let condition = keywords["if"] else { return }
    let consequence = JSONRules.accepts(value, condition) ? keywords["then"] : keywords["else"]
    if let consequence { check(value, consequence) }
  }
}
