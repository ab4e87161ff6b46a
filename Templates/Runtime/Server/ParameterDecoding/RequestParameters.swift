import Foundation
import HTTPTypes

nonisolated extension ServerRequest {
  /// The target and the cookies of a request, taken apart but not decoded: what separates values must be found first.
  nonisolated struct Parameters: Sendable {
    /// One parameter.
    nonisolated struct Item: Sendable {
      /// The name, decoded.
      let name: String

      /// The value as it came.
      let rawValue: Substring

      /// The value, or nil if it is not percent-encoded correctly.
      var value: String? {
        Parameters.decode(rawValue)
      }
    }

    /// The path without the query, as it came.
    let rawPath: Substring

    /// The query without its question mark, as it came.
    let rawQuery: Substring

    /// The items of the query in their order.
    let query: [Item]

    /// The cookies in their order.
    let cookies: [Item]

    init(_ request: HTTPRequest) {
      let target = request.path ?? "/"
      let mark = target.firstIndex(of: "?") ?? target.endIndex
      rawPath = target[..<mark]
      rawQuery = target[mark...].dropFirst()
      query = Self.items(rawQuery, separatedBy: "&")
      cookies = Self.items((request.headerFields[.cookie] ?? "")[...], separatedBy: ";")
    }

    /// The items of a query, a form or a cookie header.
    static func items(_ text: Substring, separatedBy separator: Character) -> [Item] {
      text.split(separator: separator).map { pair in
        let mark = pair.firstIndex(of: "=") ?? pair.endIndex
        let name = pair[..<mark].drop { $0 == " " }
        return Item(name: decode(name) ?? String(name), rawValue: pair[mark...].dropFirst())
      }
    }

    /// Decodes a value, where `+` means a space; nil if it is not percent-encoded correctly.
    static func decode(_ text: Substring) -> String? {
      text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }
  }
}
