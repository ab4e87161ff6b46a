import OpenAPIDescription

/// A number that schemas of the same shape have in common, by which renamed ones are recognised.
enum Fingerprint {
  struct Key: Hashable {
    var schema: ObjectIdentifier
    var depth: Int
  }

  /// How deep inside one another schemas are looked at.
  static let depth = 3

  static func of(_ flat: FlatSchema, depth: Int, child: (Schema) -> Int) -> Int {
    var hasher = Hasher()
    hasher.combine(flat.types)
    hasher.combine(flat.format?.value)
    hasher.combine(flat.values.map { Set($0.value) })
    hasher.combine(Set(flat.required.keys))
    hasher.combine(Set(flat.propertyNames))
    hasher.combine(flat.patterns.map(\.value))
    hasher.combine(flat.minLength?.value)
    hasher.combine(flat.maxLength?.value)
    hasher.combine(flat.minimum?.value.text)
    hasher.combine(flat.maximum?.value.text)
    hasher.combine(flat.isClosed)
    hasher.combine(flat.unions.map(\.alternatives.count))
    hasher.combine(flat.items.isEmpty)
    if depth > 0 {
      for name in flat.propertyNames.sorted() {
        for schema in flat.properties[name] ?? [] { hasher.combine(child(schema)) }
      }
      for schema in flat.items { hasher.combine(child(schema)) }
      for group in flat.unions { hasher.combine(Set(group.alternatives.map(child))) }
    }
    return hasher.finalize()
  }
}
