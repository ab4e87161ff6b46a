import SourceDocuments
import SwiftModel

/// Compares the parameters of two functions, initializers or cases of the same name: do calls that were written for
/// the old one compile with the new one?
struct CallComparison {
  private let member: InterfaceMember
  private let other: InterfaceMember
  private let old: InterfaceType
  private let new: InterfaceType

  init(_ member: InterfaceMember, _ other: InterfaceMember, of old: InterfaceType, _ new: InterfaceType) {
    self.member = member
    self.other = other
    self.old = old
    self.new = new
  }

  func run(_ comparison: inout SourceComparison) {
    guard !(member.parameters.isEmpty && other.parameters.isEmpty) else { return }
    var rest = other.parameters
    var kept: [(InterfaceParameter, InterfaceParameter)] = []
    var removed: [InterfaceParameter] = []
    for parameter in member.parameters {
      if let index = rest.firstIndex(where: { $0.label == parameter.label }) {
        kept.append((parameter, rest.remove(at: index)))
      } else {
        removed.append(parameter)
      }
    }
    for parameter in removed {
      let origins = parameter.origins.compactMap { comparison.matches[$0] }
      if let index = rest.firstIndex(where: { $0.origins.contains(where: origins.contains) }) {
        let successor = rest.remove(at: index)
        comparison.noteRename(
          SourceComparison.MemberRename(oldPath: old.path, type: new, base: member, revision: other)
        )
        record(.renamed, parameter, successor, SourceReasons.argumentRenamed, [.name], &comparison)
      } else {
        record(.removed, parameter, nil, SourceReasons.argumentRemoved, [.existence, .type], &comparison)
      }
    }
    for (parameter, successor) in kept { compare(parameter, successor, &comparison) }
    for parameter in rest {
      let reason = parameter.defaultValue == nil ? SourceReasons.argumentRequired : nil
      // References are to the labels that are there, and patterns to all values.
      let rareBreaks: [RareUse] = member.kind == .enumCase ? [.reference, .pattern] : [.reference]
      record(.added, nil, parameter, reason, [.existence, .type], rareBreaks: rareBreaks, &comparison)
    }
    compareOrder(kept, &comparison)
  }

  private func compare(
    _ parameter: InterfaceParameter,
    _ successor: InterfaceParameter,
    _ comparison: inout SourceComparison
  ) {
    let scopes = (old.path, new.path)
    let isSame = comparison.isSameType(parameter.type, successor.type, in: scopes)
    if !isSame {
      // A value is taken for an optional; but for a function that is to be implemented the types have to be equal,
      // and a value that is taken out of a case is what it is.
      let accepts =
        member.kind != .requirement && comparison.isSameType(parameter.type + "?", successor.type, in: scopes)
        && (member.kind != .enumCase || old.cases == .constructed)
      let losesDefault =
        member.kind != .requirement && parameter.defaultValue != nil && successor.defaultValue == nil
      record(
        .changed,
        parameter,
        successor,
        losesDefault ? SourceReasons.argumentRequired : accepts ? nil : SourceReasons.argumentType,
        TypeDifference.aspects(parameter.type, successor.type),
        rareBreaks: member.kind == .enumCase ? [.pattern] : [],
        &comparison
      )
    } else if (parameter.defaultValue == nil) != (successor.defaultValue == nil) {
      let reason = successor.defaultValue == nil ? SourceReasons.argumentRequired : nil
      record(.changed, parameter, successor, reason, [.presence], &comparison)
    }
  }

  /// Labels in another order do not compile, whether or not there are defaults.
  private func compareOrder(
    _ kept: [(InterfaceParameter, InterfaceParameter)],
    _ comparison: inout SourceComparison
  ) {
    let positions = Dictionary(
      other.parameters.enumerated().map { ($1.label, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let order = kept.compactMap { positions[$0.1.label] }
    guard order != order.sorted() else { return }
    let moved = kept.filter { $0.0.type.hasSuffix("?") != $0.1.type.hasSuffix("?") }
    let isRequirement = member.kind == .requirement
    comparison.noteReordering(
      SourceComparison.MemberRename(oldPath: old.path, type: new, base: member, revision: other)
    )
    comparison.record(
      .changed,
      old.name + "." + member.fullName,
      member.fullName,
      other.fullName,
      old,
      isRequirement ? .none : Verdict(.breaks, SourceReasons.order),
      behaviour: isRequirement ? Verdict(.mayBreak, SourceReasons.handlerNotCalled) : .none,
      aspects: moved.isEmpty ? [.order] : [.presence],
      places: moved.isEmpty
        ? (member.origins, other.origins) : (moved.flatMap(\.0.origins), moved.flatMap(\.1.origins))
    )
  }

  /// - Parameters:
  ///   - reason: Why calls break; nil when they do not.
  ///   - rareBreaks: What breaks all the same where calls do not.
  private func record(
    _ kind: DeclarationChange.Kind,
    _ parameter: InterfaceParameter?,
    _ successor: InterfaceParameter?,
    _ reason: String?,
    _ aspects: Set<SourceAspect>,
    rareBreaks: [RareUse] = [],
    _ comparison: inout SourceComparison
  ) {
    let isRequirement = member.kind == .requirement
    let verdict: Verdict =
      isRequirement
      ? .none : reason.map { Verdict(.breaks, $0) } ?? Verdict(.additive, SourceReasons.additive)
    let mentioned =
      (parameter.map { comparison.baseNames.mentioned(in: $0.type, scope: old.path) } ?? [])
      + (successor.map { comparison.revisionNames.mentioned(in: $0.type, scope: new.path) } ?? [])
    let fallback = (parameter?.origins ?? []).isEmpty && (successor?.origins ?? []).isEmpty
    comparison.record(
      kind,
      old.name + "." + (parameter == nil ? other : member).fullName,
      parameter?.signature,
      successor?.signature,
      old,
      verdict,
      rareBreaks: verdict.level == .additive ? rareBreaks : [],
      behaviour: isRequirement ? Verdict(.mayBreak, SourceReasons.handlerNotCalled) : .none,
      aspects: aspects,
      places: fallback
        ? (member.origins, other.origins) : (parameter?.origins ?? [], successor?.origins ?? []),
      mentioned: mentioned.flatMap(\.origins)
    )
  }
}
