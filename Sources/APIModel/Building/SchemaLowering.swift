import OpenAPIDescription
import SourceDocuments

/// Turns schemas into types.
struct SchemaLowering {
  let table: TypeTable

  /// The type of the values that a schema describes.
  func type(of schema: Schema, context: TypeContext) -> ValueType {
    if schema.boolean != nil { return .any }
    if let reference = schema.reference, !schema.hasStructureBesideReference {
      return referencedType(reference).nullable(schema.allowsNull)
    }
    if schema.reference != nil || !schema.allOf.isEmpty {
      return mergedType(of: schema, context: context)
    }
    return ownType(of: schema, context: context).nullable(schema.allowsNull || schema.isOnlyNull)
  }

  /// The definition of a schema that has a name of its own.
  func definition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition {
    if let union = inheritanceUnion(of: schema, id: id) { return union }
    if schema.boolean == nil, schema.reference == nil || schema.hasStructureBesideReference {
      if schema.reference != nil || !schema.allOf.isEmpty {
        if let definition = mergedDefinition(of: schema, id: id) { return definition }
      } else if let definition = ownDefinition(of: schema, id: id) {
        return definition
      }
    }
    return .alias(
      type(of: schema, context: .element(of: table.declarations[id.index].context)).withoutNull
    )
  }

  /// The type that a reference leads to.
  func referencedType(_ reference: SchemaReference) -> ValueType {
    guard let target = table.target(of: reference) else { return .any }
    let id = table.identifier(of: target, context: .named(reference.targetName))
    return ValueType(.declared(id), isNullable: allowsNull(target))
  }

  /// Whether `null` is a value of a schema, references followed.
  func allowsNull(_ schema: Schema) -> Bool {
    if schema.reference == nil, schema.allOf.isEmpty { return schema.allowsNull || schema.isOnlyNull }
    var visited: Set<Schema> = []
    var pending = [schema]
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      if next.allowsNull || next.isOnlyNull { return true }
      if let reference = next.reference, let target = table.target(of: reference) { pending.append(target) }
      if next.allOf.count == 1, next.properties.isEmpty { pending.append(contentsOf: next.allOf) }
    }
    return false
  }

  // MARK: - One schema, without `$ref` and `allOf`

  private func ownType(of schema: Schema, context: TypeContext) -> ValueType {
    if needsDeclaration(schema) {
      let id = table.inline(schema, context: context) { id in
        ownDefinition(of: schema, id: id) ?? .alias(.any)
      }
      // An inline schema that turned out to need no name is used as what it is.
      if case .alias(let value) = table.declarations[id.index].definition { return value }
      return ValueType(.declared(id))
    }
    return simpleType(of: schema, context: context)
  }

  private func needsDeclaration(_ schema: Schema) -> Bool {
    schema.enumerationBase != nil || !schema.unionMembers.isEmpty || schema.valueTypes.count > 1
      || (schema.isObject && !schema.properties.isEmpty)
      || (schema.isArray && !schema.prefixItems.isEmpty)
  }

  /// The definition of a schema that is a type with parts; nil for one that needs no declaration.
  private func ownDefinition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition? {
    warnAboutUncheckedKeywords(of: schema)
    if let enumeration = enumeration(of: schema) { return .enumeration(enumeration) }
    if !schema.unionMembers.isEmpty {
      return schema.properties.isEmpty
        ? unionDefinition(of: schema, id: id) : mergedDefinition(of: schema, id: id)
    }
    if schema.valueTypes.count > 1, schema.scalar == nil { return typeListDefinition(of: schema, id: id) }
    if schema.isArray, !schema.prefixItems.isEmpty { return tupleDefinition(of: schema, id: id) }
    guard schema.isObject, !schema.properties.isEmpty else { return nil }
    return mergedDefinition(of: schema, id: id)
  }

  private func simpleType(of schema: Schema, context: TypeContext) -> ValueType {
    warnAboutUncheckedKeywords(of: schema)
    if let scalar = schema.scalar { return ValueType(.scalar(scalar)) }
    if schema.isArray {
      guard let items = schema.items else { return ValueType(.list(.any)) }
      return ValueType(.list(type(of: items, context: .element(of: context))))
    }
    if schema.isObject { return ValueType(.map(memberType(of: schema, context: context) ?? .any)) }
    return .any
  }

  /// The type of the members of an object that are not declared; nil when they are forbidden or not spoken of.
  func memberType(of schema: Schema, context: TypeContext) -> ValueType? {
    if let additional = schema.additionalProperties ?? schema.unevaluatedProperties,
      additional.boolean != false
    {
      return type(of: additional, context: .element(of: context))
    }
    switch schema.patternProperties.count {
    case 0: return nil
    case 1: return type(of: schema.patternProperties[0].schema, context: .element(of: context))
    default: return .any
    }
  }

  // MARK: - Several types

  /// `type: [string, integer]`: a union with a member for each.
  private func typeListDefinition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition {
    let members = schema.valueTypes.map { type in
      UnionMember(
        value: value(of: type, in: schema, id: id),
        discriminatorValues: [],
        test: type.unionTest,
        title: nil,
        schema: schema
      )
    }
    return .union(Union(members: members, discriminator: nil))
  }

  private func value(of type: JSONType, in schema: Schema, id: TypeID) -> ValueType {
    switch type {
    case .string: ValueType(.scalar(Scalar(kind: .string, format: schema.format)))
    case .integer: ValueType(.scalar(Scalar(kind: .integer)))
    case .number: ValueType(.scalar(Scalar(kind: .number)))
    case .boolean: ValueType(.scalar(Scalar(kind: .boolean)))
    case .array:
      ValueType(
        .list(schema.items.map { self.type(of: $0, context: .unionMember(of: id, position: 0)) } ?? .any)
      )
    case .object, .null: ValueType(.map(.any))
    }
  }
}

extension ValueType {
  var withoutNull: ValueType { ValueType(shape) }
}

extension JSONType {
  var unionTest: UnionTest {
    switch self {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .array: .array
    case .object, .null: .object(required: [], constants: [])
    }
  }
}

extension SchemaReference {
  /// The name that the place of the target gives it: the last part of the pointer that says something, or
  /// the name of the file.
  var targetName: String {
    if let componentName { return componentName }
    let parts = target.pointer.split(separator: "/").dropFirst().map(Self.unescaped)
    let silent: Set<String> = [
      "schema", "items", "properties", "allOf", "oneOf", "anyOf", "additionalProperties",
    ]
    if let name = parts.last(where: { !silent.contains($0) && Int($0) == nil }) { return name }
    let file = target.document.file.path.split(separator: "/").last.map(String.init) ?? "Schema"
    return file.split(separator: ".").first.map(String.init) ?? file
  }

  private static func unescaped(_ part: Substring) -> String {
    part.split(separator: "~", omittingEmptySubsequences: false).enumerated().map { index, piece in
      guard index > 0, let mark = piece.first else { return String(piece) }
      return (mark == "1" ? "/" : "~") + piece.dropFirst()
    }
    .joined()
  }
}
