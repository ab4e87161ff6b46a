import SourceDocuments
import SwiftModel

/// Finds what can stand in for declarations that have another name, or whose arguments have another order: aliases for
/// types, forwarders for members.
struct ShimBuilder {
  private let comparison: SourceComparison
  /// What goes into the client's module, and into the server's.
  private(set) var client = ShimsDeclaration()
  private(set) var server = ShimsDeclaration()
  /// The declarations that something stands in for, as changes name them.
  private(set) var shimmed: Set<String> = []
  /// Why nothing can stand in for a declaration.
  private(set) var obstacles: [String: String] = [:]

  init(_ comparison: SourceComparison) {
    self.comparison = comparison
    for pair in comparison.renamedTypes { addAlias(pair.base, pair.revision) }
    for rename in comparison.renamedMembers {
      do throws(ShimObstacle) {
        try addForwarder(rename)
        shimmed.insert(rename.declaration)
      } catch {
        obstacles[rename.declaration] = error.rawValue
      }
    }
    for reordering in comparison.reorderedMembers {
      do throws(ShimObstacle) {
        try addForwarders(ofReordered: reordering)
        if reordering.base.name == reordering.revision.name { shimmed.insert(reordering.declaration) }
      } catch {
        obstacles[reordering.declaration] = error.rawValue
      }
    }
  }

  // MARK: - Types

  private mutating func addAlias(_ old: InterfaceType, _ new: InterfaceType) {
    let enclosing = old.path.dropLast().joined(separator: ".")
    let name = old.path.last ?? ""
    // Inside a type, an alias of the same name would mean itself.
    let target = new.path.first == name ? comparison.module + "." + new.name : new.name
    let alias = ShimsDeclaration.Alias(name: name, target: target)
    guard !enclosing.isEmpty else {
      if old.role.isOfServer { server.aliases.append(alias) } else { client.aliases.append(alias) }
      shimmed.insert(old.name)
      return
    }
    let outer = comparison.baseNames.text(enclosing, in: [])
    let full = outer + "." + alias.name
    // What moved along with the type around it has its name still.
    guard full != new.name else { return }
    let isTaken = comparison.revisionNames.declares(full)
    guard comparison.revisionNames.declares(outer), !isTaken else {
      obstacles[old.name] = (isTaken ? ShimObstacle.nameIsTaken : .enclosingTypeIsGone).rawValue
      return
    }
    add(to: outer, of: old.role) { $0.aliases.append(alias) }
    shimmed.insert(old.name)
  }

  // MARK: - Members

  private mutating func addForwarder(_ rename: SourceComparison.MemberRename) throws(ShimObstacle) {
    // What cannot be forwarded at all says so, whatever its arguments.
    _ = try kind(of: rename)
    let member = try member(rename, forwarding: try ForwardedArguments(rename, comparison).parameters)
    add(member, for: rename)
  }

  /// As many as calls in the old order need.
  private mutating func addForwarders(
    ofReordered reordering: SourceComparison.MemberRename
  ) throws(ShimObstacle) {
    // Under a name of its own, one forwarder takes any of its arguments.
    guard reordering.base.name == reordering.revision.name else { return }
    for parameters in try ForwardedArguments(reordering, comparison).orders() {
      add(try member(reordering, forwarding: parameters), for: reordering)
    }
  }

  private func member(
    _ rename: SourceComparison.MemberRename,
    forwarding parameters: [ShimsDeclaration.Parameter]
  ) throws(ShimObstacle) -> ShimsDeclaration.Member {
    let kind = try kind(of: rename)
    return ShimsDeclaration.Member(
      kind,
      name: rename.base.name,
      target: rename.revision.name,
      parameters: parameters,
      type: try result(of: rename, kind),
      renamed: kind == .function
        ? rename.revision.fullName.dropLast() + "options:)"
        : kind == .routerInitializer
          ? rename.revision.fullName.dropLast() + "authenticate:)" : rename.revision.fullName
    )
  }

  private mutating func add(_ member: ShimsDeclaration.Member, for rename: SourceComparison.MemberRename) {
    add(to: rename.type.name, of: rename.type.role) { $0.members.append(member) }
    guard member.kind == .function else { return }
    var whole = member
    whole.type = "APIResponse<\(member.type ?? "Void")>"
    add(to: rename.type.name + ".WithResponse", of: rename.type.role) { $0.members.append(whole) }
  }

  private func kind(
    of rename: SourceComparison.MemberRename
  ) throws(ShimObstacle) -> ShimsDeclaration.Member.Kind {
    switch (rename.base.kind, rename.revision.kind) {
    case (.property(let was), .property(let isSettable)) where isSettable || !was:
      return .property(isSettable: was)
    case (.staticProperty, .staticProperty): return .staticProperty
    case (.staticFunction, .staticFunction): return .staticFunction
    case (.enumCase, .enumCase): return rename.base.parameters.isEmpty ? .staticProperty : .staticFunction
    // Only services have functions that are called over the network; those of the runtime's types set something.
    case (.function, .function) where rename.type.role == .service: return .function
    case (.initializer(isFailable: false), .initializer(isFailable: false)):
      return rename.type.role == .router ? .routerInitializer : .initializer
    case (.requirement, .requirement): throw .handler
    case (.property, .property): throw .noLongerSettable
    case (.function, .function): throw .header
    default: throw .otherKind
    }
  }

  /// What the forwarder returns.
  private func result(
    of rename: SourceComparison.MemberRename,
    _ kind: ShimsDeclaration.Member.Kind
  ) throws(ShimObstacle) -> String? {
    if rename.base.kind == .enumCase { return rename.type.name }
    if kind == .initializer || kind == .routerInitializer { return nil }
    let scopes = (rename.oldPath, rename.type.path)
    guard comparison.isSameType(rename.base.type ?? "Void", rename.revision.type ?? "Void", in: scopes) else {
      throw .otherType
    }
    return rename.revision.type.map { comparison.revisionNames.text($0, in: rename.type.path) }
  }

  private mutating func add(
    to type: String,
    of role: InterfaceType.Role,
    _ change: (inout ShimsDeclaration.Extension) -> Void
  ) {
    if role.isOfServer { server.add(to: type, change) } else { client.add(to: type, change) }
  }
}

/// Why nothing can stand in for a declaration, in words without a full stop.
enum ShimObstacle: String, Error {
  case handler = "the router calls a handler's functions by their new names alone"
  case header = "headers of responses are set by their new names alone"
  case noLongerSettable = "it can no longer be set"
  case otherKind = "it is something else now"
  case otherType = "it has another type, too"
  case argumentIsGone = "an argument is no longer taken"
  case argumentHasOtherType = "an argument has another type, too"
  case argumentIsDemanded = "a new argument has no default"
  case orderAndLabels = "arguments have other labels and another order"
  case tooManyOrders =
    "it would take more than 64 forwarders, one for each way to leave out arguments that have another order"
  case enclosingTypeIsGone = "the type around it is gone"
  case nameIsTaken = "the name is taken by another declaration"
}

extension ShimsDeclaration {
  fileprivate mutating func add(to type: String, _ change: (inout Extension) -> Void) {
    if let index = extensions.firstIndex(where: { $0.type == type }) {
      change(&extensions[index])
    } else {
      var addition = Extension(type: type)
      change(&addition)
      extensions.append(addition)
    }
  }
}
