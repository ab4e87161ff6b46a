import SourceDocuments
import SwiftModel

/// The arguments of an old member, each with the one of the new member that it is forwarded as.
struct ForwardedArguments {
  /// More of them are no help to anybody.
  private static let mostForwarders = 64

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

  /// The parameters of as many forwarders as it takes for every call that passes arguments in an order that only the
  /// old member has.
  ///
  /// Each demands some arguments of which two come the other way round now, has no room for some others, and leaves the
  /// rest to the call. What one demands another has no room for, so that no call fits two of them, or the new member
  /// as well.
  func orders() throws(ShimObstacle) -> [[ShimsDeclaration.Parameter]] {
    let moved = parameters.indices.filter { index in
      parameters.indices.contains { isInverted(index, $0) || isInverted($0, index) }
    }
    var orders: [[ShimsDeclaration.Parameter]] = []
    var pending = [Choice(demanded: moved.filter { !isOptional[$0] }, open: moved.filter { isOptional[$0] })]
    while var choice = pending.popLast() {
      if hasInversion(choice.demanded) {
        guard orders.count < Self.mostForwarders else { throw .tooManyOrders }
        orders.append(forwarder(choice))
        continue
      }
      let possible = choice.demanded + choice.open
      // What most others have changed places with settles most.
      let counts = choice.open.map { index in
        possible.count { isInverted(index, $0) || isInverted($0, index) }
      }
      guard let most = counts.max(), hasInversion(possible) else { continue }
      let index = choice.open.remove(at: counts.firstIndex(of: most) ?? 0)
      var without = choice
      without.left.append(index)
      choice.demanded.append(index)
      pending += [without, choice]
    }
    return orders
  }

  /// Arguments that calls have to pass, may pass and cannot pass.
  private struct Choice {
    var demanded: [Int]
    var open: [Int]
    var left: [Int] = []
  }

  private func forwarder(_ choice: Choice) -> [ShimsDeclaration.Parameter] {
    parameters.indices.filter { !choice.left.contains($0) }.map { index in
      var parameter = parameters[index]
      if choice.demanded.contains(index) { parameter.defaultValue = nil }
      return parameter
    }
  }

  private func hasInversion(_ indices: [Int]) -> Bool {
    indices.contains { index in indices.contains { isInverted(index, $0) } }
  }

  /// Whether two arguments, given in the old order, come the other way round in the new one.
  private func isInverted(_ first: Int, _ second: Int) -> Bool {
    first < second && parameters[first].position > parameters[second].position
  }
}
