public import ClientRuntime
import Foundation
public import HTTPTypes

/// What a handler may say of its response beyond what it returns.
///
/// ```swift
/// context.response.headers[.location] = "/v1/patients/\(patient.id)"
/// context.response.status = .created
/// ```
///
/// It counts for a handler that returns; what a handler throws has a status and headers of its own.
public nonisolated final class ResponseHead: @unchecked Sendable {
  private let lock = NSLock()
  private var storedStatus: HTTPResponse.Status?
  private var storedHeaders = ResponseHeaders()

  /// Nothing said.
  public init() {}

  /// The status, for an operation that is documented with several; nil is what the return value means.
  public var status: HTTPResponse.Status? {
    get { lock.withLock { storedStatus } }
    set { lock.withLock { storedStatus = newValue } }
  }

  /// The headers, beside those that the body brings.
  public var headers: ResponseHeaders {
    get { lock.withLock { storedHeaders } }
    set { lock.withLock { storedHeaders = newValue } }
  }
}

nonisolated extension ResponseHead: RedactedDescribable {
  /// The status.
  public var redactedDescription: String {
    status.map { "\($0.code)" } ?? "the documented status"
  }
}
