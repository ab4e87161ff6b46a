import SwiftModel

/// Tells which texts mean the same in two interfaces because every name in them does.
final class SettledNames {
  /// The words in names that only one of the interfaces declares: they may stand for something else in the other one,
  /// or hide what stood for it.
  private let unsettled: Set<String>
  private var known: [String: Bool] = [:]

  init(_ base: SwiftInterface, _ revision: SwiftInterface) {
    let (old, new) = (Set(base.types.map(\.path)), Set(revision.types.map(\.path)))
    var words = Set(old.symmetricDifference(new).joined())
    if base.module != revision.module { words.formUnion([base.module, revision.module]) }
    unsettled = words
  }

  /// Whether a type means the same in both, when it stands in the same type of both.
  func meanTheSame(_ type: String) -> Bool {
    if unsettled.isEmpty { return true }
    if let result = known[type] { return result }
    let result = !TypeNames.words(in: type).contains(where: unsettled.contains)
    known[type] = result
    return result
  }

  func meanTheSame(_ member: InterfaceMember) -> Bool {
    (member.type.map(meanTheSame) ?? true) && member.parameters.allSatisfy { meanTheSame($0.type) }
  }
}

extension InterfaceMember {
  /// Whether both are written alike.
  func isDeclared(like other: InterfaceMember) -> Bool {
    name == other.name && kind == other.kind && type == other.type && isDeprecated == other.isDeprecated
      && parameters.count == other.parameters.count
      && zip(parameters, other.parameters).allSatisfy {
        $0.label == $1.label && $0.type == $1.type && $0.defaultValue == $1.defaultValue
      }
  }
}
