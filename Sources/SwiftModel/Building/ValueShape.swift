import APIModel

/// What a value is made of, as far as parameters and forms have to tell values apart.
enum ValueShape: Sendable {
  /// A scalar or an enumeration.
  case scalar
  /// A list of scalars or enumerations.
  case list
  /// An object; whether it takes members of any name.
  case object(isOpen: Bool)
  /// A value of one of several shapes, of any shape, or a list of other values than scalars.
  case various

  init(_ value: ValueType, in catalog: TypeCatalog) {
    switch catalog.underlying(value).shape {
    case .scalar: self = .scalar
    case .any: self = .various
    case .map: self = .object(isOpen: true)
    case .list(let element):
      if case .scalar = ValueShape(element, in: catalog) { self = .list } else { self = .various }
    case .declared(let id):
      switch catalog.api[id].definition {
      case .enumeration: self = .scalar
      case .record(let record): self = .object(isOpen: record.additionalProperties != nil)
      case .union, .alias, .multipart: self = .various
      }
    }
  }
}

extension ValueShape {
  /// Whether a value may be an object, or a list of objects. A union may hold itself, in lists of lists.
  static func mayHoldObjects(_ value: ValueType, in catalog: TypeCatalog) -> Bool {
    var visited: Set<TypeID> = []
    var pending = [value]
    while let next = pending.popLast() {
      switch catalog.underlying(next).shape {
      case .scalar, .any: continue
      case .map: return true
      case .list(let element): pending.append(element)
      case .declared(let id):
        switch catalog.api[id].definition {
        case .record: return true
        case .union(let union) where visited.insert(id).inserted: pending += union.members.map(\.value)
        case .union, .enumeration, .alias, .multipart: continue
        }
      }
    }
    return false
  }
}
