import Foundation
import HTTPTypes

// How forms write their parts. What cannot be written is noted, and thrown when the request is made.

nonisolated extension MultipartBody {
  /// Adds a field of text; nothing if nil.
  public mutating func addText<Value: ParameterValue>(
    _ name: String,
    _ value: Value?,
    contentType: String? = nil
  ) {
    guard let value else { return }
    guard let text = value.parameterText else {
      return note(name, "cannot be written, expected \(Value.parameterExpectation)")
    }
    parts.append(.text(name, text, contentType: contentType))
  }

  /// Adds a field of text for each value.
  public mutating func addTexts<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    contentType: String? = nil
  ) {
    for value in values ?? [] { addText(name, value, contentType: contentType) }
  }

  /// Adds a field that is written as JSON; nothing if nil.
  public mutating func addJSON<Value: Encodable>(
    _ name: String,
    _ value: Value?,
    contentType: String = "application/json"
  ) {
    guard let value else { return }
    do {
      parts.append(Part(name, .data(try JSONCoding.encode(value)), contentType: contentType))
    } catch {
      note(name, CodingProblem(error).description)
    }
  }

  /// Adds a field that is written as JSON for each value.
  public mutating func addJSONs<Value: Encodable>(
    _ name: String,
    _ values: [Value]?,
    contentType: String = "application/json"
  ) {
    for value in values ?? [] { addJSON(name, value, contentType: contentType) }
  }

  /// Adds a file; nothing if nil.
  public mutating func addFile(_ name: String, _ file: MultipartFile?) {
    guard let file else { return }
    parts.append(
      Part(
        name,
        file.content,
        filename: file.filename,
        contentType: file.contentType,
        headers: file.headers
      )
    )
  }

  /// Adds a file for each of a list.
  public mutating func addFiles(_ name: String, _ files: [MultipartFile]?) {
    for file in files ?? [] { addFile(name, file) }
  }

  /// Sets a header of the last part that was added, if it has the name; nothing if nil.
  public mutating func setHeader<Value: ParameterValue>(_ header: String, _ value: Value?, of name: String) {
    guard let value, let last = parts.indices.last, parts[last].name == name else { return }
    guard let text = value.parameterText, HTTPHeaderText.isLegal(text), let field = HTTPField.Name(header)
    else { return note(header, "has characters that no header can carry") }
    parts[last].headers[field] = text
  }
}
