/// Where documents on other machines come from.
public protocol RemoteFetching: Sendable {
  /// What is at an `https` address.
  func fetch(_ address: String) throws(RemoteFailure) -> RemoteText
}

/// What a server answered with.
public struct RemoteText: Sendable, Hashable {
  /// Where the answer came from: the address asked for, or that of the last redirection. References in a
  /// document are relative to it (RFC 3986 §5.1.3).
  public var address: String
  public var bytes: [UInt8]

  public init(address: String, bytes: [UInt8]) {
    self.address = address
    self.bytes = bytes
  }
}

/// Why something on another machine could not be had.
public struct RemoteFailure: Error, Sendable, Hashable {
  /// The reason in words that can follow a colon: `the server answered 404`.
  public var reason: String

  public init(_ reason: String) {
    self.reason = reason
  }
}
