import SwiftModel

/// Tells which texts mean the same in two interfaces because every name in them does.
struct SettledNames: Sendable {
  /// The words in names that only one of the interfaces declares: they may stand for something else in the other one,
  /// or hide what stood for it.
  private let unsettled: Set<String>

  init(_ pairing: TypePairing, modules: (base: String, revision: String)) {
    var words = Set((pairing.removed + pairing.added).flatMap(\.path))
    for pair in pairing.pairs where pair.base.name != pair.revision.name {
      words.formUnion(pair.base.path + pair.revision.path)
    }
    if modules.base != modules.revision { words.formUnion([modules.base, modules.revision]) }
    unsettled = words
  }

  /// Whether a type means the same in both, when it stands in the same type of both.
  func meanTheSame(_ type: String) -> Bool {
    unsettled.isEmpty || TypeNames.words(in: type).allSatisfy { !unsettled.contains($0) }
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
