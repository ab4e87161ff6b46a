public import Foundation

/// A structure of the API: an object schema of the description.
///
/// A model states two things, how it is read from the members of an object and how it writes them. `Codable`,
/// `Hashable` and a redacted description follow from these two and are supplied by ``FieldCodable``: two models are
/// equal when they write the same members.
///
/// Printing a model shows its type, `Patient()`, and nothing of its content, since most of what an API carries is
/// somebody's personal data. Ask for `unredactedDescription` where the content is wanted.
public typealias APIModel = FieldCodable & Codable & Hashable & CustomReflectable

/// What reads and writes itself member by member.
///
/// It inherits from no protocol of the standard library: for each type, the compiler would emit code that finds out at
/// run time how the type conforms. ``APIModel`` puts those protocols beside it.
public nonisolated protocol FieldCodable: APIValidatable {
  /// Reads the model from the members of an object.
  ///
  /// - Throws: `DecodingError` with the coding path of the member that is missing or malformed.
  init(from fields: FieldReader) throws

  /// Writes the members of the model, in the order of the description.
  func write(to fields: inout FieldWriter)
}

nonisolated extension FieldCodable {
  public init(from decoder: any Decoder) throws {
    try self.init(from: FieldReader(decoder))
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, such as a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    write(to: &fields)
    try fields.finish()
  }

  public static func == (left: Self, right: Self) -> Bool {
    JSONOutput.areSame(left, right) || JSONOutput(comparing: left) == JSONOutput(comparing: right)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(JSONOutput(comparing: self))
  }
}

/// A list whose elements have types of their own by position: `prefixItems` of the description.
///
/// It is a model whose members are called `0`, `1` and so on, and `rest` for the elements behind them.
public typealias APITuple = TupleCodable & APIModel

/// What reads and writes itself element by element; see ``FieldCodable`` for what it does not inherit.
public nonisolated protocol TupleCodable: FieldCodable {
  /// How many elements have types of their own.
  static var elementCount: Int { get }
}

nonisolated extension TupleCodable {
  public init(from decoder: any Decoder) throws {
    let elements = try decoder.singleValueContainer().decode([JSONValue].self)
    var members: [String: JSONValue] = [:]
    for (index, element) in elements.prefix(Self.elementCount).enumerated() {
      members[String(index)] = element
    }
    members["rest"] = .array(Array(elements.dropFirst(Self.elementCount)))
    do {
      let data = try JSONCoding.encode(JSONValue.object(members))
      self = try JSONCoding.decode(TupleMembers<Self>.self, from: data, strict: decoder.isStrict).tuple
    } catch {
      throw CodingProblem(error).error(at: decoder.codingPath)
    }
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, and for an element behind one that is missing.
  public func encode(to encoder: any Encoder) throws {
    let members = try JSONValue(encoding: TupleMembers(tuple: self))
    var elements: [JSONValue] = []
    for index in 0..<Self.elementCount {
      guard let element = members.object?[String(index)] else { break }
      elements.append(element)
    }
    let rest = members["rest"].array ?? []
    let present = (members.object?.keys.count { $0 != "rest" } ?? 0)
    guard present == elements.count, rest.isEmpty || elements.count == Self.elementCount else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "An element is missing.")
      )
    }
    var container = encoder.singleValueContainer()
    try container.encode(elements + rest)
  }
}

/// The elements of a tuple as members of an object.
nonisolated struct TupleMembers<Tuple: TupleCodable>: Codable {
  let tuple: Tuple

  init(tuple: Tuple) {
    self.tuple = tuple
  }

  init(from decoder: any Decoder) throws {
    tuple = try Tuple(from: FieldReader(decoder))
  }

  func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    tuple.write(to: &fields)
    try fields.finish()
  }
}

/// A value on the heap, for types that contain themselves and for members too large to be held inline.
///
/// A box behaves like its value: it is copied on write, compares, hashes and encodes as the value does, and forwards
/// its members, so `box.name` is `box.value.name`.
@dynamicMemberLookup
public nonisolated struct Box<Value> {
  private nonisolated final class Storage {
    var value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private var storage: Storage

  /// Puts a value on the heap.
  public init(_ value: Value) {
    storage = Storage(value)
  }

  /// The value.
  public var value: Value {
    get {
      storage.value
    }
    set {
      if isKnownUniquelyReferenced(&storage) {
        storage.value = newValue
      } else {
        storage = Storage(newValue)
      }
    }
  }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member {
    value[keyPath: path]
  }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: WritableKeyPath<Value, Member>) -> Member {
    get { value[keyPath: path] }
    set { value[keyPath: path] = newValue }
  }
}

// The storage is written only while nobody else refers to it.
nonisolated extension Box: @unchecked Sendable where Value: Sendable {}

nonisolated extension Box: Equatable where Value: Equatable {
  public static func == (left: Box, right: Box) -> Bool {
    left.storage === right.storage || left.value == right.value
  }
}

nonisolated extension Box: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }
}

nonisolated extension Box: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Value.self))
  }
}

nonisolated extension Box: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

nonisolated extension Box: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(reflecting: value)
  }
}

nonisolated extension Box: TextOutputStreamable {
  public func write<Target: TextOutputStream>(to target: inout Target) {
    print(value, terminator: "", to: &target)
  }
}

/// The name of a member of an object.
public nonisolated struct FieldKey: CodingKey, Hashable, Sendable {
  /// The name as it stands in JSON.
  public let stringValue: String

  /// Whether the description names the member; a name that came with the data may itself be personal.
  let isDeclared: Bool

  /// Always nil: members of objects have no index.
  public var intValue: Int? { nil }

  /// A member that the description names.
  public init(_ name: String) {
    stringValue = name
    isDeclared = true
  }

  /// A member that came with the data.
  public init(stringValue: String) {
    self.stringValue = stringValue
    isDeclared = false
  }

  /// Always nil: members of objects have no index.
  public init?(intValue: Int) {
    return nil
  }

  public static func == (left: FieldKey, right: FieldKey) -> Bool {
    left.stringValue == right.stringValue
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(stringValue)
  }
}

/// Which members of an object were null, for a model that shows null and absence alike as nil.
///
/// With it, what was read is written as it was: a member that was null is null again, and one that was absent stays away.
public nonisolated struct FieldNulls: Hashable, Sendable {
  let names: [String]

  /// No member was null.
  public init() {
    names = []
  }

  init(_ names: [String]) {
    self.names = names.sorted()
  }
}

/// Reads the members of an object, one call per member.
///
/// Every method comes in up to three forms. The plain one is for a member that must be there; `…IfPresent` is for an
/// optional one, where null counts as absent; `…OrNull` is for a member that must be there and may be null (a reader
/// that is not strict takes a missing one for null). There is a method of its own for each scalar type, so that
/// the compiler has nothing to infer in a model.
///
/// Strings, numbers and the rest are read as JSON has them: a number in quotes is no number.
public nonisolated struct FieldReader {
  /// Where the members come from. Models see none of it.
  private enum Source {
    /// A decoder of somebody else's.
    case decoder(FieldDecoder)
    case json(JSONReader)
  }

  private let source: Source

  /// Whether values that the description does not allow are refused rather than kept.
  public let isStrict: Bool

  /// Reads the members of the object that a decoder stands at.
  ///
  /// - Throws: `DecodingError.typeMismatch` if it stands at something else.
  public init(_ decoder: any Decoder) throws {
    source = .decoder(FieldDecoder(try decoder.container(keyedBy: FieldKey.self)))
    isStrict = decoder.isStrict
  }

  /// Reads the members of an object of a JSON document.
  init(_ json: JSONReader) throws {
    guard json.kind == .object else { throw json.mismatch([String: Any].self) }
    source = .json(json)
    isStrict = json.isStrict
  }
}

/// The members of an object in a decoder of somebody else's.
///
/// A class, since the size of what is in it is known at run time only, which would make every copy of a reader slow.
private nonisolated final class FieldDecoder {
  let container: KeyedDecodingContainer<FieldKey>

  init(_ container: KeyedDecodingContainer<FieldKey>) {
    self.container = container
  }

  /// A value of a type that is found at run time to be `Decodable`.
  func value<Value>(_ type: Value.Type, _ key: FieldKey) throws -> Value {
    guard let decodable = type as? any Decodable.Type,
      let value = try container.decode(decodable, forKey: key) as? Value
    else {
      throw CodingProblem.Expectation("a value that can be decoded").error(at: container.codingPath + [key])
    }
    return value
  }
}

// MARK: - Members that must be there

nonisolated extension FieldReader {
  /// A string.
  public func string(_ name: String) throws -> String {
    switch source {
    case .decoder(let decoder): try decoder.container.decode(String.self, forKey: FieldKey(name))
    case .json(let object): try object.required(name).string()
    }
  }

  /// A whole number; `1.0` is one.
  public func integer(_ name: String) throws -> Int {
    switch source {
    case .decoder(let decoder):
      try decoder.container.fitting("a whole number that fits 64 bits", name) {
        try decoder.container.decode(Int.self, forKey: FieldKey(name))
      }
    case .json(let object): try object.required(name).integer()
    }
  }

  /// A number.
  public func number(_ name: String) throws -> Double {
    switch source {
    case .decoder(let decoder):
      try decoder.container.fitting("a number that fits 64 bits", name) {
        try decoder.container.decode(Double.self, forKey: FieldKey(name))
      }
    case .json(let object): try object.required(name).number()
    }
  }

  /// `true` or `false`.
  public func boolean(_ name: String) throws -> Bool {
    switch source {
    case .decoder(let decoder): try decoder.container.decode(Bool.self, forKey: FieldKey(name))
    case .json(let object): try object.required(name).boolean()
    }
  }

  /// An instant: RFC 3339 text, or a bare date, which means midnight UTC.
  public func date(_ name: String) throws -> Date {
    switch source {
    case .decoder(let decoder):
      try DateTimeFormat.date(from: string(name), at: decoder.container.codingPath, name)
    case .json(let object): try object.required(name).date()
    }
  }

  /// A value of any other type, which has to be `Decodable`. The compiler is not told, since it would look up in each
  /// model how each type conforms; it is found out at run time, once for each type.
  public func value<Value>(_ name: String, _ type: Value.Type) throws -> Value {
    switch source {
    case .decoder(let decoder):
      if type == Date.self, let date = try date(name) as? Value { return date }
      return try decoder.value(type, FieldKey(name))
    case .json(let object): return try object.required(name).value(type)
    }
  }
}

nonisolated extension JSONReader {
  /// The value of a member that must be there.
  fileprivate func required(_ name: String) throws -> JSONReader {
    if let member = document.member(name, of: index) { return at(member) }
    throw DecodingError.keyNotFound(
      FieldKey(name),
      DecodingError.Context(codingPath: codingPath, debugDescription: "The member is missing.")
    )
  }
}

nonisolated extension KeyedDecodingContainer<FieldKey> {
  /// Reads a number. Foundation reports one that does not fit with an error of its own, which has no place.
  fileprivate func fitting<Value>(
    _ expected: String,
    _ name: String,
    _ read: () throws -> Value
  ) throws -> Value {
    do {
      return try read()
    } catch let error as DecodingError {
      throw error
    } catch {
      throw CodingProblem.Expectation(expected).error(at: codingPath + [FieldKey(name)])
    }
  }
}

// MARK: - Members that may be left out

nonisolated extension FieldReader {
  /// A string, or nil for an absent or null member.
  public func stringIfPresent(_ name: String) throws -> String? {
    switch source {
    case .decoder(let decoder): try decoder.container.decodeIfPresent(String.self, forKey: FieldKey(name))
    case .json(let object): try object.optional(name)?.string()
    }
  }

  /// A whole number, or nil for an absent or null member.
  public func integerIfPresent(_ name: String) throws -> Int? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? integer(name) : nil
    case .json(let object): try object.optional(name)?.integer()
    }
  }

  /// A number, or nil for an absent or null member.
  public func numberIfPresent(_ name: String) throws -> Double? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? number(name) : nil
    case .json(let object): try object.optional(name)?.number()
    }
  }

  /// `true` or `false`, or nil for an absent or null member.
  public func booleanIfPresent(_ name: String) throws -> Bool? {
    switch source {
    case .decoder(let decoder): try decoder.container.decodeIfPresent(Bool.self, forKey: FieldKey(name))
    case .json(let object): try object.optional(name)?.boolean()
    }
  }

  /// An instant, or nil for an absent or null member.
  public func dateIfPresent(_ name: String) throws -> Date? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? date(name) : nil
    case .json(let object): try object.optional(name)?.date()
    }
  }

  /// A value of any other type, or nil for an absent or null member.
  public func valueIfPresent<Value>(_ name: String, _ type: Value.Type) throws -> Value? {
    switch source {
    case .decoder(let decoder): try decoder.container.isPresent(name) ? value(name, type) : nil
    case .json(let object): try object.optional(name)?.value(type)
    }
  }

  /// A member that may be absent, null or a value, where the difference matters.
  public func nullable<Value>(_ name: String, _ type: Value.Type) throws -> Nullable<Value>? {
    switch source {
    case .decoder(let decoder):
      guard decoder.container.contains(FieldKey(name)) else { return nil }
      return try decoder.container.isPresent(name) ? .value(value(name, type)) : .null
    case .json(let object):
      guard object.document.member(name, of: object.index) != nil else { return nil }
      return try object.optional(name).map { .value(try $0.value(type)) } ?? .null
    }
  }
}

nonisolated extension JSONReader {
  /// The value of a member, or nil for an absent or null one.
  fileprivate func optional(_ name: String) -> JSONReader? {
    guard let member = document.member(name, of: index), document.values[member].kind != .null else {
      return nil
    }
    return at(member)
  }
}

nonisolated extension KeyedDecodingContainer<FieldKey> {
  fileprivate func isPresent(_ name: String) throws -> Bool {
    try contains(FieldKey(name)) && !decodeNil(forKey: FieldKey(name))
  }
}

// MARK: - Members that must be there and may be null

nonisolated extension FieldReader {
  /// A string, or nil for null.
  public func stringOrNull(_ name: String) throws -> String? {
    try requireInStrictMode(name)
    return try stringIfPresent(name)
  }

  /// A whole number, or nil for null.
  public func integerOrNull(_ name: String) throws -> Int? {
    try requireInStrictMode(name)
    return try integerIfPresent(name)
  }

  /// A number, or nil for null.
  public func numberOrNull(_ name: String) throws -> Double? {
    try requireInStrictMode(name)
    return try numberIfPresent(name)
  }

  /// `true` or `false`, or nil for null.
  public func booleanOrNull(_ name: String) throws -> Bool? {
    try requireInStrictMode(name)
    return try booleanIfPresent(name)
  }

  /// An instant, or nil for null.
  public func dateOrNull(_ name: String) throws -> Date? {
    try requireInStrictMode(name)
    return try dateIfPresent(name)
  }

  /// A value of any other type, or nil for null.
  public func valueOrNull<Value>(_ name: String, _ type: Value.Type) throws -> Value? {
    try requireInStrictMode(name)
    return try valueIfPresent(name, type)
  }

  private func requireInStrictMode(_ name: String) throws {
    guard isStrict else { return }
    switch source {
    case .decoder(let decoder):
      if decoder.container.contains(FieldKey(name)) { return }
      throw DecodingError.keyNotFound(
        FieldKey(name),
        DecodingError.Context(
          codingPath: decoder.container.codingPath,
          debugDescription: "The member is missing."
        )
      )
    case .json(let object): _ = try object.required(name)
    }
  }
}

// MARK: - Members that the description does not name

nonisolated extension FieldReader {
  /// The members whose names are not among the declared ones.
  ///
  /// - Parameters:
  ///   - type: The type of their values.
  ///   - declared: The names that the model reads itself.
  public func additionalProperties<Value>(
    _ type: Value.Type,
    except declared: Set<String>
  ) throws -> [String: Value] {
    switch source {
    case .decoder(let decoder):
      var members: [String: Value] = [:]
      for key in decoder.container.allKeys where !declared.contains(key.stringValue) {
        members[key.stringValue] = try decoder.value(type, key)
      }
      return members
    case .json(let object): return try object.members(type, except: declared)
    }
  }

  /// Refuses JSON with members that the description does not declare, in a reader that is strict. Others ignore them, since
  /// an API may grow.
  ///
  /// - Throws: `DecodingError` that does not quote the name, which came with the data.
  public func refuseMembers(except declared: Set<String>) throws {
    guard isStrict, case .json(let object) = source, object.hasMembers(except: declared) else { return }
    throw object.expected("no members other than those described")
  }

  /// Which of some members are there and null.
  public func nulls(_ names: [String]) throws -> FieldNulls {
    switch source {
    case .decoder(let decoder):
      FieldNulls(
        try names.filter { name in
          let key = FieldKey(name)
          return try decoder.container.contains(key) && decoder.container.decodeNil(forKey: key)
        }
      )
    case .json(let object): FieldNulls(object.nullMembers(among: names))
    }
  }
}

/// Writes the members of an object, one call per member; the counterpart of ``FieldReader``.
///
/// The plain form writes the member, `…IfPresent` leaves out what is nil, `…OrNull` writes nil as null.
///
/// Nothing here throws, which keeps models small: the first error is kept, and thrown when the model is done.
public nonisolated struct FieldWriter {
  private enum Sink {
    /// An encoder of somebody else's.
    case encoder(FieldEncoder)
    case output(JSONOutput)
  }

  private let sink: Sink

  /// The first error.
  private var failure: (any Error)?

  /// Writes the members of an object to an encoder.
  public init(_ encoder: any Encoder) {
    sink = .encoder(FieldEncoder(encoder.container(keyedBy: FieldKey.self)))
  }

  /// Writes an object.
  init(_ output: JSONOutput) {
    sink = .output(output)
    output.beginObject()
  }

  /// Ends the writing.
  ///
  /// - Throws: The first error, an `EncodingError` for a value that JSON cannot carry.
  func finish() throws {
    if case .output(let output) = sink { output.endObject() }
    if let failure { throw failure }
  }

  private mutating func attempt(_ encode: () throws -> Void) {
    guard failure == nil else { return }
    do {
      try encode()
    } catch {
      failure = error
    }
  }

  private mutating func attempt(_ name: String, _ output: JSONOutput, _ write: () throws -> Void) {
    output.name(name)
    do {
      try write()
    } catch let error as EncodingError {
      failure = failure ?? error.at(FieldKey(name))
    } catch {
      failure = failure ?? error
    }
  }
}

/// The members of an object in an encoder of somebody else's.
///
/// A class, since the size of what is in it is known at run time only, which would make every copy of a writer slow.
private nonisolated final class FieldEncoder {
  var container: KeyedEncodingContainer<FieldKey>

  init(_ container: KeyedEncodingContainer<FieldKey>) {
    self.container = container
  }

  /// A value of a type that is found at run time to be `Encodable`.
  func value<Value>(_ value: Value, _ key: FieldKey) throws {
    guard let encodable = value as? any Encodable else {
      throw EncodingError.notEncodable(value, container.codingPath + [key])
    }
    try container.encode(encodable, forKey: key)
  }
}

nonisolated extension EncodingError {
  /// The error for a value of a type that is not `Encodable`.
  static func notEncodable(_ value: Any, _ path: [any CodingKey]) -> EncodingError {
    .invalidValue(value, Context(codingPath: path, debugDescription: "The type is not Encodable."))
  }
}

// MARK: - Members that are always written

nonisolated extension FieldWriter {
  /// A string.
  public mutating func string(_ name: String, _ value: String) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.string(value)
    }
  }

  /// A whole number.
  public mutating func integer(_ name: String, _ value: Int) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.integer(value)
    }
  }

  /// A number. JSON has none that is not finite.
  public mutating func number(_ name: String, _ value: Double) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output): attempt(name, output) { try output.number(value) }
    }
  }

  /// `true` or `false`.
  public mutating func boolean(_ name: String, _ value: Bool) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encode(value, forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.boolean(value)
    }
  }

  /// An instant, written in UTC, with milliseconds where they are not zero. RFC 3339 has the years 0 to 9999 only.
  public mutating func date(_ name: String, _ value: Date) {
    switch sink {
    case .encoder(let encoder):
      attempt {
        let text = try DateTimeFormat.text(for: value, at: encoder.container.codingPath, name)
        try encoder.container.encode(text, forKey: FieldKey(name))
      }
    case .output(let output): attempt(name, output) { try output.date(value) }
    }
  }

  /// A value of any other type, which has to be `Encodable`, as for ``FieldReader/value(_:_:)``.
  public mutating func value<Value>(_ name: String, _ value: Value) {
    switch sink {
    case .encoder(let encoder):
      if Value.self == Date.self, let date = value as? Date { return self.date(name, date) }
      attempt { try encoder.value(value, FieldKey(name)) }
    case .output(let output): attempt(name, output) { try output.value(value) }
    }
  }

  private mutating func null(_ name: String) {
    switch sink {
    case .encoder(let encoder): attempt { try encoder.container.encodeNil(forKey: FieldKey(name)) }
    case .output(let output):
      output.name(name)
      output.null()
    }
  }
}

nonisolated extension FieldWriter {
  private func nothing() {
    if case .output(let output) = sink { output.nothing() }
  }
}

// MARK: - Members that may be left out

nonisolated extension FieldWriter {
  /// A string, left out if nil.
  public mutating func stringIfPresent(_ name: String, _ value: String?) {
    if let value { string(name, value) } else { nothing() }
  }

  /// A whole number, left out if nil.
  public mutating func integerIfPresent(_ name: String, _ value: Int?) {
    if let value { integer(name, value) } else { nothing() }
  }

  /// A number, left out if nil.
  public mutating func numberIfPresent(_ name: String, _ value: Double?) {
    if let value { number(name, value) } else { nothing() }
  }

  /// `true` or `false`, left out if nil.
  public mutating func booleanIfPresent(_ name: String, _ value: Bool?) {
    if let value { boolean(name, value) } else { nothing() }
  }

  /// An instant, left out if nil.
  public mutating func dateIfPresent(_ name: String, _ value: Date?) {
    if let value { date(name, value) } else { nothing() }
  }

  /// A value of any other type, left out if nil.
  public mutating func valueIfPresent<Value>(_ name: String, _ value: Value?) {
    if let value { self.value(name, value) } else { nothing() }
  }

  /// A member that is left out if nil, and otherwise null or a value.
  public mutating func nullable<Value>(_ name: String, _ value: Nullable<Value>?) {
    switch value {
    case .none: nothing()
    case .null: null(name)
    case .value(let value): self.value(name, value)
    }
  }
}

// MARK: - Members that are written as null if nil

nonisolated extension FieldWriter {
  /// A string, or null.
  public mutating func stringOrNull(_ name: String, _ value: String?) {
    if let value { string(name, value) } else { null(name) }
  }

  /// A whole number, or null.
  public mutating func integerOrNull(_ name: String, _ value: Int?) {
    if let value { integer(name, value) } else { null(name) }
  }

  /// A number, or null.
  public mutating func numberOrNull(_ name: String, _ value: Double?) {
    if let value { number(name, value) } else { null(name) }
  }

  /// `true` or `false`, or null.
  public mutating func booleanOrNull(_ name: String, _ value: Bool?) {
    if let value { boolean(name, value) } else { null(name) }
  }

  /// An instant, or null.
  public mutating func dateOrNull(_ name: String, _ value: Date?) {
    if let value { date(name, value) } else { null(name) }
  }

  /// A value of any other type, or null.
  public mutating func valueOrNull<Value>(_ name: String, _ value: Value?) {
    if let value { self.value(name, value) } else { null(name) }
  }
}

// MARK: - Members that the description does not name

nonisolated extension FieldWriter {
  /// The members that came with the data.
  public mutating func additionalProperties<Value>(_ members: [String: Value]) {
    switch sink {
    case .encoder(let encoder):
      attempt {
        for (name, value) in members {
          try encoder.value(value, FieldKey(stringValue: name))
        }
      }
    case .output(let output): attempt { try output.members(members) }
    }
  }

  /// The members that were null.
  public mutating func nulls(_ nulls: FieldNulls) {
    switch sink {
    case .encoder: for name in nulls.names { null(name) }
    // In a comparison a member's name is not written, and these are not the same for every value.
    case .output(let output) where output.isComparing: for name in nulls.names { output.string(name) }
    case .output: for name in nulls.names { null(name) }
    }
  }
}

/// A value or null, for a member that may also be left out: absent is `nil`, null is `.null`.
///
/// A request that changes something needs all three: leave it as it is, clear it, set it.
///
/// ```swift
/// update.memo = nil           // leave it
/// update.memo = .clear        // clear it
/// update.memo = "telephone"   // set it
/// ```
public nonisolated enum Nullable<Wrapped> {
  /// Null.
  case null
  /// A value.
  case value(Wrapped)

  /// Null, in the words of a request that empties a member.
  public static var clear: Nullable<Wrapped> { .null }

  /// Null for nil.
  public init(_ value: Wrapped?) {
    if let value { self = .value(value) } else { self = .null }
  }

  /// The value, or nil for null.
  public var value: Wrapped? {
    switch self {
    case .null: nil
    case .value(let value): value
    }
  }
}

nonisolated extension Nullable: Sendable where Wrapped: Sendable {}
nonisolated extension Nullable: Equatable where Wrapped: Equatable {}
nonisolated extension Nullable: Hashable where Wrapped: Hashable {}

nonisolated extension Nullable: Decodable where Wrapped: Decodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
  }
}

nonisolated extension Nullable: Encodable where Wrapped: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .value(let value): try container.encode(value)
    }
  }
}

nonisolated extension Nullable: ExpressibleByUnicodeScalarLiteral
where Wrapped: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Wrapped.UnicodeScalarLiteralType) {
    self = .value(Wrapped(unicodeScalarLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Wrapped: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Wrapped.ExtendedGraphemeClusterLiteralType) {
    self = .value(Wrapped(extendedGraphemeClusterLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByStringLiteral where Wrapped: ExpressibleByStringLiteral {
  public init(stringLiteral value: Wrapped.StringLiteralType) {
    self = .value(Wrapped(stringLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByIntegerLiteral where Wrapped: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Wrapped.IntegerLiteralType) {
    self = .value(Wrapped(integerLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByFloatLiteral where Wrapped: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Wrapped.FloatLiteralType) {
    self = .value(Wrapped(floatLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByBooleanLiteral where Wrapped: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Wrapped.BooleanLiteralType) {
    self = .value(Wrapped(booleanLiteral: value))
  }
}

nonisolated extension Nullable: ExpressibleByArrayLiteral where Wrapped: RangeReplaceableCollection {
  public init(arrayLiteral elements: Wrapped.Element...) {
    self = .value(Wrapped(elements))
  }
}
