import SwiftModel
import TemplateEngine

/// What every template can mention: the names of the package and the style of its text.
struct PackageView: TemplateView {
  let package: SwiftPackage
  let style: RenderingStyle

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "access": .text(style.access)
    case "importKeyword", "serverImportKeyword": .text(style.importKeyword)
    case "plainImportKeyword": .text("import")
    case "testImportKeyword": .text(style.testImportKeyword)
    case "title":
      .text(SwiftLiteral.comment(package.title.split(whereSeparator: \.isNewline).joined(separator: " ")))
    case "module": .text(package.names.module)
    case "packageName": .text(SwiftLiteral.string(package.names.module))
    case "serverModule": .text(package.names.serverModule)
    case "client": .text(package.names.client)
    case "router": .text(package.names.router)
    case "tests": .text(package.names.tests)
    case "exampleVariable": .text(package.names.exampleVariable)
    case "emitsServer": .flag(package.emitsServer)
    case "documentation": .texts(commentLines(clientDocumentation))
    case "services": .views(package.services.map { ServiceView($0, in: self) })
    case "incoming": .views(package.incoming.map { IncomingView(incoming: $0) })
    case "hasServers": .flag(!package.client.servers.isEmpty)
    case "servers": .views(package.client.servers.map(ServerView.init))
    case "basePaths":
      .optional(basePaths.isEmpty ? nil : basePaths.map(SwiftLiteral.string).joined(separator: ", "))
    case "hasSecuritySchemes": .flag(!clientSchemes.isEmpty)
    case "securitySchemes": .views(clientSchemes.map(SecuritySchemeView.init))
    case "presentedSchemes": .views(package.securitySchemes.map(SecuritySchemeView.init))
    case "serverEnumerations":
      .views(
        package.client.servers.flatMap(\.variables).filter { !$0.cases.isEmpty }.map(ServerVariableView.init)
      )
    case "exampleServer":
      .text(
        package.client.servers.last { $0.position != nil }.map(\.example)
          ?? "APIServer(\"https://example.com\")"
      )
    case "firstService": .optional(package.services.first.map { ServiceView($0, in: self) })
    default: nil
    }
  }

  /// The schemes that a client has a value for.
  private var clientSchemes: [SecuritySchemeDeclaration] {
    package.securitySchemes.filter { $0.kind != .mutualTLS }
  }

  /// The paths that the servers' addresses end in, for a router to answer a client of any of them.
  private var basePaths: [String] {
    let paths = package.client.servers.map { server in
      let parts = server.url.split(separator: "/")
      return server.url.contains("://") ? parts.dropFirst(2) : parts[...]
    }
    return Set(paths.filter { !$0.isEmpty }.map { "/" + $0.joined(separator: "/") }).sorted()
  }

  private var clientDocumentation: [String] {
    let title = package.title.isEmpty ? package.names.module : package.title
    let first = "The client of \(SwiftLiteral.comment(title))."
    return package.client.documentation.isEmpty ? [first] : [first, ""] + package.client.documentation
  }
}

/// The lines of a documentation comment as they follow the slashes.
func commentLines(_ lines: [String]) -> [String] {
  lines.map { $0.isEmpty ? "" : " " + $0 }
}

/// A server of the client.
struct ServerView: TemplateView {
  let server: ServerDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "escapedName": .text(SwiftIdentifier.escaped(server.name))
    case "url": .text(SwiftLiteral.string(server.url))
    case "description": .text(SwiftLiteral.string(server.description))
    case "template": .text(SwiftLiteral.string(server.template))
    case "position": .text(server.position.map { String($0) } ?? "nil")
    case "isRelative": .flag(server.isRelative)
    case "hasArguments": .flag(server.isRelative || !server.variables.isEmpty)
    case "hasVariables": .flag(!server.variables.isEmpty)
    case "variables": .views(server.variables.map(ServerVariableView.init))
    case "documentation": .texts(commentLines(server.documentation))
    default: nil
    }
  }
}

extension ServerDeclaration {
  /// An expression for the server, for documentation.
  fileprivate var example: String {
    if isRelative { return ".\(name)(at: \"https://example.com\")" }
    return "." + name + (variables.isEmpty ? "" : "()")
  }
}

/// A variable of a server's URL.
struct ServerVariableView: TemplateView {
  let variable: ServerVariableDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(variable.name)
    case "escapedName": .text(SwiftIdentifier.escaped(variable.name))
    case "wireName": .text(SwiftLiteral.string(variable.wireName))
    case "type": .text(variable.type)
    case "documentation": .text(variable.documentation)
    case "defaultValue": .text(variable.defaultExpression)
    case "value": .text(SwiftIdentifier.escaped(variable.name) + (variable.cases.isEmpty ? "" : ".rawValue"))
    case "cases": .views(variable.cases.map { CaseView(declaration: $0, rawType: .string) })
    default: nil
    }
  }
}

/// A security scheme, as credentials carry it and as the router finds it.
struct SecuritySchemeView: TemplateView {
  let scheme: SecuritySchemeDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(scheme.name)
    case "escapedName": .text(SwiftIdentifier.escaped(scheme.name))
    case "scheme": .text(SwiftLiteral.string(scheme.scheme))
    case "documentation": .text(scheme.documentation)
    case "isBasic": .flag(scheme.kind == .basic)
    case "setter": .text(setter)
    case "wireName": .optional(wireName.map(SwiftLiteral.string))
    case "location": .text(location)
    case "credentialType": .text(scheme.credentialType + " = nil")
    case "sample": .text(sample)
    default: nil
    }
  }

  private var sample: String {
    switch scheme.kind {
    case .basic: "(\"user\", \"password\")"
    case .authorization(let name): SwiftLiteral.string(name + " test")
    default: "\"test\""
    }
  }

  private var setter: String {
    switch scheme.kind {
    case .header: "setHeader"
    case .query: "setQuery"
    case .cookie: "setCookie"
    case .bearer: "setBearer"
    case .basic: "setBasic"
    case .authorization: "setAuthorization"
    case .mutualTLS: ""
    }
  }

  private var wireName: String? {
    switch scheme.kind {
    case .header(let name), .query(let name), .cookie(let name): name
    case .bearer, .basic, .authorization, .mutualTLS: nil
    }
  }

  private var location: String {
    switch scheme.kind {
    case .header(let name): ".header(\(SwiftLiteral.string(name)))"
    case .query(let name): ".query(\(SwiftLiteral.string(name)))"
    case .cookie(let name): ".cookie(\(SwiftLiteral.string(name)))"
    case .bearer: ".bearer"
    case .basic: ".basic"
    case .authorization(let name): ".authorization(\(SwiftLiteral.string(name)))"
    case .mutualTLS: ".mutualTLS"
    }
  }
}
