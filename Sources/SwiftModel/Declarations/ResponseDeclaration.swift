public import SourceDocuments

/// What a successful call answers.
public struct SuccessDeclaration: Sendable {
  /// The response objects that mean success.
  public var origins: [SourceNode]
  public enum Shape: Sendable {
    case empty
    /// A redirect, which has no body that matters.
    case redirect
    /// One kind of body; with a status, that of the response which has none.
    case body(ResponseBodyDeclaration, emptyStatus: Int?)
    /// Several kinds of responses.
    case choice(ResultDeclaration)
  }

  public var shape: Shape
  /// The status code that a server answers with, unless the shape says so.
  public var statusCode: Int
  public var documentation: String
  /// The properties that the documented headers of the responses are.
  public var headerNames: [String]

  /// The Swift type; `Void` when there is no body.
  public var type: String {
    switch shape {
    case .empty, .redirect: "Void"
    case .body(let body, let emptyStatus):
      body.type + (emptyStatus != nil && !body.type.hasSuffix("?") ? "?" : "")
    case .choice(let result): result.name
    }
  }

  /// The bodies that a response may have.
  public var bodies: [ResponseBodyDeclaration] {
    switch shape {
    case .empty, .redirect: []
    case .body(let body, _): [body]
    case .choice(let result): result.cases.compactMap(\.body)
    }
  }

  /// The media types to ask for, in the order of the description.
  public var mediaTypes: [String] {
    bodies.flatMap(\.mediaTypes).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// One kind of body that a response may have.
public struct ResponseBodyDeclaration: Sendable {
  public enum Kind: Sendable, Hashable {
    case json, text
    /// Bytes, as they arrive.
    case data
    /// Events of a form; nil for the usual one, whose items are the data of events.
    case events(form: String?)
    /// JSON values one after the other.
    case sequence
  }

  public var kind: Kind
  /// The type of the value, or of an item; `String` and `HTTPBody` for text and bytes.
  public var valueType: String
  /// The media types that the body may have; the first is what a server answers with.
  public var mediaTypes: [String]
  /// An example of the value or of an item, as JSON or text.
  public var example: String

  /// The Swift type of the body.
  public var type: String {
    switch kind {
    case .json, .text, .data: valueType
    case .events: "EventStream<\(valueType)>"
    case .sequence: "JSONSequence<\(valueType)>"
    }
  }
}

/// An enum with a case for each kind of response that means success.
public struct ResultDeclaration: Sendable {
  public var name: String
  public var documentation: [String]
  public var cases: [Case]

  public struct Case: Sendable {
    /// The statuses that the case stands for.
    public enum Status: Sendable, Hashable {
      case code(Int)
      case range(Int)
      case any
    }

    /// The response object.
    public var origin: SourceNode
    /// The name, without backticks.
    public var name: String
    public var status: Status
    /// The status code that a server answers with.
    public var statusCode: Int
    /// Nil when the response has no body.
    public var body: ResponseBodyDeclaration?
    /// Whether the media type decides, since another case has the same status.
    public var isToldByMediaType: Bool
    public var documentation: [String]
  }
}

/// A documented header of responses, as a property of all headers.
public struct ResponseHeaderDeclaration: Sendable {
  public enum Kind: Sendable, Hashable {
    case string, integer, number, boolean, date
    /// An instant in the format of HTTP.
    case httpDate
    /// A scalar of another type.
    case value(String)
    case list(String)
    case members(explode: Bool)
    case json(String)
    /// Lines that cannot be joined.
    case lines
  }

  /// The header objects.
  public var origins: [SourceNode]
  /// The name, without backticks.
  public var name: String
  public var wireName: String
  public var kind: Kind
  /// The function that sets the header, where every response that documents it must have it: its property then throws
  /// when it is missing or malformed. Nil for a header that may be left out.
  public var setter: String?
  public var isDeprecated: Bool
  public var documentation: [String]

  /// The type of the property: optional where a response may lack the header, but for lines, of which there may be none.
  public var type: String {
    setter == nil || !optionalType.hasSuffix("?") ? optionalType : String(optionalType.dropLast())
  }

  private var optionalType: String {
    switch kind {
    case .string: "String?"
    case .integer: "Int?"
    case .number: "Double?"
    case .boolean: "Bool?"
    case .date, .httpDate: "Date?"
    case .value(let type), .json(let type): type.hasSuffix("?") ? type : type + "?"
    case .list(let type): "[\(type)]?"
    case .members: "[String: String]?"
    case .lines: "[String]"
    }
  }
}
