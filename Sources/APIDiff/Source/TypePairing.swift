import SourceDocuments
import SwiftModel

/// Finds which types of two interfaces are the same for the code that uses them: by name, since that is what code
/// says, and what is left by the place of the description that both come from.
struct TypePairing {
  private(set) var pairs: [(base: InterfaceType, revision: InterfaceType)] = []
  private(set) var removed: [InterfaceType] = []
  private(set) var added: [InterfaceType] = []
  /// The new names of types that have one.
  private(set) var renamed: [String: String] = [:]
  /// The old names of types that keep it as an alias of their new one.
  private(set) var aliased: Set<String> = []

  /// - Parameter matches: The places of the old description with those they were compared to in the new one.
  init(_ base: SwiftInterface, _ revision: SwiftInterface, matches: NodeMatches) {
    let indexes = Dictionary(revision.types.enumerated().map { ($1.name, $0) }) { first, _ in first }
    func named(_ name: String) -> InterfaceType? { indexes[name].map { revision.types[$0] } }
    let oldNames = Set(base.types.map(\.name))
    var rest = revision.types.filter { !oldNames.contains($0.name) }
    for type in base.types {
      if let other = named(type.name) {
        if type.kind != .alias, let target = other.aliased.flatMap(named), target.kind == type.kind {
          renamed[type.name] = target.name
          aliased.insert(type.name)
          rest.removeAll { $0.name == target.name }
          pairs.append((type, target))
        } else {
          pairs.append((type, other))
        }
      } else if let index = successor(of: type, among: rest, matches) {
        let other = rest.remove(at: index)
        renamed[type.name] = other.name
        pairs.append((type, other))
      } else {
        removed.append(type)
      }
    }
    added = rest
  }

  private func successor(
    of type: InterfaceType,
    among others: [InterfaceType],
    _ matches: NodeMatches
  ) -> Int? {
    let origins = Set(type.origins.compactMap { matches[$0] })
    let shared = others.map { other in
      other.role == type.role && other.kind == type.kind ? other.origins.count(where: origins.contains) : 0
    }
    if let most = shared.max(), most > 0, most * 2 >= type.origins.count {
      return shared.firstIndex(of: most)
    }
    // A part of something that was renamed, or what there is one of.
    if let outer = renamed[type.path.dropLast().joined(separator: ".")] {
      let name = outer + "." + (type.path.last ?? "")
      return others.firstIndex { $0.name == name && $0.role == type.role }
    }
    guard type.origins.isEmpty, type.role == .client || type.role == .router else { return nil }
    return others.firstIndex { $0.role == type.role }
  }
}
