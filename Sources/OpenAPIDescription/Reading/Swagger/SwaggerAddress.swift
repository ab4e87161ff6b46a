import SourceDocuments

/// Where an API is served: the fields `host`, `basePath` and `schemes` of OpenAPI 2.0, which OpenAPI 3 replaced
/// by `servers`.
struct SwaggerAddress {
  private var host: String?
  private var basePath: String?
  private(set) var schemes: [String] = []
  /// The node of the host, or of the base path where there is none.
  private var origin: SourceNode?

  /// Without a host the address is relative to the description; without a scheme it is taken for `https`,
  /// since the one that the description was loaded by is not known.
  var servers: [Server] {
    guard let origin else { return [] }
    let path = basePath.map { $0 == "/" ? "" : $0 } ?? ""
    guard let host else { return [Server(url: path.isEmpty ? "/" : path, origin: origin)] }
    return (schemes.isEmpty ? ["https"] : schemes).map { scheme in
      Server(url: "\(scheme)://\(host)\(path)", origin: origin)
    }
  }

  /// The same address with the schemes of one operation; nil when nothing differs.
  func replacing(schemes others: [String]?) -> SwaggerAddress? {
    guard let others, host != nil, Set(others) != Set(schemes), !others.isEmpty else { return nil }
    var address = self
    address.schemes = others
    return address
  }
}

extension SwaggerAddress {
  static func read(from reader: inout ObjectReader) -> SwaggerAddress {
    var address = SwaggerAddress()
    let context = reader.context
    address.schemes = readSchemes(from: &reader) ?? []
    if let node = reader.value("basePath"), let text = context.text(of: node) {
      address.origin = node
      address.basePath = text.hasPrefix("/") ? text : "/" + text
      if !text.hasPrefix("/") { context.diagnostics.append(.relativeBasePath(node)) }
    }
    if let node = reader.value("host"), let text = context.text(of: node), !text.isEmpty {
      address.origin = node
      address.readHost(text, at: node, in: context)
    }
    return address
  }

  /// Reads the field `schemes`, which an operation may have too.
  static func readSchemes(from reader: inout ObjectReader) -> [String]? {
    let context = reader.context
    guard let node = reader.value("schemes") else { return nil }
    var schemes: [String] = []
    for element in context.textNodes(of: node) {
      guard let scheme = context.text(of: element)?.lowercased(), !schemes.contains(scheme) else { continue }
      switch scheme {
      case "http", "https": schemes.append(scheme)
      case "ws", "wss": context.diagnostics.append(.webSocket(scheme, at: element))
      default: context.diagnostics.append(.unknownScheme(scheme, at: element))
      }
    }
    return schemes
  }

  /// A host is a name or an address, with a port perhaps. Some write the scheme in front of it, or a path behind.
  private mutating func readHost(_ text: String, at node: SourceNode, in context: ReadingContext) {
    var rest = text[...]
    for scheme in ["http", "https"] where rest.hasPrefix(scheme + "://") {
      rest = rest.dropFirst(scheme.count + 3)
      if schemes.isEmpty { schemes = [scheme] }
    }
    let name = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(name.count)
    host = String(name)
    if !path.isEmpty, path != "/" { basePath = String(path) + (basePath.map { $0 == "/" ? "" : $0 } ?? "") }
    if name != text[...] { context.diagnostics.append(.moreThanHost(node, host: host ?? text)) }
  }
}

extension Diagnostic {
  fileprivate static func relativeBasePath(_ node: SourceNode) -> Diagnostic {
    .warning("invalid-server", "the base path does not begin with '/'; it is read as if it did", at: node)
  }

  fileprivate static func moreThanHost(_ node: SourceNode, host: String) -> Diagnostic {
    .warning(
      "invalid-server",
      "this is more than a host; its other parts are read all the same",
      at: node,
      advice: "write '\(host.shortened)', and the rest under 'schemes' and 'basePath'"
    )
  }

  fileprivate static func webSocket(_ scheme: String, at node: SourceNode) -> Diagnostic {
    .warning("unsupported-scheme", "requests over '\(scheme)' are not generated", at: node)
  }

  fileprivate static func unknownScheme(_ scheme: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unknown-scheme",
      "'\(scheme.shortened)' is not a scheme of Swagger 2.0; it is left out",
      at: node,
      advice: "write one of: http, https"
    )
  }
}
