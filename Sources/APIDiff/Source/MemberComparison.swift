import SourceDocuments
import SwiftModel

/// Compares the members of a type that both interfaces have.
struct MemberComparison {
  private let old: InterfaceType
  private let new: InterfaceType
  private let matches: NodeMatches

  init(_ old: InterfaceType, _ new: InterfaceType, _ comparison: SourceComparison) {
    self.old = old
    self.new = new
    matches = comparison.matches
  }

  /// What makes two members the same to the code that uses them.
  private struct Key: Hashable {
    var form: Int
    var name: String

    init(_ member: InterfaceMember) {
      name = member.name
      form =
        switch member.kind {
        case .initializer: 0
        case .property: 1
        case .staticProperty, .staticFunction: 2
        case .function, .requirement: 3
        case .enumCase: 4
        }
    }
  }

  func run(_ comparison: inout SourceComparison) {
    let known = Dictionary(new.members.map { (Key($0), $0) }) { first, _ in first }
    let oldKeys = Set(old.members.map(Key.init))
    var rest = new.members.filter { !oldKeys.contains(Key($0)) }
    for member in old.members {
      if let other = known[Key(member)] {
        compare(member, other, &comparison)
      } else if let index = successor(of: member, among: rest) {
        let other = rest.remove(at: index)
        recordRename(member, other, &comparison)
        compare(member, other, &comparison)
      } else {
        recordRemoval(of: member, &comparison)
      }
    }
    for member in rest { recordAddition(of: member, &comparison) }
  }

  private func successor(of member: InterfaceMember, among others: [InterfaceMember]) -> Int? {
    let origins = member.origins.compactMap { matches[$0] }
    guard !origins.isEmpty else { return nil }
    return others.firstIndex { other in
      Key(other).form == Key(member).form && other.origins.contains(where: origins.contains)
    }
  }

  // MARK: - Members of one side

  private func recordRename(
    _ member: InterfaceMember,
    _ other: InterfaceMember,
    _ comparison: inout SourceComparison
  ) {
    comparison.noteRename(
      SourceComparison.MemberRename(oldPath: old.path, type: new, base: member, revision: other)
    )
    let isRequirement = member.kind == .requirement
    comparison.record(
      .renamed,
      name(of: member),
      member.signature,
      other.signature,
      old,
      isRequirement ? .none : Verdict(.breaks, SourceReasons.renamed),
      behaviour: isRequirement ? Verdict(.mayBreak, SourceReasons.handlerNotCalled) : .none,
      aspects: [.name],
      places: (member.origins, other.origins)
    )
  }

  private func recordRemoval(of member: InterfaceMember, _ comparison: inout SourceComparison) {
    // A function that nothing calls any more compiles on.
    let isRequirement = member.kind == .requirement
    comparison.record(
      .removed,
      name(of: member),
      member.signature,
      nil,
      old,
      isRequirement ? .none : Verdict(.breaks, SourceReasons.removed),
      aspects: isForUnknownValues(member) ? [.direction] : [.existence, .name, .type],
      places: (member.origins, isForUnknownValues(member) ? new.origins : [])
    )
  }

  private func recordAddition(of member: InterfaceMember, _ comparison: inout SourceComparison) {
    var verdict = Verdict(.additive, SourceReasons.additive)
    var rareBreaks: [RareUse] = []
    if member.kind == .enumCase {
      switch old.cases {
      case .exhaustive: verdict = Verdict(.breaks, SourceReasons.exhaustive)
      case .open: verdict = Verdict(.mayBreak, SourceReasons.open)
      case .constructed: rareBreaks = [.exhaustiveSwitch]
      }
    }
    comparison.record(
      .added,
      new.name + "." + member.fullName,
      nil,
      member.signature,
      old,
      verdict,
      rareBreaks: rareBreaks,
      aspects: isForUnknownValues(member) ? [.direction] : [.existence, .name, .type],
      places: (isForUnknownValues(member) ? old.origins : [], member.origins)
    )
  }

  /// Whether it is the case for values that no version knows, which only what is received has.
  private func isForUnknownValues(_ member: InterfaceMember) -> Bool {
    member.kind == .enumCase && old.cases != new.cases && member.parameters.count == 1
      && member.origins == (old.cases == .open ? old.origins : new.origins)
  }

  private func name(of member: InterfaceMember) -> String { old.name + "." + member.fullName }

  // MARK: - Members of both sides

  private func compare(
    _ member: InterfaceMember,
    _ other: InterfaceMember,
    _ comparison: inout SourceComparison
  ) {
    CallComparison(member, other, of: old, new).run(&comparison)
    compareResults(member, other, &comparison)
    compareForms(member, other, &comparison)
    if !member.isDeprecated, other.isDeprecated {
      comparison.record(
        .changed,
        name(of: member),
        nil,
        "@available(*, deprecated)",
        old,
        Verdict(.additive, SourceReasons.deprecated),
        aspects: [.deprecation],
        places: (member.origins, other.origins)
      )
    }
  }

  private func compareResults(
    _ member: InterfaceMember,
    _ other: InterfaceMember,
    _ comparison: inout SourceComparison
  ) {
    let (before, after) = (member.type ?? "Void", other.type ?? "Void")
    guard !comparison.isSameType(before, after, in: (old.path, new.path)) else { return }
    let isRequirement = member.kind == .requirement
    // A result that nobody asked for is warned of at most.
    let verdict: Verdict =
      isRequirement
      ? .none
      : before == "Void"
        ? Verdict(.additive, SourceReasons.additive) : Verdict(.breaks, SourceReasons.typeChanged)
    let mentioned =
      comparison.baseNames.mentioned(in: before, scope: old.path)
      + comparison.revisionNames.mentioned(in: after, scope: new.path)
    comparison.record(
      .changed,
      name(of: member),
      signature(before, of: member),
      signature(after, of: other),
      old,
      verdict,
      rareBreaks: verdict.level == .additive ? [.reference] : [],
      behaviour: isRequirement ? Verdict(.mayBreak, SourceReasons.handlerNotCalled) : .none,
      aspects: old.role == .client
        ? [.name, .existence, .type] : TypeDifference.aspects(before, after),
      places: (member.typeOrigins, other.typeOrigins),
      mentioned: mentioned.flatMap(\.origins)
    )
  }

  /// The part of the signature that is about the type.
  private func signature(_ type: String, of member: InterfaceMember) -> String {
    switch member.kind {
    case .property, .staticProperty: member.signature
    default: "-> " + type
    }
  }

  /// Whether it can be set, may fail, or has become something that is called.
  private func compareForms(
    _ member: InterfaceMember,
    _ other: InterfaceMember,
    _ comparison: inout SourceComparison
  ) {
    guard member.kind != other.kind else { return }
    var isOfDirection = true
    let verdict: Verdict
    switch (member.kind, other.kind) {
    case (.property(isSettable: false), .property(isSettable: true)):
      verdict = Verdict(.additive, SourceReasons.additive)
    case (.property(isSettable: true), .property(isSettable: false)):
      verdict = Verdict(.breaks, SourceReasons.noLongerSettable)
    case (.initializer, .initializer) where old.cases != new.cases:
      verdict = Verdict(.breaks, SourceReasons.otherKind)
    default:
      isOfDirection = false
      verdict = Verdict(.breaks, SourceReasons.otherKind)
    }
    comparison.record(
      .changed,
      name(of: member),
      member.signature,
      other.signature,
      old,
      verdict,
      aspects: isOfDirection ? [.direction] : [.type, .existence],
      // That is decided for the type as a whole.
      places: isOfDirection ? (old.origins, new.origins) : (member.origins, other.origins)
    )
  }
}

/// What it is that differs between two types.
enum TypeDifference {
  static func aspects(_ before: String, _ after: String) -> Set<SourceAspect> {
    bare(before) == bare(after)
      ? [.presence] : isOptional(before) == isOptional(after) ? [.type] : [.type, .presence]
  }

  /// The type without what says that there may be no value.
  private static func bare(_ text: String) -> String {
    text.replacing("Nullable<", with: "").filter { $0 != "?" && $0 != ">" }
  }

  private static func isOptional(_ text: String) -> Bool { text.hasSuffix("?") }
}
