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
    default: ".init(code: \(code))"
    }
  }
}
