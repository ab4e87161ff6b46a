import SwiftModel
import TemplateEngine

/// Deprecated declarations under old names.
struct ShimsView: TemplateView {
  let shims: ShimsDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "isEmpty": .flag(shims.isEmpty)
    case "aliases": .views(shims.aliases.map(ShimAliasView.init))
    case "extensions": .views(shims.extensions.map(ShimExtensionView.init))
    default: nil
    }
  }

  /// The types that signatures mention.
  var types: [String] {
    shims.extensions.flatMap(\.members).flatMap { $0.parameters.map(\.type) + [$0.type].compactMap(\.self) }
  }
}

private struct ShimAliasView: TemplateView {
  let alias: ShimsDeclaration.Alias

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(alias.name))
    case "target": .text(alias.target)
    case "renamed": .text(SwiftLiteral.string(alias.target))
    default: nil
    }
  }
}

private struct ShimExtensionView: TemplateView {
  let addition: ShimsDeclaration.Extension

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "type": .text(addition.type)
    case "aliases": .views(addition.aliases.map(ShimAliasView.init))
    case "members": .views(addition.members.map(ShimMemberView.init))
    default: nil
    }
  }
}

private struct ShimMemberView: TemplateView {
  let member: ShimsDeclaration.Member

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(member.name))
    case "target": .text(SwiftIdentifier.escaped(member.target))
    case "memberTarget": .text(SwiftIdentifier.member(member.target))
    case "renamed": .text(SwiftLiteral.string(member.renamed))
    case "type": .optional(member.type)
    case "parameters": .text(parameters)
    case "arguments": .text(arguments)
    case "isProperty": .flag(isProperty)
    case "isSettable": .flag(member.kind == .property(isSettable: true))
    case "isStaticProperty": .flag(member.kind == .staticProperty)
    case "isStaticFunction": .flag(member.kind == .staticFunction)
    case "isFunction": .flag(member.kind == .function)
    case "isInitializer": .flag(member.kind == .initializer)
    case "isRouterInitializer": .flag(member.kind == .routerInitializer)
    default: nil
    }
  }

  private var isProperty: Bool {
    if case .property = member.kind { true } else { false }
  }

  private var parameters: String {
    var list = member.parameters.map { parameter in
      let label = parameter.label == "_" ? "_ value" : parameter.label
      return "\(label): \(parameter.type)\(parameter.defaultValue.map { " = " + $0 } ?? "")"
    }
    if member.kind == .function { list.append("options: CallOptions? = nil") }
    return list.joined(separator: ", ")
  }

  private var arguments: String {
    var list = member.parameters.sorted { $0.position < $1.position }.map { parameter in
      let value = parameter.label == "_" ? "value" : SwiftIdentifier.escaped(parameter.label)
      return parameter.target == "_" ? value : "\(parameter.target): \(value)"
    }
    if member.kind == .function { list.append("options: options") }
    return list.joined(separator: ", ")
  }
}
