import Mustache
import SwiftModel

/// What every template can mention: the names of the package and the style of its text.
struct PackageView: MustacheParent {
  let package: SwiftPackage
  let style: RenderingStyle

  func child(named name: String) -> Any? {
    switch name {
    case "access": style.access
    case "importKeyword", "serverImportKeyword": style.importKeyword
    case "plainImportKeyword": "import"
    case "testImportKeyword": style.testImportKeyword
    case "title":
      SwiftLiteral.comment(package.title.split(whereSeparator: \.isNewline).joined(separator: " "))
    case "module": package.names.module
    case "packageName": SwiftLiteral.string(package.names.module)
    case "serverModule": package.names.serverModule
    case "client": package.names.client
    case "router": package.names.router
    case "tests": package.names.tests
    case "exampleVariable": package.names.exampleVariable
    case "emitsServer": package.emitsServer
    case "documentation": commentLines(clientDocumentation)
    case "services": package.services.map { ServiceView($0, in: self) }
    case "incoming": package.incoming.map { IncomingView(incoming: $0) }
    case "hasServers": !package.client.servers.isEmpty
    case "servers": package.client.servers.map(ServerView.init)
    case "basePaths": basePaths.isEmpty ? false : basePaths.map(SwiftLiteral.string).joined(separator: ", ")
    case "hasSecuritySchemes": !clientSchemes.isEmpty
    case "securitySchemes": clientSchemes.map(SecuritySchemeView.init)
    case "presentedSchemes": package.securitySchemes.map(SecuritySchemeView.init)
    case "serverEnumerations":
      package.client.servers.flatMap(\.variables).filter { !$0.cases.isEmpty }.map(ServerVariableView.init)
    case "exampleServer":
      package.client.servers.last { $0.position != nil }.map(\.example)
        ?? "APIServer(\"https://example.com\")"
    case "firstService": section(package.services.first.map { ServiceView($0, in: self) })
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
struct ServerView: MustacheParent {
  let server: ServerDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "escapedName": SwiftIdentifier.escaped(server.name)
    case "url": SwiftLiteral.string(server.url)
    case "description": SwiftLiteral.string(server.description)
    case "template": SwiftLiteral.string(server.template)
    case "position": server.position.map { String($0) } ?? "nil"
    case "isRelative": server.isRelative
    case "hasArguments": server.isRelative || !server.variables.isEmpty
    case "hasVariables": !server.variables.isEmpty
    case "variables": server.variables.map(ServerVariableView.init)
    case "documentation": commentLines(server.documentation)
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
struct ServerVariableView: MustacheParent {
  let variable: ServerVariableDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": variable.name
    case "escapedName": SwiftIdentifier.escaped(variable.name)
    case "wireName": SwiftLiteral.string(variable.wireName)
    case "type": variable.type
    case "documentation": variable.documentation
    case "defaultValue": defaultValue
    case "value": SwiftIdentifier.escaped(variable.name) + (variable.cases.isEmpty ? "" : ".rawValue")
    case "cases": variable.cases.map { CaseView(declaration: $0, rawType: .string) }
    default: nil
    }
  }

  private var defaultValue: String {
    let named = variable.cases.first { $0.rawValue == variable.defaultValue }
    return named.map { "." + SwiftIdentifier.member($0.name) } ?? SwiftLiteral.string(variable.defaultValue)
  }
}

/// A security scheme, as credentials carry it and as the router finds it.
struct SecuritySchemeView: MustacheParent {
  let scheme: SecuritySchemeDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": scheme.name
    case "escapedName": SwiftIdentifier.escaped(scheme.name)
    case "scheme": SwiftLiteral.string(scheme.scheme)
    case "documentation": scheme.documentation
    case "isBasic": scheme.kind == .basic
    case "setter": setter
    case "wireName": section(wireName.map(SwiftLiteral.string))
    case "location": location
    case "credentialType":
      switch scheme.kind {
      case .basic: "(username: String, password: String)? = nil"
      case .bearer: "APIAccessToken? = nil"
      default: "String? = nil"
      }
    case "sample": sample
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
