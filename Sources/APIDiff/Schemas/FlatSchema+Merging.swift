import OpenAPIDescription
import SourceDocuments

extension FlatSchema {
  /// Adds what the schema itself says.
  func addKeywords(of schema: Schema) {
    let origin = schema.origin
    func held<Value>(_ value: Value, _ keyword: String) -> Held<Value> {
      Held(value: value, node: origin[keyword] ?? origin)
    }
    if !schema.types.isEmpty {
      types.formIntersection(TypeSet(schema.types))
      typesNode = typesNode ?? origin["type"] ?? origin
    }
    if let value = schema.format { format = format ?? held(value, "format") }
    if let constant = schema.constant {
      restrict(to: [constant], node: constant)
      isConstant = true
    }
    if let enumeration = schema.enumeration { restrict(to: enumeration, node: origin["enum"] ?? origin) }
    if let value = schema.defaultValue {
      defaultValue = defaultValue ?? Held(value: CanonicalValue.text(value), node: value)
    }
    isReadOnly = isReadOnly || schema.isReadOnly
    isWriteOnly = isWriteOnly || schema.isWriteOnly
    isDeprecated = isDeprecated || schema.isDeprecated

    if let value = schema.minimum {
      raise(Bound(number: value, isExclusive: false), origin["minimum"] ?? origin)
    }
    if let value = schema.exclusiveMinimum {
      let node = origin["exclusiveMinimum"]?.number == nil ? origin["minimum"] : origin["exclusiveMinimum"]
      raise(Bound(number: value, isExclusive: true), node ?? origin)
    }
    if let value = schema.maximum {
      lower(Bound(number: value, isExclusive: false), origin["maximum"] ?? origin)
    }
    if let value = schema.exclusiveMaximum {
      let node = origin["exclusiveMaximum"]?.number == nil ? origin["maximum"] : origin["exclusiveMaximum"]
      lower(Bound(number: value, isExclusive: true), node ?? origin)
    }
    if let value = schema.multipleOf { multipleOf = multipleOf ?? held(value, "multipleOf") }
    minLength = greatest(minLength, schema.minLength.map { held($0, "minLength") })
    maxLength = least(maxLength, schema.maxLength.map { held($0, "maxLength") })
    if let value = schema.pattern { patterns.append(held(value, "pattern")) }
    if let value = schema.contentEncoding {
      contentEncoding = contentEncoding ?? held(value, "contentEncoding")
    }
    if let value = schema.contentMediaType {
      contentMediaType = contentMediaType ?? held(value, "contentMediaType")
    }

    for property in schema.properties { add(property.schema, as: property.name) }
    for name in schema.required where required[name] == nil { required[name] = origin["required"] ?? origin }
    if let value = schema.additionalProperties { additionalProperties.append(value) }
    if let value = schema.unevaluatedProperties { unevaluatedProperties.append(value) }
    for property in schema.patternProperties {
      patternProperties[property.name, default: []].append(property.schema)
    }
    if let value = schema.propertyNames { nameSchemas.append(value) }
    for entry in schema.dependentRequired {
      let known = dependentRequired[entry.property]?.value ?? []
      dependentRequired[entry.property] = Held(value: known + entry.required, node: entry.origin)
    }
    minProperties = greatest(minProperties, schema.minProperties.map { held($0, "minProperties") })
    maxProperties = least(maxProperties, schema.maxProperties.map { held($0, "maxProperties") })

    if let value = schema.items { items.append(value) }
    for (index, value) in schema.prefixItems.enumerated() {
      if index < prefixItems.count { prefixItems[index].append(value) } else { prefixItems.append([value]) }
    }
    if let value = schema.contains { contains.append(value) }
    if let value = schema.unevaluatedItems { unevaluatedItems.append(value) }
    minItems = greatest(minItems, schema.minItems.map { held($0, "minItems") })
    maxItems = least(maxItems, schema.maxItems.map { held($0, "maxItems") })
    if schema.uniqueItems { uniqueItems = uniqueItems ?? held(true, "uniqueItems") }

    discriminator = discriminator ?? schema.discriminator
    if let value = schema.not { negations.append(value) }
    if schema.ifSchema != nil { conditions.append(schema) }
  }

  /// Adds what another one demands.
  func merge(_ other: FlatSchema) {
    parts += other.parts
    isNothing = isNothing || other.isNothing
    types.formIntersection(other.types)
    typesNode = typesNode ?? other.typesNode
    format = format ?? other.format
    if let values = other.values { restrict(toTexts: values.value, node: values.node) }
    isConstant = isConstant || other.isConstant
    defaultValue = defaultValue ?? other.defaultValue
    isReadOnly = isReadOnly || other.isReadOnly
    isWriteOnly = isWriteOnly || other.isWriteOnly
    isDeprecated = isDeprecated || other.isDeprecated
    if let bound = other.minimum { raise(bound.value, bound.node) }
    if let bound = other.maximum { lower(bound.value, bound.node) }
    multipleOf = multipleOf ?? other.multipleOf
    minLength = greatest(minLength, other.minLength)
    maxLength = least(maxLength, other.maxLength)
    patterns += other.patterns
    contentEncoding = contentEncoding ?? other.contentEncoding
    contentMediaType = contentMediaType ?? other.contentMediaType
    for name in other.propertyNames {
      for schema in other.properties[name] ?? [] { add(schema, as: name) }
    }
    required.merge(other.required) { first, _ in first }
    additionalProperties += other.additionalProperties
    unevaluatedProperties += other.unevaluatedProperties
    patternProperties.merge(other.patternProperties) { $0 + $1 }
    nameSchemas += other.nameSchemas
    dependentRequired.merge(other.dependentRequired) { Held(value: $0.value + $1.value, node: $0.node) }
    minProperties = greatest(minProperties, other.minProperties)
    maxProperties = least(maxProperties, other.maxProperties)
    items += other.items
    for (index, schemas) in other.prefixItems.enumerated() {
      if index < prefixItems.count { prefixItems[index] += schemas } else { prefixItems.append(schemas) }
    }
    contains += other.contains
    unevaluatedItems += other.unevaluatedItems
    minItems = greatest(minItems, other.minItems)
    maxItems = least(maxItems, other.maxItems)
    uniqueItems = uniqueItems ?? other.uniqueItems
    unions += other.unions
    discriminator = discriminator ?? other.discriminator
    negations += other.negations
    conditions += other.conditions
  }

  private func add(_ schema: Schema, as name: String) {
    if properties[name] == nil { propertyNames.append(name) }
    properties[name, default: []].append(schema)
  }

  /// Null is a matter of the types: whether the list names it, too, says nothing more where they exclude it.
  private func restrict(to list: [SourceNode], node: SourceNode) {
    if !list.contains(where: \.isNull), types != .any { types.remove(.null) }
    restrict(toTexts: list.filter { !$0.isNull }.map(CanonicalValue.text), node: node)
  }

  private func restrict(toTexts texts: [String], node: SourceNode) {
    if let known = values {
      values = Held(value: known.value.filter(texts.contains), node: known.node)
    } else {
      var seen: Set<String> = []
      values = Held(value: texts.filter { seen.insert($0).inserted }, node: node)
    }
  }

  private func raise(_ bound: Bound, _ node: SourceNode) {
    guard let known = minimum?.value else {
      minimum = Held(value: bound, node: node)
      return
    }
    let (old, new) = (known.number.double, bound.number.double)
    if new > old || new == old && bound.isExclusive { minimum = Held(value: bound, node: node) }
  }

  private func lower(_ bound: Bound, _ node: SourceNode) {
    guard let known = maximum?.value else {
      maximum = Held(value: bound, node: node)
      return
    }
    let (old, new) = (known.number.double, bound.number.double)
    if new < old || new == old && bound.isExclusive { maximum = Held(value: bound, node: node) }
  }

  private func greatest(_ first: Held<Int>?, _ second: Held<Int>?) -> Held<Int>? {
    guard let first, let second else { return first ?? second }
    return second.value > first.value ? second : first
  }

  private func least(_ first: Held<Int>?, _ second: Held<Int>?) -> Held<Int>? {
    guard let first, let second else { return first ?? second }
    return second.value < first.value ? second : first
  }
}
