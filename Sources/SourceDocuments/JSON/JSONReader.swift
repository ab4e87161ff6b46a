/// Reads JSON text (RFC 8259) without recursion and without leniency: every deviation is an error that
/// says what is wrong, because the usual ones (comments, trailing commas) come from habit.
///
/// The bytes must be valid UTF-8. A lone surrogate in an escape becomes U+FFFD.
struct JSONReader {
  /// What the grammar allows at the position.
  private enum Expectation {
    case value
    /// Right after `[`: an element or the end.
    case firstElement
    /// Right after `{`: a name or the end.
    case firstName
    /// After a comma in an object.
    case name
    /// After a value.
    case separator
  }

  let file: SourceFile
  let bytes: [UInt8]
  var offset: Int
  var builder: NodeArenaBuilder

  /// - Parameter start: The offset of the first byte after a byte order mark.
  init(_ file: SourceFile, from start: Int) {
    self.file = file
    self.bytes = file.bytes
    self.offset = start
    self.builder = NodeArenaBuilder(file: file)
  }

  mutating func readDocument() throws(DiagnosticError) -> SourceDocument {
    var expectation = Expectation.value
    repeat {
      skipWhitespace()
      switch expectation {
      case .value:
        expectation = try readValue()
      case .firstElement:
        expectation = closeContainer(UInt8(ascii: "]")) ? .separator : try readValue()
      case .firstName:
        expectation = closeContainer(UInt8(ascii: "}")) ? .separator : try readName()
      case .name:
        expectation = try readName()
      case .separator:
        expectation = try readSeparator()
      }
    } while builder.depth > 0 || expectation != .separator

    skipWhitespace()
    guard offset == bytes.count else { throw contentAfterEnd() }
    return try builder.finish()
  }

  /// The byte at the position; nil at the end.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(DiagnosticError) -> Expectation {
    guard let byte = current else { throw unexpectedValue() }
    switch byte {
    case UInt8(ascii: "{"):
      try builder.openContainer(.object, at: offset)
      offset += 1
      return .firstName
    case UInt8(ascii: "["):
      try builder.openContainer(.array, at: offset)
      offset += 1
      return .firstElement
    case UInt8(ascii: "\""):
      let start = offset
      let text = try readString()
      try builder.add(NodeRecord(kind: .string, extent: extent(from: start), text: text))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try readNumber()
    case UInt8(ascii: "t"):
      try readLiteral("true", .boolean, isTrue: true)
    case UInt8(ascii: "f"):
      try readLiteral("false", .boolean)
    case UInt8(ascii: "n"):
      try readLiteral("null", .null)
    default:
      throw unexpectedValue()
    }
    return .separator
  }

  private mutating func readName() throws(DiagnosticError) -> Expectation {
    guard current == UInt8(ascii: "\"") else { throw unexpectedName() }
    let start = offset
    let text = try readString()
    builder.setKey(extent(from: start), text)
    skipWhitespace()
    guard current == UInt8(ascii: ":") else { throw missingColon() }
    offset += 1
    return .value
  }

  private mutating func readSeparator() throws(DiagnosticError) -> Expectation {
    let isObject = builder.container == .object
    if closeContainer(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return .separator }
    guard current == UInt8(ascii: ",") else { throw missingSeparator() }
    offset += 1
    return isObject ? .name : .value
  }

  /// Ends the innermost container when its closing bracket stands at the position.
  private mutating func closeContainer(_ bracket: UInt8) -> Bool {
    guard current == bracket else { return false }
    offset += 1
    builder.closeContainer(at: offset)
    return true
  }

  private mutating func readLiteral(
    _ literal: StaticString,
    _ kind: SourceNode.Kind,
    isTrue: Bool = false
  ) throws(DiagnosticError) {
    let end = offset + literal.utf8CodeUnitCount
    let word = wordRange()
    guard word.upperBound == end, bytes[word].elementsEqual(literal.description.utf8) else {
      throw unexpectedValue()
    }
    let start = offset
    offset = end
    try builder.add(NodeRecord(kind: kind, extent: extent(from: start), isTrue: isTrue))
  }

  func extent(from start: Int) -> NodeRecord.Extent {
    NodeRecord.Extent(offset: start, length: offset - start)
  }
}
