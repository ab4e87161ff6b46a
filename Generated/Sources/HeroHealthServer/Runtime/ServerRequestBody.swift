public import Foundation
import HTTPTypes
import HeroHealth

nonisolated extension ServerRequest {
  /// The body as a value that is written as JSON.
  ///
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not what the description says.
  public func json<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    guard let value = try await jsonIfPresent(type) else {
      throw HandlerError(.badRequest, message: "a body is required")
    }
    return value
  }

  /// The body as a value that is written as JSON, or nil if there is no body.
  ///
  /// - Throws: As ``json(_:)``.
  public func jsonIfPresent<Value: Decodable>(_ type: Value.Type) async throws -> Value? {
    let data = try await data()
    guard !data.isEmpty else { return nil }
    try require("application/json", HTTPMediaType.isJSON)
    do {
      return try JSONCoding.decode(type, from: data, strict: true)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
  }

  /// The body as text.
  ///
  /// - Throws: ``HandlerError`` with status 413 for too large a body and 400 for one that is not UTF-8.
  public func text() async throws -> String {
    guard let text = String(data: try await data(), encoding: .utf8) else {
      throw HandlerError(.badRequest, message: "expected text in UTF-8")
    }
    return text
  }

  /// The body as bytes.
  ///
  /// - Throws: ``HandlerError`` with status 413 for too large a body.
  public func data() async throws -> Data {
    do {
      return try await body.collect(upTo: bodyLimit)
    } catch is HTTPBodyTooLarge {
      throw HandlerError(.contentTooLarge, message: "the body may have \(bodyLimit) bytes")
    }
  }

  /// The body as text, or nil if there is no body.
  ///
  /// - Throws: As ``text()``.
  public func textIfPresent() async throws -> String? {
    let text = try await text()
    return text.isEmpty ? nil : text
  }

  /// The body as bytes, or nil if there is no body.
  ///
  /// - Throws: As ``data()``.
  public func dataIfPresent() async throws -> Data? {
    let data = try await data()
    return data.isEmpty ? nil : data
  }

  func require(_ expected: String, _ isExpected: (String) -> Bool) throws {
    guard isExpected(HTTPMediaType.essence(context.request.headerFields[.contentType])) else {
      throw HandlerError(.unsupportedMediaType, message: "expected \(expected)", headers: [.accept: expected])
    }
  }
}
