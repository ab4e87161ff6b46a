public import ClientRuntime
public import Foundation
import HTTPTypes

nonisolated extension ServerRequest {
  /// The body as a value that is written as JSON.
  ///
  /// - Parameters:
  ///   - type: The type of the value.
  ///   - rules: What is demanded of the value beside what its type demands.
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not what the description says.
  public func json<Value: Decodable>(_ type: Value.Type, rules: (any ValueRules)? = nil) async throws -> Value
  {
    guard let value = try await jsonIfPresent(type, rules: rules) else {
      throw HandlerError(.badRequest, message: "a body is required")
    }
    return value
  }

  /// The body as a value that is written as JSON, or nil if there is no body.
  ///
  /// - Throws: As ``json(_:rules:)``.
  public func jsonIfPresent<Value: Decodable>(
    _ type: Value.Type,
    rules: (any ValueRules)? = nil
  ) async throws -> Value? {
    try await valueIfPresent(type, rules: rules)
  }

  /// The body as a value that is written as JSON, or nil if there is no body or it is `null`.
  ///
  /// - Throws: As ``json(_:rules:)``.
  public func jsonIfPresent<Value: Decodable>(
    _ type: Value?.Type,
    rules: (any ValueRules)? = nil
  ) async throws -> Value? {
    try await valueIfPresent(type, rules: rules) ?? nil
  }

  private func valueIfPresent<Value: Decodable>(
    _ type: Value.Type,
    rules: (any ValueRules)?
  ) async throws -> Value? {
    let data = try await data()
    guard !data.isEmpty else { return nil }
    try require("application/json", HTTPMediaType.isJSON)
    let result: Value
    do {
      result = try JSONCoding.decode(type, from: data, strict: true)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(result, rules: rules)
  }

  /// The body as text.
  ///
  /// - Parameter rules: What is demanded of the text.
  /// - Throws: ``HandlerError`` with status 413 for too large a body and 400 for one that is not UTF-8, or not what the
  ///   description says.
  public func text(rules: (any ValueRules)? = nil) async throws -> String {
    guard let text = String(data: try await data(), encoding: .utf8) else {
      throw HandlerError(.badRequest, message: "expected text in UTF-8")
    }
    return try Self.validated(text, rules: rules)
  }

  /// The body as bytes.
  ///
  /// - Throws: ``HandlerError`` with status 413 for too large a body.
  public func data() async throws -> Data {
    // A body that is announced as too large need not be read.
    if let length = context.request.headerFields[.contentLength].flatMap({ Int($0) }), length > bodyLimit {
      throw HandlerError(.contentTooLarge, message: "the body may have \(bodyLimit) bytes")
    }
    do {
      return try await body.collect(upTo: bodyLimit)
    } catch is HTTPBodyTooLarge {
      throw HandlerError(.contentTooLarge, message: "the body may have \(bodyLimit) bytes")
    }
  }

  /// The body as text, or nil if there is no body.
  ///
  /// - Throws: As ``text(rules:)``.
  public func textIfPresent(rules: (any ValueRules)? = nil) async throws -> String? {
    try await data().isEmpty ? nil : await text(rules: rules)
  }

  /// The body as bytes, or nil if there is no body.
  ///
  /// - Throws: As ``data()``.
  public func dataIfPresent() async throws -> Data? {
    let data = try await data()
    return data.isEmpty ? nil : data
  }

  /// The body as it arrives, which is not held to the limit of bodies: whoever reads it sets one.
  public func bytes() async throws -> HTTPBody {
    body
  }

  /// The body as it arrives, or nil if there is no body.
  public func bytesIfPresent() async throws -> HTTPBody? {
    hasBody ? body : nil
  }

  /// Whether there is a body: bytes, or a stream that the request names the media type of.
  public var hasBody: Bool {
    body.length.map { $0 > 0 } ?? (context.request.headerFields[.contentType] != nil)
  }

  /// The media type of the body as the request names it; `application/octet-stream` if it names none.
  public var contentType: String {
    context.request.headerFields[.contentType] ?? "application/octet-stream"
  }

  /// The first of these media types and ranges that the body is in.
  ///
  /// - Throws: ``HandlerError`` with status 415 if it is in none of them.
  public func mediaType(of mediaTypes: [String]) throws -> String {
    let essence = HTTPMediaType.essence(contentType)
    if let exact = mediaTypes.first(where: { HTTPMediaType.essence($0) == essence }) { return exact }
    let isJSON = HTTPMediaType.isJSON(essence)
    for mediaType in mediaTypes {
      let expected = HTTPMediaType.essence(mediaType)
      let isRange = expected == "*/*" || expected.hasSuffix("/*") && essence.hasPrefix(expected.dropLast())
      if isRange || isJSON && HTTPMediaType.isJSON(expected) { return mediaType }
    }
    let expected = mediaTypes.joined(separator: ", ")
    throw HandlerError(.unsupportedMediaType, message: "expected \(expected)", headers: [.accept: expected])
  }

  func require(_ expected: String, _ isExpected: (String) -> Bool) throws {
    guard isExpected(HTTPMediaType.essence(context.request.headerFields[.contentType])) else {
      throw HandlerError(.unsupportedMediaType, message: "expected \(expected)", headers: [.accept: expected])
    }
  }
}
