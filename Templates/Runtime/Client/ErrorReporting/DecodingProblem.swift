/// What is wrong with data, in words that are fit for logs: the place and what was expected there, never the value.
///
/// Texts that come with `DecodingError` may quote the data, and so may the names of members that the description
/// does not name; both are left out.
public nonisolated struct CodingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where, such as `address.lines[2]`; empty for the value as a whole. A name that came with the data is a `*`.
  public let path: String

  /// What was expected, such as “expected a string”.
  public let reason: String

  /// Describes an error that a decoder or an encoder threw.
  public init(_ error: any Error) {
    switch error {
    case DecodingError.typeMismatch(let type, let context):
      self.init(context.codingPath, "expected \(Self.name(of: type))")
    case DecodingError.valueNotFound(let type, let context):
      self.init(context.codingPath, "expected \(Self.name(of: type)), found null")
    case DecodingError.keyNotFound(let key, let context):
      self.init(context.codingPath + [key], "is missing")
    case DecodingError.dataCorrupted(let context):
      self.init(context.codingPath, Self.reason(context))
    case EncodingError.invalidValue(_, let context):
      self.init(context.codingPath, "cannot be written as JSON")
    case let problem as CodingProblem:
      self = problem
    default:
      self.init([], "cannot be read")
    }
  }

  /// The problem as an error below a place.
  func error(at codingPath: [any CodingKey]) -> DecodingError {
    let keys = path.isEmpty ? [] : [FieldKey(path)]
    return Expectation(stated: reason).error(at: codingPath + keys)
  }

  /// A problem at a place.
  init(_ codingPath: [any CodingKey], _ reason: String) {
    self.path = Self.text(codingPath)
    self.reason = reason
  }

  public var description: String {
    path.isEmpty ? reason : "\(path): \(reason)"
  }
}

nonisolated extension CodingProblem {
  private static func reason(_ context: DecodingError.Context) -> String {
    if let expectation = context.underlyingError as? Expectation {
      expectation.reason
    } else if context.codingPath.isEmpty {
      "is not valid JSON, or has a number that does not fit"
    } else {
      "is not valid"
    }
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "an array"
    default: "a value of type \(type)"
    }
  }

  private static func text(_ codingPath: [any CodingKey]) -> String {
    var text = ""
    for key in codingPath {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? "" : "."
        text += (key as? FieldKey)?.isDeclared == true ? key.stringValue : "*"
      }
    }
    return text
  }
}

nonisolated extension CodingProblem {
  /// What a value should have been, in words that do not quote it; travels in a `DecodingError`.
  nonisolated struct Expectation: Error {
    let text: String
    /// The expectation as a reason.
    let reason: String

    init(_ text: String) {
      self.text = text
      reason = "expected \(text)"
    }

    init(stated reason: String) {
      text = reason
      self.reason = reason
    }

    /// The error for a value that does not meet the expectation.
    func error(at codingPath: [any CodingKey]) -> DecodingError {
      .dataCorrupted(
        DecodingError.Context(
          codingPath: codingPath,
          debugDescription: "Expected \(text).",
          underlyingError: self
        )
      )
    }
  }
}
