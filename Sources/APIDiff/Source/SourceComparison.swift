import Parallelism
import SourceDocuments
import SwiftModel

/// Compares what code can mention of two packages, and says which code still compiles.
///
/// The judged code uses what a package offers in the usual way: it calls functions and initializers with any of
/// their arguments, reads and sets properties, names types, switches over enums, and implements handlers. What breaks
/// hardly any code is additive, and says which (``RareUse``).
struct SourceComparison {
  private let pairing: TypePairing
  private let base: SwiftInterface
  private let revision: SwiftInterface
  let matches: NodeMatches
  /// Types of the old interface under the names of the new one, and those of the new one.
  let baseNames: TypeNames
  let revisionNames: TypeNames
  private let settled: SettledNames
  private(set) var changes: [SourceChange] = []
  /// Pairs of members under another name, for shims.
  private(set) var renamedMembers: [MemberRename] = []
  /// Pairs of members that take the same arguments in another order.
  private(set) var reorderedMembers: [MemberRename] = []

  /// A member that is called otherwise: by another name, or with other labels.
  struct MemberRename {
    /// The path of the type in the old interface, and the type in the new one.
    var oldPath: [String]
    var type: InterfaceType
    var base: InterfaceMember
    var revision: InterfaceMember

    /// The old member as changes name it.
    var declaration: String { (oldPath + [base.fullName]).joined(separator: ".") }
  }

  init(_ base: SwiftInterface, _ revision: SwiftInterface, matches: NodeMatches) {
    self.base = base
    self.revision = revision
    self.matches = matches
    pairing = TypePairing(base, revision, matches: matches)
    baseNames = TypeNames(base, renamed: pairing.renamed)
    revisionNames = TypeNames(revision)
    let settled = SettledNames(pairing, modules: (base.module, revision.module))
    self.settled = settled
    compareModules()
    for type in pairing.removed { recordRemoval(of: type) }
    let alike = pairing.pairs.parts(of: 256).concurrentMap { part in
      part.map { Self.isDeclaredAlike($0.base, $0.revision, settled) }
    }.joined()
    for (pair, isAlike) in zip(pairing.pairs, alike) {
      compare(pair.base, pair.revision, isDeclaredAlike: isAlike)
    }
    for type in pairing.added {
      record(
        .added,
        type.name,
        nil,
        type.signature,
        type,
        Verdict(.additive, SourceReasons.additive),
        aspects: [.existence, .name, .type],
        places: ([], type.origins)
      )
    }
  }

  /// The pairs of types under another name, the enclosing ones first.
  var renamedTypes: [(base: InterfaceType, revision: InterfaceType)] {
    pairing.pairs.filter { $0.base.name != $0.revision.name && !pairing.aliased.contains($0.base.name) }
  }

  /// The client's module in the new interface.
  var module: String { revision.module }

  /// What becomes of names that are made of the module's is gathered under its change.
  static let moduleGroup = "module"

  private mutating func compareModules() {
    guard base.module != revision.module else { return }
    changes.append(
      SourceChange(
        declaration: DeclarationChange(
          kind: .renamed,
          declaration: base.module,
          before: "import \(base.module)",
          after: "import \(revision.module)",
          isOfServer: false,
          source: Verdict(.breaks, SourceReasons.renamed),
          behaviour: .none
        ),
        aspects: [.name],
        base: [],
        revision: [],
        group: Self.moduleGroup
      )
    )
  }

  // MARK: - Types

  private mutating func recordRemoval(of type: InterfaceType) {
    record(
      .removed,
      type.name,
      type.signature,
      nil,
      type,
      Verdict(.breaks, SourceReasons.removed),
      aspects: [.existence, .name, .type],
      places: (type.origins, [])
    )
  }

  private mutating func compare(_ old: InterfaceType, _ new: InterfaceType, isDeclaredAlike: Bool) {
    let places = (old.origins, new.origins)
    // What only follows the name of something around it, or of the module, is no rename of its own.
    if old.name != new.name, !pairing.aliased.contains(old.name),
      pairing.renamed[enclosing(old)].map({ $0 != enclosing(new) }) ?? true
    {
      record(
        .renamed,
        old.name,
        old.signature,
        new.signature,
        old,
        Verdict(.breaks, SourceReasons.renamed),
        aspects: [.name],
        places: places
      )
      if isNamedAfterModule(old, new) { changes[changes.count - 1].group = Self.moduleGroup }
    }
    guard old.kind == new.kind else {
      record(
        .changed,
        old.name,
        old.signature,
        new.signature,
        old,
        Verdict(.breaks, SourceReasons.otherKind),
        aspects: [.type, .existence],
        places: places
      )
      return
    }
    if let before = old.aliased, let after = new.aliased {
      if !isSameType(before, after, in: ([], [])) {
        record(
          .changed,
          old.name,
          old.signature,
          new.signature,
          old,
          Verdict(.breaks, SourceReasons.typeChanged),
          aspects: [.type, .presence],
          places: places
        )
      }
      return
    }
    guard !isDeclaredAlike else { return }
    compareConformances(old, new)
    MemberComparison(old, new, self).run(&self)
  }

  /// Whether nothing but the name of the module in its name is another.
  private func isNamedAfterModule(_ old: InterfaceType, _ new: InterfaceType) -> Bool {
    base.module != revision.module && old.name.hasPrefix(base.module)
      && new.name == revision.module + old.name.dropFirst(base.module.count)
  }

  /// Whether both are written alike and mean the same, which nearly all types of two versions do.
  private static func isDeclaredAlike(
    _ old: InterfaceType,
    _ new: InterfaceType,
    _ settled: SettledNames
  ) -> Bool {
    old.path == new.path && old.conformances == new.conformances && old.cases == new.cases
      && old.members.count == new.members.count
      && zip(old.members, new.members).allSatisfy { $0.isDeclared(like: $1) && settled.meanTheSame($0) }
      && old.conformances.allSatisfy(settled.meanTheSame)
  }

  private func enclosing(_ type: InterfaceType) -> String { type.path.dropLast().joined(separator: ".") }

  private mutating func compareConformances(_ old: InterfaceType, _ new: InterfaceType) {
    let before = old.conformances.map { baseNames.text($0, in: []) }
    for conformance in before where !new.conformances.contains(conformance) {
      record(
        .removed,
        old.name,
        "\(old.name): \(conformance)",
        nil,
        old,
        Verdict(.breaks, SourceReasons.conformance),
        aspects: [.type, .presence, .existence],
        places: (old.origins, new.origins)
      )
    }
    for conformance in new.conformances where !before.contains(conformance) {
      record(
        .added,
        old.name,
        nil,
        "\(old.name): \(conformance)",
        old,
        Verdict(.additive, SourceReasons.additive),
        aspects: [.type, .presence, .existence],
        places: (old.origins, new.origins)
      )
    }
  }

  /// Whether two type texts mean the same type.
  func isSameType(_ before: String, _ after: String, in scopes: (base: [String], revision: [String])) -> Bool
  {
    if before == after, scopes.base == scopes.revision, settled.meanTheSame(before) { return true }
    if baseNames.text(before, in: scopes.base) == revisionNames.text(after, in: scopes.revision) {
      return true
    }
    return baseNames.text(before, in: scopes.base, expands: true)
      == revisionNames.text(after, in: scopes.revision, expands: true)
  }

  // MARK: - Recording

  mutating func noteRename(_ rename: MemberRename) {
    guard renamedMembers.last?.declaration != rename.declaration else { return }
    renamedMembers.append(rename)
  }

  mutating func noteReordering(_ reordering: MemberRename) {
    reorderedMembers.append(reordering)
  }

  /// Takes note of the declarations that something can stand in for, and of why it cannot for others.
  mutating func markShimmed(_ shims: ShimBuilder) {
    for index in changes.indices where changes[index].hasOtherName {
      let declaration = changes[index].declaration.declaration
      changes[index].declaration.isShimmed = shims.shimmed.contains(declaration)
      guard !changes[index].declaration.isShimmed, changes[index].declaration.needsWork else { continue }
      changes[index].declaration.shimObstacle = shims.obstacles[declaration]
    }
  }

  mutating func record(
    _ kind: DeclarationChange.Kind,
    _ declaration: String,
    _ before: String?,
    _ after: String?,
    _ type: InterfaceType,
    _ source: Verdict,
    rareBreaks: [RareUse] = [],
    behaviour: Verdict = .none,
    aspects: Set<SourceAspect>,
    places: (base: [SourceNode], revision: [SourceNode]),
    mentioned: [SourceNode] = []
  ) {
    changes.append(
      SourceChange(
        declaration: DeclarationChange(
          kind: kind,
          declaration: declaration,
          before: before,
          after: after,
          isOfServer: type.role.isOfServer,
          source: source,
          behaviour: behaviour,
          rareBreaks: rareBreaks
        ),
        aspects: aspects,
        base: places.base,
        revision: places.revision,
        mentioned: mentioned,
        group: group(of: type, places)
      )
    )
  }

  /// Models are gathered by name, and what belongs to an operation by the operation.
  private func group(of type: InterfaceType, _ places: (base: [SourceNode], revision: [SourceNode])) -> String
  {
    switch type.role {
    case .model: return type.path[0]
    case .client, .runtime, .router: return type.path[0]
    case .service, .endpoint, .handler, .stub, .result, .body, .event, .receiver:
      return (places.revision.first ?? places.base.first)?.pointer ?? type.name
    }
  }
}
