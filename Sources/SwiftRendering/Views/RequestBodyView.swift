import Mustache
import SwiftModel

/// The body of a request, for endpoints and tests.
struct BodyView: MustacheParent {
  let body: BodyDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "setter": setter
    case "contentType": section(contentType)
    case "isJSON": body.kind == .json
    case "isText": body.kind == .text
    case "isData": body.kind == .data
    case "plainType": body.type
    case "rawDelimiter": SwiftLiteral.rawDelimiter(for: body.example)
    case "exampleLines": exampleLines(body.example)
    case "exampleLiteral": SwiftLiteral.string(body.example)
    default: nil
    }
  }

  private var setter: String {
    let suffix = body.isRequired ? "" : "IfPresent"
    return switch body.kind {
    case .json: "setJSON" + suffix
    case .text: "setText" + suffix
    case .data: "setData" + suffix
    }
  }

  private var contentType: String? {
    let usual =
      switch body.kind {
      case .json: "application/json"
      case .text: "text/plain; charset=utf-8"
      case .data: "application/octet-stream"
      }
    return body.mediaType == usual || body.mediaType == "*/*" ? nil : SwiftLiteral.string(body.mediaType)
  }
}
