public import Foundation

/// A body of several parts, `multipart/form-data` (RFC 7578).
///
/// ```swift
/// let body = MultipartBody([
///   .text("title", "Referral"),
///   .file("document", data, filename: "referral.pdf", contentType: "application/pdf"),
/// ])
/// ```
public nonisolated struct MultipartBody: Sendable {
  /// One part of the body.
  public nonisolated struct Part: Hashable, Sendable {
    /// The name of the form field.
    public var name: String
    /// The content.
    public var content: Data
    /// The name of the file, if it is one.
    public var filename: String?
    /// The media type, such as `application/pdf`.
    public var contentType: String?

    /// A part of any kind.
    public init(_ name: String, _ content: Data, filename: String? = nil, contentType: String? = nil) {
      self.name = name
      self.content = content
      self.filename = filename
      self.contentType = contentType
    }

    /// A field of text.
    public static func text(_ name: String, _ text: String) -> Part {
      Part(name, Data(text.utf8))
    }

    /// A field that is written as JSON.
    ///
    /// - Throws: `EncodingError` for what JSON cannot carry.
    public static func json<Value: Encodable>(_ name: String, _ value: Value) throws -> Part {
      Part(name, try JSONCoding.encode(value), contentType: "application/json")
    }

    /// A file.
    public static func file(
      _ name: String,
      _ content: Data,
      filename: String,
      contentType: String = "application/octet-stream"
    ) -> Part {
      Part(name, content, filename: filename, contentType: contentType)
    }
  }

  /// The parts, in their order.
  public var parts: [Part]

  private let boundary = "boundary-" + UUID().uuidString

  /// A body of these parts.
  public init(_ parts: [Part]) {
    self.parts = parts
  }

  /// The `Content-Type` header that belongs to ``data``.
  public var contentType: String {
    "multipart/form-data; boundary=\(boundary)"
  }

  /// The bytes of the body.
  public var data: Data {
    var data = Data()
    for part in parts {
      var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(part.name))\""
      if let filename = part.filename { head += "; filename=\"\(Self.quoted(filename))\"" }
      if let contentType = part.contentType { head += "\r\nContent-Type: \(Self.oneLine(contentType))" }
      data.append(contentsOf: head.utf8)
      data.append(contentsOf: "\r\n\r\n".utf8)
      data.append(part.content)
      data.append(contentsOf: "\r\n".utf8)
    }
    data.append(contentsOf: "--\(boundary)--\r\n".utf8)
    return data
  }

  /// A text for a quoted parameter: quotation marks and line breaks as escapes (HTML, “multipart/form-data encoding”).
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "%22"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" }))
  }
}

nonisolated extension MultipartBody: Hashable {
  /// Bodies are equal if their parts are; each has a boundary of its own.
  public static func == (left: MultipartBody, right: MultipartBody) -> Bool {
    left.parts == right.parts
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(parts)
  }
}

nonisolated extension MultipartBody: RedactedDescribable {
  /// The number of parts.
  public var redactedDescription: String {
    "MultipartBody(\(parts.count) parts)"
  }
}

nonisolated extension MultipartBody.Part: RedactedDescribable {
  /// The name of the field.
  public var redactedDescription: String {
    "Part(\(name))"
  }
}
