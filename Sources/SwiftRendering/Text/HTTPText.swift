import SwiftModel

/// Methods and status codes as swift-http-types names them.
enum HTTPText {
  static func method(_ method: String) -> String {
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]
    return known.contains(method)
      ? "." + method.lowercased() : ".init(rawValue: \(SwiftLiteral.string(method))) ?? .get"
  }

  static func status(_ code: Int) -> String {
    switch code {
    case 200: ".ok"
    case 201: ".created"
    case 202: ".accepted"
    case 204: ".noContent"
    case 205: ".resetContent"
    case 206: ".partialContent"
    case 301: ".movedPermanently"
    case 302: ".found"
    case 303: ".seeOther"
    case 304: ".notModified"
    case 307: ".temporaryRedirect"
    case 308: ".permanentRedirect"
    default: ".init(code: \(code))"
    }
  }

  /// A media type in lower case without its parameters.
  static func essence(_ mediaType: String) -> String {
    let essence = mediaType.prefix { $0 != ";" }
    return essence.filter { $0 != " " }.lowercased()
  }

  /// The `Accept` header for media types, in order of preference. A charset is not what they are told apart by.
  static func accept(_ mediaTypes: [String]) -> String {
    mediaTypes.map { type in
      type.split(separator: ";").map { $0.trimming(" ") }.filter { !$0.lowercased().hasPrefix("charset=") }
        .joined(separator: ";")
    }
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    .joined(separator: ", ")
  }
}

extension Substring {
  fileprivate func trimming(_ character: Character) -> Substring {
    var result = drop { $0 == character }
    while result.last == character { result.removeLast() }
    return result
  }
}
