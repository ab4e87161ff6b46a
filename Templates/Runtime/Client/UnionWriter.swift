import Foundation

/// Writes the member of a union.
public nonisolated struct UnionWriter {
  private let encoder: any Encoder

  /// Writes to an encoder.
  public init(_ encoder: any Encoder) {
    self.encoder = encoder
  }

  /// Writes the member in place of the union.
  public mutating func write<Value: Encodable>(_ value: Value) throws {
    var container = encoder.singleValueContainer()
    if Value.self == Date.self, let date = value as? Date {
      try container.encode(DateTimeFormat.text(for: date, at: encoder.codingPath))
    } else {
      try container.encode(value)
    }
  }
}
