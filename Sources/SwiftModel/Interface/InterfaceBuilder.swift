/// Lists what the templates declare for a package.
///
/// What every package has whatever its description says, such as the runtime and the initializer of the client,
/// is left out: it cannot differ between two packages of the same configuration. So is what repeats another
/// declaration: `withResponse` has the signatures of its service.
public struct InterfaceBuilder {
  let package: SwiftPackage
  private(set) var types: [InterfaceType] = []

  public static func interface(of package: SwiftPackage) -> SwiftInterface {
    var builder = InterfaceBuilder(package: package)
    builder.addClient()
    for service in package.services { builder.add(service) }
    for incoming in package.incoming { builder.add(incoming) }
    for model in package.models { builder.add(model, in: []) }
    builder.addRuntimeExtensions()
    if package.emitsServer { builder.addRouter() }
    return SwiftInterface(module: package.names.module, types: builder.types)
  }

  private init(package: SwiftPackage) {
    self.package = package
  }

  mutating func add(_ type: InterfaceType) {
    types.append(type)
  }

  // MARK: - Client and router

  private mutating func addClient() {
    let members = package.services.map { service in
      InterfaceMember(
        .property(isSettable: false),
        service.propertyName,
        type: service.serviceName,
        origins: service.operations.map(\.origin)
      )
    }
    add(InterfaceType(.client, .structure, [package.names.client], origins: [], members: members))
  }

  private mutating func addRouter() {
    let parameters = package.services.map { service in
      InterfaceParameter(
        service.propertyName,
        "any " + service.handlerName,
        defaultValue: "Unimplemented()",
        origins: service.operations.map(\.origin)
      )
    }
    let initializer = InterfaceMember(
      .initializer(isFailable: false),
      "init",
      parameters: parameters,
      origins: []
    )
    add(InterfaceType(.router, .structure, [package.names.router], origins: [], members: [initializer]))
  }

  // MARK: - What types of the runtime are given

  private mutating func addRuntimeExtensions() {
    let headers = package.responseHeaders.flatMap { header in
      let property = InterfaceMember(
        .property(isSettable: header.setter == nil),
        header.name,
        type: header.type,
        origins: header.origins,
        isDeprecated: header.isDeprecated
      )
      let setter = header.setter.map { name in
        InterfaceMember(
          .function,
          name,
          parameters: [InterfaceParameter("_", header.type)],
          origins: header.origins
        )
      }
      return [property] + (setter.map { [$0] } ?? [])
    }
    add(InterfaceType(.runtime, .structure, ["ResponseHeaders"], origins: [], members: headers))
    let schemes = package.securitySchemes.filter { $0.kind != .mutualTLS }
    let credentials = schemes.isEmpty ? [] : [credentialsInitializer(schemes)]
    add(InterfaceType(.runtime, .structure, ["APICredentials"], origins: [], members: credentials))
    add(InterfaceType(.runtime, .structure, ["APIServer"], origins: [], members: serverMembers))
    for server in package.client.servers {
      for variable in server.variables where !variable.cases.isEmpty {
        add(
          InterfaceType(
            .runtime,
            .enumeration,
            ["APIServer", variable.type],
            origins: [server.origin],
            members: variable.cases.map { InterfaceMember(.enumCase, $0.name, origins: [server.origin]) }
          )
        )
      }
    }
  }

  private func credentialsInitializer(_ schemes: [SecuritySchemeDeclaration]) -> InterfaceMember {
    InterfaceMember(
      .initializer(isFailable: false),
      "init",
      parameters: schemes.map { scheme in
        InterfaceParameter(
          scheme.name,
          scheme.credentialType,
          defaultValue: "nil",
          origins: [scheme.origin]
        )
      },
      origins: []
    )
  }

  private var serverMembers: [InterfaceMember] {
    package.client.servers.map { server in
      guard server.isRelative || !server.variables.isEmpty else {
        return InterfaceMember(.staticProperty, server.name, type: "APIServer", origins: [server.origin])
      }
      let origin =
        server.isRelative ? [InterfaceParameter("at", "String", origins: [server.origin])] : []
      let variables = server.variables.map { variable in
        InterfaceParameter(
          variable.name,
          variable.type,
          defaultValue: variable.defaultExpression,
          origins: [server.origin]
        )
      }
      return InterfaceMember(
        .staticFunction,
        server.name,
        parameters: origin + variables,
        type: "APIServer",
        origins: [server.origin]
      )
    }
  }
}
