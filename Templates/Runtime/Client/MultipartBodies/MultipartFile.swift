public import Foundation
public import HTTPTypes

/// A file as a part of a body.
///
/// ```swift
/// MultipartFile(data, filename: "referral.pdf", contentType: "application/pdf")
/// MultipartFile(contentsOf: URL(filePath: "/scans/referral.pdf"))
/// ```
public nonisolated struct MultipartFile: Sendable {
  /// The content: bytes, or a stream, which is sent while it is read.
  public var content: HTTPBody

  /// The name of the file; many servers take a part for a file only if it has one.
  public var filename: String?

  /// The media type, such as `application/pdf`.
  public var contentType: String

  /// The other headers of the part.
  public var headers: HTTPFields

  /// A file of any content.
  public init(
    _ content: HTTPBody,
    filename: String? = "file",
    contentType: String = "application/octet-stream",
    headers: HTTPFields = [:]
  ) {
    self.content = content
    self.filename = filename
    self.contentType = contentType
    self.headers = headers
  }

  /// A file whose bytes are in memory.
  public init(
    _ data: Data,
    filename: String? = "file",
    contentType: String = "application/octet-stream",
    headers: HTTPFields = [:]
  ) {
    self.init(.data(data), filename: filename, contentType: contentType, headers: headers)
  }

  /// A file on disk, which is read while it is sent.
  ///
  /// - Parameters:
  ///   - url: The URL of the file.
  ///   - filename: The name that is sent; that of the file unless given.
  ///   - contentType: The media type.
  public init(
    contentsOf url: URL,
    filename: String? = nil,
    contentType: String = "application/octet-stream"
  ) {
    self.init(.file(url), filename: filename ?? url.lastPathComponent, contentType: contentType)
  }

  /// The bytes of the content, or nil if it is a stream. Files that a server reads have their bytes.
  public var data: Data? {
    if case .data(let data) = content { data } else { nil }
  }
}

nonisolated extension MultipartFile: RedactedDescribable {
  /// The size of the content.
  public var redactedDescription: String {
    "MultipartFile(\(content.redactedDescription))"
  }
}
