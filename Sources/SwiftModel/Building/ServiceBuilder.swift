import APIModel
import Parallelism
import SourceDocuments

/// Names services and operations, and builds their declarations.
struct ServiceBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder
  private(set) var diagnostics = Diagnostics()
  private(set) var usedOverrides: Set<String> = []
  /// The names at the top of the modules.
  private var topLevel: NameScope

  /// - Parameter taken: The names that types at the top of the modules have already.
  init(_ context: BuildContext, usage: UsageExampleBuilder, taken: Set<String>) {
    self.context = context
    self.usage = usage
    topLevel = NameScope(reserved: ReservedNames.types.union(taken))
  }

  /// The names that services take at the top of the modules, known before types are named.
  static func names(of services: [Service], style: NamingStyle) -> [ServiceNames] {
    // The runtime has an `APIEndpoint` of its own.
    let reserved = ["Endpoint", "Service", "Handler", "Stub", "Routes", "Tests"].flatMap { suffix in
      ReservedNames.types.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    }
    var scope = NameScope(reserved: Set(reserved))
    var members = NameScope(reserved: ReservedNames.members.union(["core", "authenticate", "respond"]))
    return services.map { service in
      let name = service.tag ?? service.segment ?? "General"
      let type = scope.claim(style.typeName(name), style.typeName(name) + "Group")
      let member = style.memberName(name)
      return ServiceNames(
        type: type,
        property: members.claim(member, member + "Service")
      )
    }
  }

  mutating func declarations(_ names: [ServiceNames]) -> [ServiceDeclaration] {
    var rest = operations(names)[...]
    return zip(context.api.services, names).map { service, names in
      let text = context.documentation.lines(service.description)
      return ServiceDeclaration(
        subject: service.tag ?? service.segment ?? "",
        propertyName: names.property,
        endpointName: names.type + "Endpoint",
        serviceName: names.type + "Service",
        handlerName: names.type + "Handler",
        stubName: names.type + "Stub",
        routesName: names.type + "Routes",
        testsName: names.type + "Tests",
        documentation: text.isEmpty ? [fallbackDocumentation(of: service)] : text,
        operations: service.operations.map { operation in
          // In the order of the description, so that the names that are left do not hang on chance.
          var (declaration, found) = rest.removeFirst()
          if case .choice(var result) = declaration.success.shape {
            result.name = topLevel.claim(result.name, result.name + "Value")
            declaration.success.shape = .choice(result)
          }
          diagnostics.append(contentsOf: found)
          return declaration
        }
      )
    }
  }

  /// The declarations of all operations, which do not depend on one another, and what was found in each.
  private mutating func operations(
    _ names: [ServiceNames]
  ) -> [(declaration: OperationDeclaration, diagnostics: [Diagnostic])] {
    let operationNames = self.operationNames()
    let operations = zip(context.api.services, names).flatMap { service, names in
      service.operations.map { (operation: $0, endpointName: names.type + "Endpoint") }
    }
    return operations.concurrentMap { [context, usage] entry in
      var builder = OperationBuilder(context, usage: usage)
      let declaration = builder.declaration(
        entry.operation,
        names: operationNames,
        endpointName: entry.endpointName
      )
      return (declaration, builder.diagnostics.items)
    }
  }

  private func fallbackDocumentation(of service: Service) -> String {
    if let tag = service.tag { return "The operations tagged `\(SwiftLiteral.comment(tag))`." }
    guard let segment = service.segment else { return "The operations without a tag." }
    return "The operations below `/\(SwiftLiteral.comment(segment))`."
  }

  /// Operation names differ over the whole API, since one type may handle several services.
  private mutating func operationNames() -> [String: String] {
    var scope = NameScope(
      reserved: ReservedNames.members.union(["parts", "respond", "handler", "withResponse"])
    )
    let overrides = context.options.names.operations
    for name in overrides.values { scope.pin(name) }
    var names: [String: String] = [:]
    for operation in context.api.services.flatMap(\.operations) {
      if let override = overrides[operation.id] {
        usedOverrides.insert("names.operations." + operation.id)
        names[operation.id] = override
      } else {
        names[operation.id] = scope.claim(context.style.memberName(operation.id))
      }
    }
    return names
  }
}

/// The names of a service that others are made of.
struct ServiceNames: Sendable {
  var type: String
  var property: String

  /// The types that a service declares, in both modules.
  var typeNames: [String] {
    ["Endpoint", "Service", "Handler", "Stub", "Routes", "Tests"].map { type + $0 }
  }
}
