public import Foundation
import HTTPTypes

nonisolated extension RequestParts {
  /// A body that is written as JSON.
  public mutating func setJSON<Value: Encodable>(_ value: Value, contentType: String = "application/json") {
    validatableBody = value as? any APIValidatable
    do {
      setData(try JSONCoding.encode(value), contentType: contentType)
    } catch {
      note("body", CodingProblem(error).description)
    }
  }

  /// A body that may be left out, written as JSON.
  public mutating func setJSONIfPresent<Value: Encodable>(
    _ value: Value?,
    contentType: String = "application/json"
  ) {
    if let value { setJSON(value, contentType: contentType) }
  }

  /// A body of form fields, `application/x-www-form-urlencoded`: a field for each member of an object.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - style: The style of members that are lists or objects; with `form`, lists are repeated and objects JSON.
  ///   - encoding: The fields that are written in other ways.
  public mutating func setForm<Value: Encodable>(
    _ value: Value,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    validatableBody = value as? any APIValidatable
    noting("body") { parts in
      let items = try FormContent.items(value, style, encoding)
      let text = items.map { $0.name + "=" + $0.value }.joined(separator: "&")
      parts.setData(Data(text.utf8), contentType: "application/x-www-form-urlencoded")
    }
  }

  /// A body of form fields that may be left out.
  public mutating func setFormIfPresent<Value: Encodable>(
    _ value: Value?,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    if let value { setForm(value, style, encoding: encoding) }
  }

  /// A body of text in UTF-8.
  public mutating func setText(_ value: String, contentType: String = "text/plain; charset=utf-8") {
    setData(Data(value.utf8), contentType: contentType)
  }

  /// A body of bytes.
  public mutating func setData(_ value: Data, contentType: String = "application/octet-stream") {
    setBody(.data(value), contentType: contentType)
  }

  /// Sets text as the body, where there is one.
  public mutating func setTextIfPresent(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
    if let value { setText(value, contentType: contentType) }
  }

  /// Sets bytes as the body, where there are any.
  public mutating func setDataIfPresent(_ value: Data?, contentType: String = "application/octet-stream") {
    if let value { setData(value, contentType: contentType) }
  }

  /// A body of bytes or a stream.
  public mutating func setBody(_ value: HTTPBody, contentType: String = "application/octet-stream") {
    body = value
    setHeader("Content-Type", contentType)
  }

  /// Sets bytes or a stream as the body, where there are any.
  ///
  /// - Parameter contentType: The media type; `application/octet-stream` if nil.
  public mutating func setBodyIfPresent(_ value: HTTPBody?, contentType: String? = nil) {
    if let value { setBody(value, contentType: contentType ?? "application/octet-stream") }
  }
}
