import Foundation

/// Reads fixed-width numbers from text, as dates are written.
nonisolated struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool {
    position == bytes.count
  }

  /// Skips a character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// Skips one of several characters if it comes next.
  mutating func skip(oneOf characters: String) -> Bool {
    guard position < bytes.count, characters.utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var number = 0
    for index in position..<position + digits {
      guard let digit = Self.digit(bytes[index]) else { return nil }
      number = number * 10 + digit
    }
    position += digits
    return number
  }

  /// The value of the digits behind a decimal point: at least one, and those beyond the fifteenth do not count.
  mutating func fraction() -> Double? {
    var numerator = 0
    var denominator = 1
    let start = position
    while position < bytes.count, let digit = Self.digit(bytes[position]) {
      if position - start < 15 {
        numerator = numerator * 10 + digit
        denominator *= 10
      }
      position += 1
    }
    return position == start ? nil : Double(numerator) / Double(denominator)
  }

  /// An offset from UTC in seconds: `Z`, `±hh:mm`, or `±hhmm`, which many services write.
  mutating func offset() -> Int? {
    if skip(oneOf: "Zz") { return 0 }
    let sign: Int
    if skip("+") {
      sign = 1
    } else if skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(digits: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }

  /// A calendar date `yyyy-mm-dd` that exists.
  mutating func calendarDate() -> CalendarDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil
  }
}

nonisolated extension String {
  /// Appends a number, filled with zeros to a width.
  mutating func appendPadded(_ number: Int, digits: Int) {
    let text = String(number)
    for _ in text.utf8.count..<max(digits, text.utf8.count) { append("0") }
    append(text)
  }
}

nonisolated extension Int {
  /// Quotient and remainder of a division that rounds down, so that the remainder is not negative.
  func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

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

/// Checks JSON text (RFC 8259) and divides it into its values, without recursion.
nonisolated struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var values: [JSONDocument.Value] = []
  /// The places of the arrays and objects around the current position.
  private var open: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func parse() throws -> [JSONDocument.Value] {
    guard bytes.count < Int(UInt32.max) else { throw problem("text of less than 4 GB") }
    values.reserveCapacity(bytes.count / 10 + 1)
    // RFC 8259 §8.1 lets a reader ignore a byte order mark.
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    while try parseStart() {}
    skipBlanks()
    guard position == bytes.count else { throw problem("the end of the text") }
    return values
  }

  // MARK: - Structure

  /// Reads a value, of an array or object only its start, and ends what ends behind it.
  ///
  /// - Returns: Whether another value has to follow.
  private mutating func parseStart() throws -> Bool {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "{"):
      try enter(.object)
      if peek != UInt8(ascii: "}") {
        try parseName()
        return true
      }
    case UInt8(ascii: "["):
      try enter(.array)
      if peek != UInt8(ascii: "]") { return true }
    case UInt8(ascii: "t"): try parseWord("true", .boolean, true)
    case UInt8(ascii: "f"): try parseWord("false", .boolean, false)
    case UInt8(ascii: "n"): try parseWord("null", .null, false)
    default: try parseNumber()
    }
    return try parseEnd()
  }

  private mutating func parseEnd() throws -> Bool {
    while let container = open.last {
      skipBlanks()
      let isObject = values[container].kind == .object
      switch peek {
      case UInt8(ascii: ","):
        position += 1
        if isObject { try parseName() }
        return true
      case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        position += 1
        open.removeLast()
        values[container].end = UInt32(position)
        values[container].next = UInt32(values.count)
      default: throw problem(isObject ? "',' or '}'" : "',' or ']'")
      }
    }
    return false
  }

  private mutating func enter(_ kind: JSONDocument.Kind) throws {
    guard open.count < JSONDocument.depthLimit else { throw problem("less deep nesting") }
    open.append(values.count)
    add(kind, position, position)
    position += 1
    skipBlanks()
  }

  private mutating func parseName() throws {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw problem("the name of a member") }
    try parseString()
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw problem("':'") }
    position += 1
  }

  private mutating func add(_ kind: JSONDocument.Kind, _ start: Int, _ end: Int, flag: Bool = false) {
    values.append(
      JSONDocument.Value(
        kind: kind,
        flag: flag,
        start: UInt32(start),
        end: UInt32(end),
        next: UInt32(values.count + 1)
      )
    )
  }

  // MARK: - Scalars

  private mutating func parseWord(_ word: StaticString, _ kind: JSONDocument.Kind, _ flag: Bool) throws {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { throw problem("a value") }
    for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] {
      throw problem("a value")
    }
    add(kind, position, position + length, flag: flag)
    position += length
  }

  private mutating func parseNumber() throws {
    let start = position
    var isWhole = true
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if peek == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try skipDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    add(.number, start, position, flag: !isWhole)
  }

  private mutating func skipDigits() throws {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    if position == start { throw problem(start == 0 ? "a value" : "a digit or a value") }
  }

  private mutating func parseString() throws {
    position += 1
    let start = position
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        add(.string, start, position, flag: hasEscapes)
        position += 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case 0..<0x20: throw problem("an escape in place of a control character")
      case 0x20..<0x80: position += 1
      default: try skipScalar(byte)
      }
    }
    throw problem("the end of a string")
  }

  private mutating func skipEscape() throws {
    position += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      if first & 0xFC00 == 0xD800 {
        guard peek == UInt8(ascii: "\\") else { throw problem("the second half of a surrogate pair") }
        position += 1
        guard peek == UInt8(ascii: "u"), try codeUnit() & 0xFC00 == 0xDC00 else {
          throw problem("the second half of a surrogate pair")
        }
      } else if first & 0xFC00 == 0xDC00 {
        throw problem("the first half of a surrogate pair")
      }
    default: throw problem("an escape of JSON")
    }
  }

  /// The number behind `u`, on which the position stands.
  private mutating func codeUnit() throws -> UInt32 {
    guard position + 4 < bytes.count else { throw problem("four hexadecimal digits") }
    var value: UInt32 = 0
    for offset in 1...4 {
      guard let digit = JSONStringEscapes.hexadecimalDigit(bytes[position + offset]) else {
        throw problem("four hexadecimal digits")
      }
      value = value << 4 | digit
    }
    position += 5
    return value
  }

  /// Skips a character of several bytes (Unicode, table 3-7).
  private mutating func skipScalar(_ first: UInt8) throws {
    let bounds: (second: ClosedRange<UInt8>, count: Int)
    switch first {
    case 0xC2...0xDF: bounds = (0x80...0xBF, 2)
    case 0xE0: bounds = (0xA0...0xBF, 3)
    case 0xE1...0xEC, 0xEE, 0xEF: bounds = (0x80...0xBF, 3)
    case 0xED: bounds = (0x80...0x9F, 3)
    case 0xF0: bounds = (0x90...0xBF, 4)
    case 0xF1...0xF3: bounds = (0x80...0xBF, 4)
    case 0xF4: bounds = (0x80...0x8F, 4)
    default: throw problem("UTF-8")
    }
    guard position + bounds.count <= bytes.count, bounds.second.contains(bytes[position + 1]) else {
      throw problem("UTF-8")
    }
    for offset in 2..<max(bounds.count, 2) where bytes[position + offset] & 0xC0 != 0x80 {
      throw problem("UTF-8")
    }
    position += bounds.count
  }

  // MARK: - Bytes

  /// The current byte; zero, which JSON has nowhere, at the end.
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func problem(_ expected: String) -> any Error {
    DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: [],
        debugDescription: "The text is not valid JSON: expected \(expected) at byte \(position)."
      )
    )
  }
}

/// The escapes in the strings of JSON.
nonisolated enum JSONStringEscapes {
  /// The text that checked content of a string stands for.
  static func resolved(_ content: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var position = content.startIndex
    while position < content.endIndex {
      let byte = content[position]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        position += 1
        continue
      }
      let escape = content[position + 1]
      position += 2
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): append(scalar(content, &position), to: &result)
      default: result.append(escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ content: ArraySlice<UInt8>, _ position: inout Int) -> UInt32 {
    let first = codeUnit(content, position)
    position += 4
    guard first & 0xFC00 == 0xD800 else { return first }
    let second = codeUnit(content, position + 2)
    position += 6
    return 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
  }

  private static func codeUnit(_ content: ArraySlice<UInt8>, _ start: Int) -> UInt32 {
    var value: UInt32 = 0
    for byte in content[start..<start + 4] { value = value << 4 | (hexadecimalDigit(byte) ?? 0) }
    return value
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

/// One value of a JSON document, to be read as a type.
///
/// The errors are those of Foundation's decoder, so that a caller sees no difference.
nonisolated struct JSONReader {
  let document: JSONDocument
  /// The place of the value in the document.
  let index: Int
  /// Whether values that the description does not allow are refused rather than kept.
  let isStrict: Bool

  var kind: JSONDocument.Kind { document.values[index].kind }
  /// The way to the value; empty while it is only being tried, when finding it for each failure would take longer than
  /// reading.
  var codingPath: [any CodingKey] { document.isTrying ? [] : document.codingPath(to: index) }

  func at(_ index: Int) -> JSONReader {
    JSONReader(document: document, index: index, isStrict: isStrict)
  }

  // MARK: - Scalars

  func string() throws -> String {
    guard kind == .string else { throw mismatch(String.self) }
    return document.text(index)
  }

  func integer() throws -> Int {
    guard kind == .number else { throw mismatch(Int.self) }
    guard let value = document.integer(index) else { throw expected("a whole number that fits 64 bits") }
    return value
  }

  func number() throws -> Double {
    guard kind == .number else { throw mismatch(Double.self) }
    guard let value = document.number(index) else { throw expected("a number that fits 64 bits") }
    return value
  }

  func boolean() throws -> Bool {
    guard kind == .boolean else { throw mismatch(Bool.self) }
    return document.values[index].flag
  }

  func date() throws -> Date {
    if let date = DateTimeFormat.date(from: try string()) { return date }
    throw DateTimeFormat.expectation.error(at: codingPath)
  }

  /// A value of any type.
  func value<Value>(_ type: Value.Type) throws -> Value {
    try value(type, by: document.route(for: type))
  }

  private func value<Value>(_ type: Value.Type, by route: JSONRoute) throws -> Value {
    let layout = MemoryLayout<Value>.self
    return try withUnsafeTemporaryAllocation(byteCount: layout.stride, alignment: layout.alignment) {
      memory in
      try route.read(self, into: memory)
      return memory.assumingMemoryBound(to: Value.self).moveElement(from: 0)
    }
  }

  // MARK: - Parts

  /// The elements of an array.
  func elements<Element>(_ type: Element.Type) throws -> [Element] {
    guard kind == .array else { throw mismatch([Any].self) }
    let route = document.route(for: type)
    let end = Int(document.values[index].next)
    var result: [Element] = []
    var place = index + 1
    while place < end {
      result.append(try at(place).value(type, by: route))
      place = Int(document.values[place].next)
    }
    return result
  }

  /// The members of an object, except those that the description names; the first of several of a name counts.
  func members<Member>(
    _ type: Member.Type,
    except declared: Set<String> = []
  ) throws -> [String: Member] {
    guard kind == .object else { throw mismatch([String: Any].self) }
    let route = document.route(for: type)
    let end = Int(document.values[index].next)
    var result: [String: Member] = [:]
    var place = index + 1
    while place < end {
      let name = document.text(place)
      if !declared.contains(name), result[name] == nil {
        result[name] = try at(place + 1).value(type, by: route)
      }
      place = Int(document.values[place + 1].next)
    }
    return result
  }

  /// Whether an object has members whose names are not among some.
  func hasMembers(except declared: Set<String>) -> Bool {
    let end = Int(document.values[index].next)
    var place = index + 1
    while place < end {
      if !declared.contains(document.text(place)) { return true }
      place = Int(document.values[place + 1].next)
    }
    return false
  }

  /// The members of an object that are null, of those with some names.
  func nullMembers(among names: [String]) -> [String] {
    let end = Int(document.values[index].next)
    var result: [String] = []
    var place = index + 1
    while place < end {
      if document.values[place + 1].kind == .null {
        let name = document.text(place)
        if names.contains(name), !result.contains(name) { result.append(name) }
      }
      place = Int(document.values[place + 1].next)
    }
    return result
  }

  // MARK: - Errors

  func expected(_ text: String) -> any Error {
    CodingProblem.Expectation(text).error(at: codingPath)
  }

  func mismatch(_ type: Any.Type) -> any Error {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "The value is of another type."
    )
    return kind == .null
      ? DecodingError.valueNotFound(type, context) : DecodingError.typeMismatch(type, context)
  }
}
