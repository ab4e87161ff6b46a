public import OpenAPIDescription
import SourceDocuments

/// Reads from schemas what they demand of values beyond their type.
///
/// A value whose type has a declaration of its own answers for itself: the constraints of that type are read where it
/// is declared, and not wherever it is used.
public struct ConstraintReader: Sendable {
  private let schemas: SchemaStore
  private let types: [TypeDeclaration]
  /// The schemas that became types with a declaration of their own.
  private let declared: Set<Schema>

  init(schemas: SchemaStore, types: [TypeDeclaration]) {
    self.schemas = schemas
    self.types = types
    declared = Set(
      types.lazy.filter { if case .alias = $0.definition { false } else { true } }.map(\.schema)
    )
  }

  /// What is demanded of a value, besides what a declared type of its demands.
  ///
  /// - Parameters:
  ///   - mentions: The schemas that speak of the value.
  ///   - value: Its type.
  public func constraints(on value: ValueType, by mentions: [Schema]) -> Constraints {
    constraints(on: value, by: facets(of: mentions, stopsAtDeclared: true), depth: 0)
  }

  /// What is demanded of the values of a declared type, besides what is demanded of its parts.
  public func constraints(onValuesOf declaration: TypeDeclaration) -> Constraints {
    guard case .enumeration = declaration.definition else {
      var result = Constraints()
      let merged = declaration.mergedSchemas
      for facet in facets(of: merged.isEmpty ? [declaration.schema] : merged, stopsAtDeclared: false) {
        if case .record = declaration.definition { result.addPropertyCounts(of: facet) }
        result.assertions += assertions(of: facet)
      }
      return result
    }
    return Constraints()
  }

  /// What is demanded of a member of a union.
  public func constraints(on member: UnionMember, of declaration: TypeDeclaration) -> Constraints {
    let isOwn = member.schema == declaration.schema
    var result = constraints(
      on: member.value,
      by: facets(of: [member.schema], stopsAtDeclared: !isOwn),
      depth: 0,
      // A member that excludes another one only says which of them a value is, which reading it has decided.
      excluded: Set(declaration.schema.unionMembers.map(resolved))
    )
    // What the union's own schema asserts is demanded of the union.
    if isOwn { result.assertions = [] }
    return result
  }

  // MARK: - Values

  /// - Parameter excluded: The schemas that `not` need not exclude.
  private func constraints(
    on value: ValueType,
    by facets: [Schema],
    depth: Int,
    excluded: Set<Schema> = []
  ) -> Constraints {
    var result = Constraints()
    let shape = underlying(value).shape
    for facet in facets {
      switch shape {
      case .scalar(let scalar) where scalar.kind == .string: result.addText(of: facet)
      case .scalar(let scalar) where scalar.kind == .integer || scalar.kind == .number:
        result.addNumber(of: facet)
      case .list: result.addItemCounts(of: facet)
      case .map:
        result.addPropertyCounts(of: facet)
        if facet.forbidsAllMembers { result.maxProperties = 0 }
      case .any:
        result.addText(of: facet)
        result.addNumber(of: facet)
        result.addCounts(of: facet)
      case .scalar, .declared: break
      }
      let isExcluded = facet.not.map { excluded.contains(resolved($0)) } ?? false
      result.assertions += assertions(of: facet, except: isExcluded ? ["not"] : [])
    }
    guard depth < Self.deepest else { return result }
    let parts: [Schema]
    let element: ValueType
    switch shape {
    case .list(let type): (element, parts) = (type, facets.compactMap(\.items))
    case .map(let type):
      (element, parts) = (type, facets.compactMap(\.additionalProperties).filter { $0.boolean == nil })
    default: return result
    }
    let inner = constraints(
      on: element,
      by: self.facets(of: parts, stopsAtDeclared: true),
      depth: depth + 1
    )
    if !inner.isEmpty { result.elements = [inner] }
    return result
  }

  private static let deepest = 8

  private func underlying(_ value: ValueType) -> ValueType {
    var visited: Set<TypeID> = []
    var current = value
    while case .declared(let id) = current.shape, case .alias(let next) = types[id.index].definition {
      guard visited.insert(id).inserted else { return .any }
      current = next
    }
    return current
  }

  /// The schemas that a value has to meet together: those given, the parts of `allOf`, and those behind references.
  private func facets(of roots: [Schema], stopsAtDeclared: Bool) -> [Schema] {
    var result: [Schema] = []
    var visited: Set<Schema> = []
    var pending = Array(roots.reversed())
    while let schema = pending.popLast() {
      guard visited.insert(schema).inserted, !(stopsAtDeclared && declared.contains(schema)) else { continue }
      result.append(schema)
      let alternatives = schema.unionMembers
      if alternatives.count == 1 { pending.append(alternatives[0]) }
      pending += schema.allOf.reversed()
      if let target = schema.reference.flatMap({ schemas.target(of: $0) }) { pending.append(target) }
    }
    return result
  }

  /// The schema behind a chain of references.
  private func resolved(_ schema: Schema) -> Schema {
    var visited: Set<Schema> = [schema]
    var current = schema
    while let target = current.reference.flatMap({ schemas.target(of: $0) }), visited.insert(target).inserted
    {
      current = target
    }
    return current
  }

  // MARK: - Assertions

  /// What only the JSON of a value shows.
  func assertions(of schema: Schema, except keywords: Set<String> = []) -> [ExampleValue] {
    Self.assertedKeywords(of: schema).filter { !keywords.contains($0) }.compactMap {
      assertion(of: $0, in: schema)
    }
  }

  /// The keywords of a schema that are checked on the JSON of a value.
  static func assertedKeywords(of schema: Schema) -> [String] {
    var keywords: [String] = []
    if schema.not != nil { keywords.append("not") }
    if schema.ifSchema != nil, schema.thenSchema != nil || schema.elseSchema != nil { keywords.append("if") }
    if schema.contains != nil { keywords.append("contains") }
    if schema.propertyNames != nil { keywords.append("propertyNames") }
    if !schema.dependentRequired.isEmpty { keywords.append("dependentRequired") }
    if !schema.dependentSchemas.isEmpty { keywords.append("dependentSchemas") }
    if !schema.patternProperties.isEmpty { keywords.append("patternProperties") }
    if !schema.listedValues.isEmpty, schema.enumerationBase == nil {
      keywords.append(schema.enumeration == nil ? "const" : "enum")
    }
    for (keyword, alternatives) in [("anyOf", schema.anyOf), ("oneOf", schema.oneOf)]
    where isAsserted(alternatives, beside: schema) {
      keywords.append(keyword)
    }
    return keywords
  }

  /// Alternatives that are no union of types: they say which members go together.
  private static func isAsserted(_ alternatives: [Schema], beside schema: Schema) -> Bool {
    let parts = alternatives.filter { !$0.isOnlyNull }
    guard parts.count > 1 else { return false }
    return parts.contains { $0.isOnlyConstraint } || !schema.properties.isEmpty
  }

  /// A keyword as a schema of its own; nil when it cannot be written without references.
  func assertion(of keyword: String, in schema: Schema) -> ExampleValue? {
    func json(_ part: Schema) -> ExampleValue? { SchemaText.json(of: part, in: schemas) }
    func list(_ parts: [Schema]) -> ExampleValue? {
      let values = parts.compactMap { json($0) }
      return values.count == parts.count ? .array(values) : nil
    }
    switch keyword {
    case "not": return schema.not.flatMap(json).map { .object([("not", $0)]) }
    case "if":
      guard let condition = schema.ifSchema.flatMap(json) else { return nil }
      var members: [(name: String, value: ExampleValue)] = [("if", condition)]
      for (name, part) in [("then", schema.thenSchema), ("else", schema.elseSchema)] {
        guard let part else { continue }
        guard let value = json(part) else { return nil }
        members.append((name, value))
      }
      return .object(members)
    case "contains":
      guard let part = schema.contains.flatMap(json) else { return nil }
      var members: [(name: String, value: ExampleValue)] = [("contains", part)]
      if let least = schema.minContains { members.append(("minContains", .number(String(least)))) }
      if let most = schema.maxContains { members.append(("maxContains", .number(String(most)))) }
      return .object(members)
    case "propertyNames": return schema.propertyNames.flatMap(json).map { .object([("propertyNames", $0)]) }
    case "dependentRequired": return .object([(keyword, SchemaText.dependencies(of: schema))])
    case "patternProperties":
      var members: [(name: String, value: ExampleValue)] = []
      for property in schema.patternProperties {
        guard PatternSupport.isDecidable(property.name), let value = json(property.schema) else { return nil }
        members.append((property.name, value))
      }
      guard schema.forbidsOtherMembers, schema.allOf.isEmpty, schema.reference == nil else {
        return .object([(keyword, .object(members))])
      }
      // Members that are kept because their names may match a pattern have to match one.
      let declared = schema.properties.map { (name: $0.name, value: ExampleValue.boolean(true)) }
      return .object(
        (declared.isEmpty ? [] : [("properties", .object(declared))])
          + [(keyword, .object(members)), ("additionalProperties", .boolean(false))]
      )
    case "dependentSchemas":
      var members: [(name: String, value: ExampleValue)] = []
      for dependency in schema.dependentSchemas {
        guard let value = json(dependency.schema) else { return nil }
        members.append((dependency.name, value))
      }
      return .object([(keyword, .object(members))])
    case "enum": return .object([(keyword, .array((schema.enumeration ?? []).map(ExampleValue.node)))])
    case "const": return schema.constant.map { .object([(keyword, .node($0))]) }
    case "anyOf": return list(schema.anyOf).map { .object([(keyword, $0)]) }
    case "oneOf": return list(schema.oneOf).map { .object([(keyword, $0)]) }
    default: return nil
    }
  }
}
