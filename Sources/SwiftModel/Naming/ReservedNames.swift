/// Names that generated declarations keep clear of, each list with its reason.
enum ReservedNames {
  /// Types that generated files or any Swift file mention without a module: a declaration of the same name would
  /// take their place, in this module and in every module that imports it.
  static let types: Set<String> = standardLibrary.union(foundation).union(runtime).union(metatypes)

  /// The standard library's and the concurrency library's.
  private static let standardLibrary: Set<String> = [
    "Actor", "Any", "AnyHashable", "AnyObject", "Array", "AsyncSequence", "AsyncStream", "Bool",
    "CaseIterable",
    "Character", "Clock", "Codable", "CodingKey", "Collection", "Comparable", "CustomDebugStringConvertible",
    "CustomReflectable", "CustomStringConvertible", "Decodable", "Decoder", "Dictionary", "Double",
    "Duration",
    "Encodable", "Encoder", "Equatable", "Error", "Executor", "ExpressibleByStringLiteral", "Float",
    "Hashable",
    "Hasher", "Identifiable", "Int", "Int16", "Int32", "Int64", "Int8", "Iterator", "KeyPath", "MainActor",
    "Mirror",
    "Never", "Optional", "OptionSet", "Range", "RawRepresentable", "Regex", "Result", "Sendable", "Sequence",
    "Set",
    "StaticString", "String", "Substring", "Task", "TaskGroup", "TaskLocal", "UInt", "UInt16", "UInt32",
    "UInt64",
    "UInt8", "Unicode", "Void",
  ]

  /// Foundation's, which nearly every file imports beside the SDK.
  private static let foundation: Set<String> = [
    "Bundle", "Calendar", "CharacterSet", "Data", "Date", "DateComponents", "DateFormatter", "DateInterval",
    "Decimal", "FileHandle", "FileManager", "Formatter", "Host", "IndexPath", "IndexSet", "JSONDecoder",
    "JSONEncoder", "JSONSerialization", "Locale", "Measurement", "Notification", "NotificationCenter",
    "NumberFormatter", "Operation", "OperationQueue", "Pipe", "Port", "Process", "ProcessInfo", "Progress",
    "RunLoop", "Scanner", "Stream", "Thread", "TimeInterval", "TimeZone", "Timer", "URL", "URLComponents",
    "URLQueryItem", "URLRequest", "URLResponse", "URLSession", "UUID", "Unit", "UserDefaults",
  ]

  /// The runtime's that is emitted with the SDK, which a test compares with its files, swift-http-types' and Swift
  /// Testing's.
  static let runtime: Set<String> = [
    "APIAccessToken", "APIAccessTokenCache", "APIClosedEnumeration", "APICredentials", "APIEndpoint",
    "APIEnumeration", "APIError", "APIModel", "APIRequest", "APIResponse", "APIServer", "APITuple",
    "APIUnion", "APIValidatable", "Box", "CalendarDate", "CallOptions", "CarriedEvents",
    "ClientConfiguration", "ClientCore",
    "ClientMiddleware", "ClientTransport", "ClientTransportFailure", "ClosedEnumeration", "ClosestMember",
    "CodingProblem",
    "ConstraintCheck",
    "ConstraintViolation", "ConstraintViolations", "DateTimeFormat", "DigitReader", "EncodedEventData",
    "EncodedEvents", "EncodedSequence", "EventForm", "EventReader", "EventSource", "EventStream", "Example",
    "FieldCodable", "FieldIndex", "FieldKey", "FieldNulls", "FieldReader", "FieldWriter",
    "FlatParameterContent",
    "FormContent", "FormEncoding", "HTTPBody", "HTTPBodySequence", "HTTPBodyTooLarge", "HTTPChunkSource",
    "HTTPDate", "HTTPField", "HTTPFields", "HTTPFileChunks", "HTTPHeaderText", "HTTPMediaType",
    "HTTPRequest", "HTTPResponse", "HTTPRetryAfter", "HTTPStatusReason", "HandlerError",
    "InMemoryTransport", "IntegerRules", "Issue", "JSONCoding", "JSONComposite", "JSONDocument",
    "JSONOutput", "JSONParser", "JSONReader", "JSONRoute", "JSONRoutes", "JSONRules", "JSONRulesChecker",
    "JSONSequence", "JSONSequenceSplitter", "JSONStringEscapes", "JSONTexts", "JSONValue", "MultipartBody",
    "MultipartFile", "MultipartForm", "MultipartReader", "Nullable", "NumberRules", "OpenEnumeration",
    "ParameterContent",
    "ParameterStyle", "ParameterText", "ParameterValue", "PartCodable", "PercentEncoding",
    "PresentedCredentials",
    "RawResponse", "ReceivedWebhook", "RedactedDescribable", "RequestContext", "RequestParts",
    "ResponseExpectation", "ResponseHead", "ResponseHeaders", "RetryPolicy", "Route", "RouteGroup",
    "Router", "SecuritySchemeDescription", "ServerRequest", "ServerResponse", "ServerSentEvent",
    "ServerSentEventParser", "StubExample", "Suite", "Tag", "Test", "TextDecoder", "TextFormat",
    "TextKeyedContainer", "TextPattern", "TextPatternCache", "TextRules", "TextUnkeyedContainer",
    "TextValueContainer", "Trait", "TupleCodable", "TupleMembers", "URLSessionConnection",
    "URLSessionExchange",
    "URLSessionTransport", "Unimplemented", "UnionCodable", "UnionReader", "UnionWriter", "ValueRules",
    "WebhookAnswer",
    "WebhookReceiving",
    "WebhookRefusal", "WebhookRequest", "WebhookSignature", "WebhookVerification",
  ]

  /// Members of every type, or words of the grammar, that cannot name a type even in backticks.
  private static let metatypes: Set<String> = ["Protocol", "Self", "Type"]

  /// Members that every generated model has already, or that cannot be told from the language's own.
  static let members: Set<String> = [
    "self", "Self", "init", "Type", "Protocol", "hashValue", "debugDescription", "customMirror",
    "unredactedDescription", "dynamicType",
  ]

  /// Cases and members that every generated enumeration has already, or that cannot be told from the language's
  /// own.
  static let cases: Set<String> = [
    "self", "Self", "init", "Type", "Protocol", "unrecognized", "allCases", "hashValue", "rawValue", "encode",
    "hash", "none",
  ]

  /// Names that generated function bodies use beside the parameters.
  static let parameters: Set<String> = [
    "self", "Self", "init", "options", "withResponse", "body", "parts", "core", "client", "context",
    "request", "answer",
    "handler",
    "response", "check",
  ]

  /// Words of the grammar: as a name they need backticks.
  static let keywords: Set<String> = [
    "Any", "as", "associatedtype", "break", "case", "catch", "class", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for",
    "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
    "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
    "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// A name as it is written in code.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }
}
