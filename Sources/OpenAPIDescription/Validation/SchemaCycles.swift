import SourceDocuments

/// Finds schemas that refer to one another in a circle and never say anything.
struct SchemaCycles {
  static func check(_ schemas: SchemaStore, _ diagnostics: inout Diagnostics) {
    var settled: Set<SourceNode> = []
    for start in schemas.all where start.reference != nil {
      var path: [Schema] = []
      var positions: [SourceNode: Int] = [:]
      var current: Schema? = start
      while let schema = current, let reference = schema.reference, !settled.contains(schema.origin) {
        if let position = positions[schema.origin] {
          diagnostics.append(.circularReference(inSourceOrder(Array(path[position...]))))
          break
        }
        positions[schema.origin] = path.count
        path.append(schema)
        current = schemas.target(of: reference)
      }
      settled.formUnion(positions.keys)
    }
  }

  /// The circle, begun with the schema that stands first, so that its report is the same in every run.
  private static func inSourceOrder(_ circle: [Schema]) -> [Schema] {
    let first = circle.indices.min { left, right in
      let (left, right) = (circle[left].origin.location, circle[right].origin.location)
      return (left.file.path, left.offset) < (right.file.path, right.offset)
    }
    guard let first else { return circle }
    return Array(circle[first...] + circle[..<first])
  }
}

extension Diagnostic {
  fileprivate static func circularReference(_ circle: [Schema]) -> Diagnostic {
    let origin = circle[0].reference?.origin ?? circle[0].origin
    let notes = circle.dropFirst().prefix(8).compactMap { schema in
      schema.reference.map { Note("which refers to '\($0.text)'", at: $0.origin.bestLocation) }
    }
    return .error(
      "circular-reference",
      circle.count == 1 ? "this schema is nothing but itself" : "these schemas are nothing but each other",
      at: origin,
      advice: "define one of them",
      notes: notes
    )
  }
}
