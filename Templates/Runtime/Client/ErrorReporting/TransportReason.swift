import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What kept a request from an answer, in words that are fit for logs: texts of the system may quote the URL.
nonisolated enum ClientTransportFailure {
  /// The reason in words.
  static func text(_ error: any Error) -> String {
    if let tooLarge = error as? HTTPBodyTooLarge { return tooLarge.description }
    guard let code = (error as? URLError)?.code else { return "the transport failed (\(type(of: error)))" }
    return switch code {
    case .timedOut: "the connection timed out"
    case .cannotFindHost, .dnsLookupFailed: "the host was not found"
    case .cannotConnectToHost: "the host refuses connections or cannot be reached"
    case .networkConnectionLost: "the connection was lost"
    case .notConnectedToInternet: "there is no connection to the internet"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot, .clientCertificateRejected,
      .clientCertificateRequired:
      "no secure connection can be made"
    default: "the transport failed (URLError \(code.rawValue))"
    }
  }

  /// Whether another attempt may help: not with an answer that is too large or a certificate that is refused.
  static func isConnectionFailure(_ error: any Error) -> Bool {
    if error is HTTPBodyTooLarge { return false }
    guard let code = (error as? URLError)?.code else { return true }
    return switch code {
    case .timedOut, .cannotFindHost, .dnsLookupFailed, .cannotConnectToHost, .networkConnectionLost,
      .notConnectedToInternet, .badServerResponse, .resourceUnavailable, .unknown:
      true
    default: false
    }
  }
}

nonisolated extension APIError {
  /// Whether the connection failed in a way that another attempt may mend.
  var isConnectionFailure: Bool {
    underlyingError.map(ClientTransportFailure.isConnectionFailure) ?? false
  }
}
