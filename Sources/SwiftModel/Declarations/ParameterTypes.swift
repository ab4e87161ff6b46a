extension SwiftPackage {
  /// The names of the types that parameters, parts of bodies and headers are made of: what stands there as text. Types
  /// declared in others are named without these, so that some names stand for several types.
  public var parameterTypes: Set<String> {
    var names: Set<String> = []
    func add(_ type: String) {
      for name in type.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
        names.insert(String(name))
      }
    }
    for operation in services.flatMap(\.operations) {
      for parameter in operation.parameters { add(parameter.type) }
    }
    for header in responseHeaders { add(header.type) }
    for model in models { for type in model.partTypes { add(type) } }
    // An alias may stand for another.
    var aliases = models.compactMap { if case .alias(let alias) = $0 { alias } else { nil } }
    while let position = aliases.firstIndex(where: { names.contains($0.name) }) {
      add(aliases.remove(at: position).type)
    }
    return names
  }
}

extension ModelDeclaration {
  /// The types of the parts of forms, in it and in those it encloses.
  fileprivate var partTypes: [String] {
    switch self {
    case .multipart(let form): form.parts.map(\.valueType) + form.nested.flatMap(\.partTypes)
    case .record(let record): record.nested.flatMap(\.partTypes)
    case .union(let union): union.nested.flatMap(\.partTypes)
    case .enumeration, .alias: []
    }
  }
}
