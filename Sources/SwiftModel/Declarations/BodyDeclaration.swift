public import SourceDocuments

/// The body of a request.
public struct BodyDeclaration: Sendable {
  /// The request body object.
  public var origin: SourceNode
  /// The Swift type without `?`.
  public var type: String
  public var isRequired: Bool
  /// The representations, never empty. A client sends the first one, unless it has the choice; a server reads all.
  public var representations: [RepresentationDeclaration]
  /// The name of the enum, inside the endpoint enum, with a case for each representation; nil where all have one type.
  public var choice: String?
  /// An expression for documentation.
  public var usage: String
  public var documentation: String

  /// The media types that a caller may send.
  public var mediaTypes: [String] { representations.flatMap { [$0.mediaType] + $0.otherMediaTypes } }
}

/// A request body in one media type.
public struct RepresentationDeclaration: Sendable {
  public enum Kind: Sendable, Hashable {
    case json
    case form(FormDeclaration)
    /// Several parts; whether a type names them.
    case multipart(subtype: String, isTyped: Bool)
    case text
    /// Bytes, in memory or as a stream.
    case bytes
    /// JSON values of a type, one after the other.
    case sequence(item: String)
    /// Events of a form, with items of a type; nil for the usual form, whose items are the data of events.
    case events(item: String, form: String?)
  }

  public var kind: Kind
  /// The Swift type.
  public var type: String
  public var mediaType: String
  /// Whether the caller names the media type, where the description has a range of them.
  public var takesContentType: Bool
  /// The name of the case, without backticks.
  public var caseName: String
  /// An example of the value, or of an item, as JSON or text, for tests.
  public var example: String
  /// Example parts of a multipart body, for tests.
  public var exampleParts: [ExamplePartDeclaration]
  /// Media types that are written alike, which a server reads as this one: `text/json` beside `application/json`.
  public var otherMediaTypes: [String] = []
  /// What is demanded of the value, or of each item, besides what its type demands, as a schema of JSON Schema; nil for
  /// nothing.
  public var rules: String?
}

extension RepresentationDeclaration {
  /// A media type in the range of them, for examples.
  public var exampleContentType: String {
    switch mediaType.prefix(while: { $0 != "/" }) {
    case "image": "image/png"
    case "audio": "audio/mpeg"
    case "video": "video/mp4"
    case "text": "text/plain"
    default: "application/octet-stream"
    }
  }
}

/// A part of an example body.
public struct ExamplePartDeclaration: Sendable {
  public var name: String
  public var text: String
  /// The media type of the part; nil for plain text.
  public var contentType: String?
  public var isFile: Bool
}
