import APIModel

/// What the types of an API come to in Swift: aliases followed, recursion and sizes known, names given.
struct TypeCatalog: Sendable {
  var api: API
  let scalars: ScalarTypes
  let moduleName: String
  /// The name of each type that is declared, from the outermost type inwards.
  var paths: [TypeID: [String]] = [:]
  /// The names of the types declared inside another, by its path.
  var nested: [[String]: Set<String>] = [:]
  /// The aliases that come to themselves when they are followed, lists and maps included.
  let circular: Set<TypeID>

  init(api: API, scalars: ScalarTypes, moduleName: String) {
    self.api = api
    self.scalars = scalars
    self.moduleName = moduleName
    circular = Set(api.types.map(\.id).filter { Self.isCircular($0, in: api) })
  }

  /// The value that a type comes to when all aliases are followed; `any` for aliases that run in a circle.
  func underlying(_ value: ValueType) -> ValueType {
    guard case .declared(let id) = value.shape, case .alias = api[id].definition else { return value }
    var visited: Set<TypeID> = []
    var current = value
    while case .declared(let id) = current.shape, case .alias(let next) = api[id].definition {
      guard visited.insert(id).inserted, !circular.contains(id) else { return .any }
      current = ValueType(next.shape, isNullable: current.isNullable || next.isNullable)
    }
    return current
  }

  /// Whether a declared type is a Swift type of its own rather than another name for one.
  func isNominal(_ id: TypeID) -> Bool {
    if case .alias = api[id].definition { return false }
    return true
  }

  /// The Swift type of a value, `null` aside.
  func text(_ value: ValueType, in scope: [String]) -> String {
    switch value.shape {
    case .any: return "JSONValue"
    case .scalar(let scalar): return scalars.type(of: scalar)?.rawValue ?? "Bool"
    case .list(let element): return "[\(optionalText(element, in: scope))]"
    case .map(let element): return "[String: \(optionalText(element, in: scope))]"
    case .declared(let id):
      guard let path = paths[id], !circular.contains(id) else { return text(underlying(value), in: scope) }
      return reference(to: path, in: scope)
    }
  }

  /// The Swift type of a value, optional when it can be `null`.
  func optionalText(_ value: ValueType, in scope: [String]) -> String {
    text(value, in: scope) + (underlying(value).isNullable ? "?" : "")
  }

  /// A type's name as seen from inside other types: short where it can be, qualified where a nested type of the
  /// same name stands in the way.
  func reference(to path: [String], in scope: [String]) -> String {
    var common = 0
    while common < path.count - 1, common < scope.count, path[common] == scope[common] { common += 1 }
    let short = Array(path[common...])
    if !isShadowed(short[0], from: scope, downTo: common) { return short.joined(separator: ".") }
    if !isShadowed(path[0], from: scope, downTo: 0) { return path.joined(separator: ".") }
    return ([moduleName] + path).joined(separator: ".")
  }

  /// Whether a type nested in the scope, deeper than a level, has the name.
  private func isShadowed(_ name: String, from scope: [String], downTo level: Int) -> Bool {
    guard scope.count > level else { return false }
    for depth in (level + 1)...scope.count {
      if nested[Array(scope[..<depth])]?.contains(name) ?? false { return true }
      if scope[depth - 1] == name, depth - 1 > level { return true }
    }
    return false
  }

  private static func isCircular(_ id: TypeID, in api: API) -> Bool {
    var visited: Set<TypeID> = []
    var pending = [id]
    while let next = pending.popLast() {
      guard case .alias(let value) = api[next].definition else { continue }
      for part in value.declared {
        if part == id { return true }
        if visited.insert(part).inserted { pending.append(part) }
      }
    }
    return false
  }
}
