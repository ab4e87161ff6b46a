import SourceDocuments
import SwiftModel

/// Finds what can stand in for declarations that have another name: aliases for types, forwarders for members.
///
/// Only the client's module is looked at: of what servers implement, types alone could have another name, and a
/// function of a handler could not.
struct ShimBuilder {
  private let comparison: SourceComparison
  private let declared: Set<String>
  private(set) var shims = ShimsDeclaration()
  /// The declarations that something stands in for, as changes name them.
  private(set) var shimmed: Set<String> = []

  init(_ comparison: SourceComparison) {
    self.comparison = comparison
    declared = comparison.revisionTypeNames
    for pair in comparison.renamedTypes where !pair.base.role.isOfServer {
      addAlias(pair.base, pair.revision)
    }
    for rename in comparison.renamedMembers where !rename.type.role.isOfServer { addForwarder(rename) }
  }

  // MARK: - Types

  private mutating func addAlias(_ old: InterfaceType, _ new: InterfaceType) {
    let enclosing = old.path.dropLast().joined(separator: ".")
    let name = old.path.last ?? ""
    // Inside a type, an alias of the same name would mean itself.
    let target = new.path.first == name ? comparison.module + "." + new.name : new.name
    let alias = ShimsDeclaration.Alias(name: name, target: target)
    guard !enclosing.isEmpty else {
      shims.aliases.append(alias)
      shimmed.insert(old.name)
      return
    }
    let outer = comparison.baseNames.text(enclosing, in: [])
    let full = outer + "." + alias.name
    // What moved along with the type around it has its name still.
    guard full != new.name, declared.contains(outer), !declared.contains(full) else { return }
    add(to: outer) { $0.aliases.append(alias) }
    shimmed.insert(old.name)
  }

  // MARK: - Members

  private mutating func addForwarder(_ rename: SourceComparison.MemberRename) {
    let (old, new) = (rename.base, rename.revision)
    guard let kind = kind(from: old, to: new), let parameters = parameters(rename),
      let type = result(rename, kind)
    else { return }
    var member = ShimsDeclaration.Member(
      kind,
      name: old.name,
      target: new.name,
      parameters: parameters,
      type: type,
      renamed: new.fullName
    )
    if kind == .function { member.renamed = new.fullName.dropLast() + "options:)" }
    add(to: rename.type.name) { $0.members.append(member) }
    if kind == .function {
      member.type = "APIResponse<\(type ?? "Void")>"
      add(to: rename.type.name + ".WithResponse") { $0.members.append(member) }
    }
    shimmed.insert(rename.declaration)
  }

  private func kind(from old: InterfaceMember, to new: InterfaceMember) -> ShimsDeclaration.Member.Kind? {
    switch (old.kind, new.kind) {
    case (.property(let was), .property(let isSettable)) where isSettable || !was:
      .property(isSettable: was)
    case (.staticProperty, .staticProperty): .staticProperty
    case (.staticFunction, .staticFunction): .staticFunction
    case (.enumCase, .enumCase): old.parameters.isEmpty ? .staticProperty : .staticFunction
    case (.function, .function): .function
    case (.initializer(isFailable: false), .initializer(isFailable: false)): .initializer
    default: nil
    }
  }

  /// What the forwarder returns; nil when that is not what callers expect.
  private func result(
    _ rename: SourceComparison.MemberRename,
    _ kind: ShimsDeclaration.Member.Kind
  ) -> String?? {
    if rename.base.kind == .enumCase { return .some(rename.type.name) }
    if kind == .initializer { return .some(nil) }
    guard
      comparison.isSameType(
        rename.base.type ?? "Void",
        rename.revision.type ?? "Void",
        in: (rename.oldPath, rename.type.path)
      )
    else { return nil }
    return .some(rename.revision.type.map { comparison.revisionNames.text($0, in: rename.type.path) })
  }

  /// The old parameters with what each is forwarded as; nil when a value would have to be made up, or is not
  /// taken any more.
  private func parameters(_ rename: SourceComparison.MemberRename) -> [ShimsDeclaration.Parameter]? {
    var rest = rename.revision.parameters
    var found: [(position: Int, ShimsDeclaration.Parameter)] = []
    for parameter in rename.base.parameters {
      let origins = parameter.origins.compactMap { comparison.matches[$0] }
      guard
        let index = rest.firstIndex(where: { $0.label == parameter.label })
          ?? rest.firstIndex(where: { $0.origins.contains(where: origins.contains) })
      else { return nil }
      let target = rest.remove(at: index)
      let scopes = (rename.oldPath, rename.type.path)
      let isTaken =
        comparison.isSameType(parameter.type, target.type, in: scopes)
        || comparison.isSameType(parameter.type + "?", target.type, in: scopes)
      guard isTaken else { return nil }
      // A label that is not written could be that of the new function.
      let isOptional = parameter.label == target.label || rename.base.name != rename.revision.name
      let position = rename.revision.parameters.firstIndex { $0.label == target.label } ?? 0
      found.append(
        (
          position,
          ShimsDeclaration.Parameter(
            label: parameter.label,
            target: target.label,
            type: comparison.baseNames.text(parameter.type, in: rename.oldPath),
            defaultValue: isOptional ? parameter.defaultValue : nil
          )
        )
      )
    }
    // Arguments are forwarded in the order in which they came.
    guard rest.allSatisfy({ $0.defaultValue != nil }), found.map(\.position) == found.map(\.position).sorted()
    else { return nil }
    return found.map(\.1)
  }

  private mutating func add(to type: String, _ change: (inout ShimsDeclaration.Extension) -> Void) {
    if let index = shims.extensions.firstIndex(where: { $0.type == type }) {
      change(&shims.extensions[index])
    } else {
      var addition = ShimsDeclaration.Extension(type: type)
      change(&addition)
      shims.extensions.append(addition)
    }
  }
}
