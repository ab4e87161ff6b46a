import Foundation
import HTTPTypes

// How forms read their parts, which are in memory.

nonisolated extension MultipartBody {
  /// A field of text that must be there.
  public func text<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value {
    try required(textIfPresent(name, type), name)
  }

  /// A field of text, or nil if it is absent.
  public func textIfPresent<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> Value? {
    try named(name).first.map { try text(of: $0, name) }
  }

  /// The fields of text of one name.
  public func texts<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> [Value] {
    try named(name).map { try text(of: $0, name) }
  }

  /// The fields of text of one name, or nil if there are none.
  public func textsIfPresent<Value: ParameterValue>(_ name: String, _ type: Value.Type) throws -> [Value]? {
    named(name).isEmpty ? nil : try texts(name, type)
  }

  /// A field that is written as JSON and must be there.
  public func json<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
    try required(jsonIfPresent(name, type), name)
  }

  /// A field that is written as JSON, or nil if it is absent.
  public func jsonIfPresent<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value? {
    try named(name).first.map { try json(of: $0, name) }
  }

  /// The fields of one name that are written as JSON.
  public func jsons<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> [Value] {
    try named(name).map { try json(of: $0, name) }
  }

  /// The fields of one name that are written as JSON, or nil if there are none.
  public func jsonsIfPresent<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> [Value]? {
    named(name).isEmpty ? nil : try jsons(name, type)
  }

  /// A file that must be there.
  public func file(_ name: String) throws -> MultipartFile {
    try required(fileIfPresent(name), name)
  }

  /// A file, or nil if it is absent.
  public func fileIfPresent(_ name: String) throws -> MultipartFile? {
    try files(name).first
  }

  /// The files of one name.
  public func files(_ name: String) throws -> [MultipartFile] {
    named(name).map { part in
      MultipartFile(
        part.content,
        filename: part.filename,
        contentType: part.contentType ?? "application/octet-stream",
        headers: part.headers
      )
    }
  }

  /// The files of one name, or nil if there are none.
  public func filesIfPresent(_ name: String) throws -> [MultipartFile]? {
    let files = try files(name)
    return files.isEmpty ? nil : files
  }

  /// A header that the first part of a name must have.
  public func header<Value: ParameterValue>(
    _ header: String,
    _ type: Value.Type,
    of name: String
  ) throws -> Value {
    try required(headerIfPresent(header, type, of: name), header)
  }

  /// A header of the first part of a name, or nil if it is absent.
  public func headerIfPresent<Value: ParameterValue>(
    _ header: String,
    _ type: Value.Type,
    of name: String
  ) throws -> Value? {
    guard let field = HTTPField.Name(header), let text = named(name).first?.headers[field] else { return nil }
    guard let value = Value(parameterText: text) else {
      throw CodingProblem([FieldKey(name), FieldKey(header)], "expected \(Value.parameterExpectation)")
    }
    return value
  }

  /// The parts whose names are none of these.
  public func additionalParts(except names: Set<String>) -> [Part] {
    parts.filter { part in part.name.map { !names.contains($0) } ?? true }
  }

  private func named(_ name: String) -> [Part] {
    parts.filter { $0.name == name }
  }

  private func required<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw CodingProblem([FieldKey(name)], "is missing") }
    return value
  }

  private func data(of part: Part, _ name: String) throws -> Data {
    guard let data = part.data else { throw CodingProblem([FieldKey(name)], "is a stream") }
    return data
  }

  private func text<Value: ParameterValue>(of part: Part, _ name: String) throws -> Value {
    guard let text = String(data: try data(of: part, name), encoding: .utf8),
      let value = Value(parameterText: text)
    else { throw CodingProblem([FieldKey(name)], "expected \(Value.parameterExpectation)") }
    return value
  }

  private func json<Value: Decodable>(of part: Part, _ name: String) throws -> Value {
    do {
      return try JSONCoding.decode(Value.self, from: data(of: part, name), strict: true)
    } catch {
      let problem = CodingProblem(error)
      throw CodingProblem([FieldKey(name)], problem.description)
    }
  }
}
