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
    case "hasSecuritySchemes": !package.securitySchemes.isEmpty
    case "securitySchemes": package.securitySchemes.map(SecuritySchemeView.init)
    case "exampleServer":
      package.client.servers.last.map { "." + $0.name } ?? "APIServer(\"https://example.com\")"
    case "firstService": section(package.services.first.map { ServiceView($0, in: self) })
    default: nil
    }
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
    case "documentation": commentLines(server.documentation)
    default: nil
    }
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
      scheme.kind == .basic ? "(username: String, password: String)? = nil" : "String? = nil"
    case "sample": scheme.kind == .basic ? "(\"user\", \"password\")" : "\"test\""
    default: nil
    }
  }

  private var setter: String {
    switch scheme.kind {
    case .header: "setHeader"
    case .query: "setQuery"
    case .cookie: "setCookie"
    case .bearer: "setBearer"
    case .basic: "setBasic"
    }
  }

  private var wireName: String? {
    switch scheme.kind {
    case .header(let name), .query(let name), .cookie(let name): name
    case .bearer, .basic: nil
    }
  }

  private var location: String {
    switch scheme.kind {
    case .header(let name): ".header(\(SwiftLiteral.string(name)))"
    case .query(let name): ".query(\(SwiftLiteral.string(name)))"
    case .cookie(let name): ".cookie(\(SwiftLiteral.string(name)))"
    case .bearer: ".bearer"
    case .basic: ".basic"
    }
  }
}
