import SourceDocuments
import SwiftModel

/// The arguments of an old member, each with the one of the new member that it is forwarded as.
struct ForwardedArguments {
  /// More sets of arguments than all of these would give are no help to anybody.
  private static let mostOptional = 4

  /// In the order of the old member.
  let parameters: [ShimsDeclaration.Parameter]
  /// Whether the new member can do without each of them.
  private let isOptional: [Bool]

  /// - Throws: When a value would have to be made up, or is not taken any more.
  init(_ rename: SourceComparison.MemberRename, _ comparison: SourceComparison) throws(ShimObstacle) {
    var rest = rename.revision.parameters
    var found: [ShimsDeclaration.Parameter] = []
    var isOptional: [Bool] = []
    for parameter in rename.base.parameters {
      let origins = parameter.origins.compactMap { comparison.matches[$0] }
      guard
        let index = rest.firstIndex(where: { $0.label == parameter.label })
          ?? rest.firstIndex(where: { $0.origins.contains(where: origins.contains) })
      else { throw .argumentIsGone }
      let target = rest.remove(at: index)
      let scopes = (rename.oldPath, rename.type.path)
      let isTaken =
        comparison.isSameType(parameter.type, target.type, in: scopes)
        || comparison.isSameType(parameter.type + "?", target.type, in: scopes)
      guard isTaken else { throw .argumentHasOtherType }
      // A label that is not written could be that of the new function.
      let mayBeLeftOut = parameter.label == target.label || rename.base.name != rename.revision.name
      found.append(
        ShimsDeclaration.Parameter(
          label: parameter.label,
          target: target.label,
          type: comparison.baseNames.text(parameter.type, in: rename.oldPath),
          defaultValue: mayBeLeftOut ? parameter.defaultValue : nil,
          position: rename.revision.parameters.firstIndex { $0.label == target.label } ?? 0
        )
      )
      isOptional.append(parameter.defaultValue != nil && target.defaultValue != nil)
    }
    guard rest.allSatisfy({ $0.defaultValue != nil }) else { throw .argumentIsDemanded }
    let isReordered = found.map(\.position) != found.map(\.position).sorted()
    if isReordered, rename.base.name == rename.revision.name, found.contains(where: { $0.label != $0.target })
    {
      throw .orderAndLabels
    }
    parameters = found
    self.isOptional = isOptional
  }

  /// The parameters of a forwarder for each set of arguments that can be passed in the old order only. Each takes all
  /// of its set, so that no call fits two of them, or the new member as well.
  func orders() throws(ShimObstacle) -> [[ShimsDeclaration.Parameter]] {
    let moved = parameters.indices.filter { index in
      parameters.indices.contains { isInverted(index, $0) || isInverted($0, index) }
    }
    let optional = moved.filter { isOptional[$0] }
    guard optional.count <= Self.mostOptional else { throw .tooManyOrders }
    let sets = (0..<(1 << optional.count)).reversed().map { bits in
      moved.filter { index in
        optional.firstIndex(of: index).map { bits & (1 << $0) != 0 } ?? true
      }
    }
    let inverted = sets.filter { set in set.contains { index in set.contains { isInverted(index, $0) } } }
    return inverted.map { set in
      parameters.indices.compactMap { index in
        var parameter = parameters[index]
        guard moved.contains(index) else { return parameter }
        parameter.defaultValue = nil
        return set.contains(index) ? parameter : nil
      }
    }
  }

  /// Whether two arguments, given in the old order, come the other way round in the new one.
  private func isInverted(_ first: Int, _ second: Int) -> Bool {
    first < second && parameters[first].position > parameters[second].position
  }
}
