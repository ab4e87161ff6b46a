import OpenAPIDescription

extension ResponseStatus {
  /// The status as part of a name.
  var nameText: String {
    switch self {
    case .code(let code): String(code)
    case .range(let hundreds): "\(hundreds)XX"
    case .default: "default"
    }
  }

  /// The name of the case for a response, as swift-http-types names statuses.
  var caseName: String {
    switch self {
    case .code(let code): Self.names[code] ?? "status\(code)"
    case .range(2): "successful"
    case .range(3): "redirection"
    case .range(let hundreds): "status\(hundreds)XX"
    case .default: "other"
    }
  }

  /// The code that a server answers with when the description leaves a choice.
  var answerCode: Int {
    switch self {
    case .code(let code): code
    case .range(let hundreds): hundreds * 100
    case .default: 200
    }
  }

  private static let names: [Int: String] = [
    200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritativeInformation", 204: "noContent",
    205: "resetContent", 206: "partialContent", 207: "multiStatus", 208: "alreadyReported", 226: "imUsed",
    300: "multipleChoices", 301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified",
    307: "temporaryRedirect", 308: "permanentRedirect",
  ]
}
