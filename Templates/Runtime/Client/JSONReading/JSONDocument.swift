import Foundation

/// JSON text that was checked as a whole and divided into its values, of which none is converted yet.
///
/// The values stand in one list in the order of the text: an object is followed by a name and a value for each
/// member, an array by its elements. What a model does not read costs nothing beyond its place in the list.
nonisolated final class JSONDocument {
  nonisolated enum Kind: UInt8 {
    case null, boolean, number, string, array, object
  }

  nonisolated struct Value {
    let kind: Kind
    /// For a string, whether it holds escapes; for a number, whether it has a fraction or an exponent; for a
    /// boolean, whether it is true.
    let flag: Bool
    /// The bytes of a number, and those of a string without its quotes.
    let start: UInt32
    var end: UInt32
    /// The place in the list of what follows this value and all that is in it.
    var next: UInt32
  }

  let bytes: [UInt8]
  let values: [Value]
  /// The places of names that the description has. Those that only came with the data may be personal.
  @exclusivity(unchecked) private var declaredNames: [Bool]
  @exclusivity(unchecked) private var routes = JSONRoutes()
  private var trials = JSONTrials()

  /// How deep arrays and objects may nest.
  static let depthLimit = 512

  /// Reads JSON text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for what is no JSON (RFC 8259) in UTF-8.
  init(_ data: Data) throws {
    bytes = Array(data)
    values = try bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer)
      return try parser.parse()
    }
    declaredNames = Array(repeating: false, count: values.count)
  }

  /// How values of a type are read, found out once.
  func route<Value>(for type: Value.Type) -> JSONRoute {
    routes.route(for: type)
  }

  // MARK: - Trials

  /// Whether a value is being read only to see whether it fits, so that nobody asks where it does not.
  var isTrying: Bool { trials.depth > 0 }

  /// Reads a value to see whether it fits.
  func trying<Value>(_ read: () throws -> Value) rethrows -> Value {
    trials.depth += 1
    defer { trials.depth -= 1 }
    return try read()
  }

  /// Reads the union at a place, or remembers how that went when it was last tried.
  func union<Value>(at index: Int, _ read: () throws -> Value) throws -> Value {
    // What has nothing inside is read again as soon as it is found.
    guard trials.depth > 1, values[index].next > index + 1 else { return try read() }
    let key = JSONTrials.Key(type: ObjectIdentifier(Value.self), index: index)
    if let known = trials.outcomes[key], let outcome = known as? Result<Value, any Error> {
      return try outcome.get()
    }
    let outcome = Result { try read() }
    trials.outcomes[key] = outcome
    return try outcome.get()
  }

  // MARK: - Members

  /// The place of the value of a member; nil when the object has no member of the name. The first of several
  /// counts.
  func member(_ name: String, of object: Int) -> Int? {
    var name = name
    return name.withUTF8 { wanted in
      let end = Int(values[object].next)
      var index = object + 1
      while index < end {
        if isName(index, wanted) {
          declaredNames[index] = true
          return index + 1
        }
        index = Int(values[index + 1].next)
      }
      return nil
    }
  }

  private func isName(_ index: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = values[index]
    if value.flag { return text(index).utf8.elementsEqual(wanted) }
    let start = Int(value.start)
    guard Int(value.end) - start == wanted.count else { return false }
    for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
    return true
  }

  // MARK: - Scalars

  /// The text of a string or of a name.
  func text(_ index: Int) -> String {
    let value = values[index]
    let content = bytes[Int(value.start)..<Int(value.end)]
    return value.flag ? JSONStringEscapes.resolved(content) : String(decoding: content, as: UTF8.self)
  }

  /// A whole number that fits, also one written as `1.0` or `1e3`.
  func integer(_ index: Int) -> Int? {
    let value = values[index]
    if value.flag { return number(index).flatMap { Int(exactly: $0) } }
    var position = Int(value.start)
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var result = 0
    while position < value.end {
      let digit = Int(bytes[position] & 0x0f)
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      result = sum
      position += 1
    }
    return result
  }

  /// A number that fits.
  func number(_ index: Int) -> Double? {
    let value = values[index]
    if !value.flag, value.end - value.start < 16, bytes[Int(value.start)] != UInt8(ascii: "-") {
      return integer(index).map(Double.init)
    }
    guard let number = Double(numberText(index)), number.isFinite else { return nil }
    return number
  }

  /// A number as it is written.
  func numberText(_ index: Int) -> String {
    String(decoding: bytes[Int(values[index].start)..<Int(values[index].end)], as: UTF8.self)
  }

  // MARK: - Places

  /// The way from the document to a value, for an error.
  func codingPath(to target: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var container = 0
    while container < target {
      let isObject = values[container].kind == .object
      var child = container + 1
      var position = 0
      while child < values[container].next {
        let value = isObject ? child + 1 : child
        if target < values[value].next {
          path.append(isObject ? name(child) : FieldIndex(position))
          container = value
          break
        }
        child = Int(values[value].next)
        position += 1
      }
      if target <= container || child >= values[container].next { break }
    }
    return path
  }

  private func name(_ index: Int) -> FieldKey {
    declaredNames[index] ? FieldKey(text(index)) : FieldKey(stringValue: text(index))
  }

  /// The text of a value as JSON of its own, for a decoder that knows nothing of this document.
  func fragment(_ index: Int) -> Data {
    let value = values[index]
    let quotes: UInt32 = value.kind == .string ? 1 : 0
    return Data(bytes[Int(value.start - quotes)..<Int(value.end + quotes)])
  }
}

/// What is known of values that were read to see whether they fit.
///
/// A union tries its members one after the other, and each of them may hold the same unions inside: what those are
/// does not depend on who asks. Without this, each level would multiply the work of all levels below it.
private nonisolated struct JSONTrials {
  nonisolated struct Key: Hashable {
    let type: ObjectIdentifier
    let index: Int
  }

  /// How many unions are trying a member, one inside of the other.
  var depth = 0 {
    didSet { if depth == 0, !outcomes.isEmpty { outcomes = [:] } }
  }

  /// How reading went, by type and place: a `Result` of the type.
  var outcomes: [Key: Any] = [:]
}

/// The position of an element in a coding path.
nonisolated struct FieldIndex: CodingKey {
  let position: Int

  init(_ position: Int) { self.position = position }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue: String) { return nil }

  var intValue: Int? { position }
  var stringValue: String { "Index \(position)" }
}
