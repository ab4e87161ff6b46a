public import Foundation
public import HTTPTypes

/// A body of several parts: `multipart/form-data` (RFC 7578), or `multipart/mixed` and others (RFC 2046).
///
/// ```swift
/// let body = MultipartBody([
///   .text("title", "Referral"),
///   .file("document", data, filename: "referral.pdf", contentType: "application/pdf"),
/// ])
/// ```
public nonisolated struct MultipartBody: Sendable {
  /// The parts, in their order.
  public var parts: [Part]

  /// What stands behind `multipart/` in the media type.
  public var subtype: String

  /// The first reason why the body cannot be written.
  var problem: CodingProblem?

  private let boundary = "boundary-" + UUID().uuidString

  /// A body of these parts.
  public init(_ parts: [Part], subtype: String = "form-data") {
    self.parts = parts
    self.subtype = subtype
  }

  /// The `Content-Type` header that belongs to ``body``.
  public var contentType: String {
    "multipart/\(subtype); boundary=\(boundary)"
  }

  /// The bytes of the body: a stream if the content of a part is one.
  public var body: HTTPBody {
    var chunks: [HTTPBody] = []
    var data = Data()
    for part in parts {
      data.append(contentsOf: "--\(boundary)\r\n".utf8)
      data.append(contentsOf: part.head(isForm: subtype == "form-data").utf8)
      data.append(contentsOf: "\r\n".utf8)
      switch part.content {
      case .data(let content):
        data.append(content)
      case .stream:
        chunks += [.data(data), part.content]
        data = Data()
      }
      data.append(contentsOf: "\r\n".utf8)
    }
    data.append(contentsOf: "--\(boundary)--\r\n".utf8)
    return chunks.isEmpty ? .data(data) : .stream(from: HTTPBodySequence(chunks + [.data(data)]))
  }

  mutating func note(_ place: String, _ reason: String) {
    if problem == nil { problem = CodingProblem([FieldKey(place)], reason) }
  }
}

nonisolated extension MultipartBody {
  /// One part of a body.
  public nonisolated struct Part: Sendable {
    /// The name of the form field; nil for a part without a name, as bodies other than forms have them.
    public var name: String?
    /// The content.
    public var content: HTTPBody
    /// The name of the file, if it is one.
    public var filename: String?
    /// The media type, such as `application/pdf`.
    public var contentType: String?
    /// The other headers of the part.
    public var headers: HTTPFields

    /// A part of any kind.
    public init(
      _ name: String?,
      _ content: HTTPBody,
      filename: String? = nil,
      contentType: String? = nil,
      headers: HTTPFields = [:]
    ) {
      self.name = name
      self.content = content
      self.filename = filename
      self.contentType = contentType
      self.headers = headers
    }

    /// A field of text.
    public static func text(_ name: String, _ text: String, contentType: String? = nil) -> Part {
      Part(name, .data(Data(text.utf8)), contentType: contentType)
    }

    /// A field that is written as JSON.
    ///
    /// - Throws: `EncodingError` for what JSON cannot carry.
    public static func json<Value: Encodable>(_ name: String, _ value: Value) throws -> Part {
      Part(name, .data(try JSONCoding.encode(value)), contentType: "application/json")
    }

    /// A file.
    public static func file(
      _ name: String,
      _ content: Data,
      filename: String,
      contentType: String = "application/octet-stream"
    ) -> Part {
      Part(name, .data(content), filename: filename, contentType: contentType)
    }

    /// The bytes of the content, or nil if it is a stream.
    public var data: Data? {
      if case .data(let data) = content { data } else { nil }
    }

    /// The headers as they stand before the content, each with its line break.
    fileprivate func head(isForm: Bool) -> String {
      var text = ""
      if name != nil || filename != nil {
        text += "Content-Disposition: \(isForm ? "form-data" : "inline")"
        if let name { text += "; name=\"\(Self.quoted(name))\"" }
        if let filename { text += "; filename=\"\(Self.quoted(filename))\"" }
        text += "\r\n"
      }
      if let contentType { text += "Content-Type: \(Self.oneLine(contentType))\r\n" }
      for field in headers { text += "\(field.name.rawName): \(Self.oneLine(field.value))\r\n" }
      return text
    }

    /// A text for a quoted parameter: quotation marks and line breaks as escapes (HTML, “multipart/form-data
    /// encoding”).
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
    "Part(\(name ?? ""))"
  }
}
