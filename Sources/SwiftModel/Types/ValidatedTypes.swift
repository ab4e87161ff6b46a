import APIModel

/// Finds the types that have something to check, themselves or in their parts.
enum ValidatedTypes {
  static func all(in catalog: TypeCatalog) -> Set<TypeID> {
    let api = catalog.api
    var users: [TypeID: [TypeID]] = [:]
    var result: Set<TypeID> = []
    var pending: [TypeID] = []
    for declaration in api.types {
      for part in declaration.definition.parts.flatMap(\.declared) {
        users[part, default: []].append(declaration.id)
      }
      if hasConstraints(declaration, in: api), result.insert(declaration.id).inserted {
        pending.append(declaration.id)
      }
    }
    while let id = pending.popLast() {
      for user in users[id] ?? [] where result.insert(user).inserted { pending.append(user) }
    }
    return result
  }

  private static func hasConstraints(_ declaration: TypeDeclaration, in api: API) -> Bool {
    let reader = api.constraints
    switch declaration.definition {
    case .alias, .enumeration: return false
    case .multipart(let form):
      return form.parts.contains { !reader.constraints(on: $0.memberType, by: $0.mentions).isEmpty }
    case .record(let record):
      return record.properties.contains {
        $0.isDemanded(of: declaration.usage) || !reader.constraints(on: $0.value, by: $0.mentions).isEmpty
      }
        || !reader.constraints(onValuesOf: declaration).isEmpty
    case .union(let union):
      return union.members.contains { !reader.constraints(on: $0, of: declaration).isEmpty }
        || !reader.constraints(onValuesOf: declaration).isEmpty
    }
  }
}

extension RecordProperty {
  /// Whether requests need the member although its Swift property is optional, because responses leave it out.
  func isDemanded(of usage: Usage) -> Bool {
    isRequired && isWriteOnly && !isReadOnly && usage.isSuperset(of: [.request, .response])
  }
}
