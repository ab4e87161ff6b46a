import Foundation

/// Writes the member of a union.
///
/// Nothing here throws: the first error is kept, and thrown when the union is done.
public nonisolated struct UnionWriter {
  private enum Sink {
    /// An encoder of somebody else's.
    case encoder(any Encoder)
    case output(JSONOutput)
  }

  private let sink: Sink

  /// The first error.
  private var failure: (any Error)?

  /// Writes to an encoder.
  public init(_ encoder: any Encoder) {
    sink = .encoder(encoder)
  }

  /// Writes to JSON output.
  init(_ output: JSONOutput) {
    sink = .output(output)
  }

  /// Writes the member, which has to be `Encodable`, in place of the union.
  public mutating func write<Value>(_ value: Value) {
    do {
      switch sink {
      case .output(let output): try output.value(value)
      case .encoder(let encoder):
        var container = encoder.singleValueContainer()
        if Value.self == Date.self, let date = value as? Date {
          try container.encode(DateTimeFormat.text(for: date, at: encoder.codingPath))
        } else if let value = value as? any Encodable {
          try container.encode(value)
        } else {
          throw EncodingError.notEncodable(value, encoder.codingPath)
        }
      }
    } catch {
      failure = failure ?? error
    }
  }

  /// Ends the writing.
  ///
  /// - Throws: The first error, an `EncodingError` for a value that JSON cannot carry.
  func finish() throws {
    if let failure { throw failure }
  }
}
