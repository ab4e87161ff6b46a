public import ClientRuntime
import Foundation
import HTTPTypes

nonisolated extension ServerRequest {
  /// The body as several parts.
  ///
  /// - Parameter subtype: What stands behind `multipart/` in the media type.
  /// - Throws: ``HandlerError`` with status 415 for another media type, 413 for too large a body, and 400 for one that
  ///   is not well-formed.
  public func multipart(subtype: String = "form-data") async throws -> MultipartBody {
    let expected = "multipart/" + subtype
    try require(expected) { $0 == expected }
    let contentType = context.request.headerFields[.contentType] ?? ""
    guard let parts = MultipartReader.parts(of: try await data(), contentType) else {
      throw HandlerError(.badRequest, message: "expected parts as \(expected) has them")
    }
    return MultipartBody(parts, subtype: subtype)
  }

  /// The body as several parts, or nil if there is no body.
  ///
  /// - Throws: As ``multipart(subtype:)``.
  public func multipartIfPresent(subtype: String = "form-data") async throws -> MultipartBody? {
    hasBody ? try await multipart(subtype: subtype) : nil
  }

  /// The body as several parts with names and types. Files are in memory, and count towards the limit of bodies.
  ///
  /// - Throws: As ``multipart(subtype:)``, and 400 for parts that are not what the description says.
  public func multipart<Form: MultipartForm>(
    _ type: Form.Type,
    subtype: String = "form-data"
  ) async throws -> Form {
    let body = try await multipart(subtype: subtype)
    let form: Form
    do {
      form = try Form(from: body)
    } catch {
      throw HandlerError.invalid(CodingProblem(error))
    }
    return try Self.validated(form)
  }

  /// The body as several parts with names and types, or nil if there is no body.
  ///
  /// - Throws: As ``multipart(_:subtype:)``.
  public func multipartIfPresent<Form: MultipartForm>(
    _ type: Form.Type,
    subtype: String = "form-data"
  ) async throws -> Form? {
    hasBody ? try await multipart(type, subtype: subtype) : nil
  }
}
