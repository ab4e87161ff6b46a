/// Turns the text of a template into instructions.
struct TemplateParser {
  private let bytes: [UInt8]
  private var position = 0
  /// Where the literal that is being collected starts.
  private var literalStart = 0
  private var instructions: [Template.Instruction] = []
  private var open: [OpenSection] = []

  private struct OpenSection {
    let name: String
    let instruction: Int
    let offset: Int
  }

  private struct Tag {
    /// `#`, `^`, `/`, `>`, `!`; nil for a variable.
    let sigil: UInt8?
    let name: String
    let range: Range<Int>
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func parse() throws(TemplateSyntaxError) -> [Template.Instruction] {
    while let start = nextTag() {
      let tag = try tag(at: start)
      try add(tag)
    }
    appendLiteral(upTo: bytes.count)
    if let section = open.last {
      throw TemplateSyntaxError(reason: .unclosedSection(section.name), offset: section.offset)
    }
    return instructions
  }

  // MARK: - Tags

  private mutating func nextTag() -> Int? {
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") { return position }
      position += 1
    }
    return nil
  }

  private func tag(at start: Int) throws(TemplateSyntaxError) -> Tag {
    var end = start + 2
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}")) {
      end += 1
    }
    guard end + 1 < bytes.count else { throw TemplateSyntaxError(reason: .unclosedTag, offset: start) }
    var content = bytes[(start + 2)..<end]
    while let byte = content.first, isBlank(byte) { content.removeFirst() }
    while let byte = content.last, isBlank(byte) { content.removeLast() }
    guard let first = content.first else { throw TemplateSyntaxError(reason: .emptyTag, offset: start) }
    let range = start..<(end + 2)
    switch first {
    case UInt8(ascii: "!"): return Tag(sigil: first, name: "", range: range)
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"):
      content.removeFirst()
      while let byte = content.first, isBlank(byte) { content.removeFirst() }
      guard !content.isEmpty else { throw TemplateSyntaxError(reason: .emptyTag, offset: start) }
      return Tag(sigil: first, name: String(decoding: content, as: UTF8.self), range: range)
    case UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "<"),
      UInt8(ascii: "$"):
      throw TemplateSyntaxError(
        reason: .unsupportedTag(String(decoding: content, as: UTF8.self)),
        offset: start
      )
    default: return Tag(sigil: nil, name: String(decoding: content, as: UTF8.self), range: range)
    }
  }

  private mutating func add(_ tag: Tag) throws(TemplateSyntaxError) {
    guard let sigil = tag.sigil else {
      appendLiteral(upTo: tag.range.lowerBound)
      instructions.append(tag.name == "." ? .item : .variable(tag.name))
      literalStart = tag.range.upperBound
      position = tag.range.upperBound
      return
    }
    // A tag that stands alone takes its line, and a partial its indentation, with it.
    let line = standaloneLine(around: tag.range)
    appendLiteral(upTo: line?.lowerBound ?? tag.range.lowerBound)
    literalStart = line?.upperBound ?? tag.range.upperBound
    position = literalStart
    switch sigil {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      open.append(
        OpenSection(name: tag.name, instruction: instructions.count, offset: tag.range.lowerBound)
      )
      instructions.append(
        .section(condition(tag.name), isInverted: sigil == UInt8(ascii: "^"), end: 0)
      )
    case UInt8(ascii: "/"):
      guard let section = open.last, section.name == tag.name else {
        throw TemplateSyntaxError(
          reason: .unexpectedEnd(of: tag.name, open: open.last?.name),
          offset: tag.range.lowerBound
        )
      }
      open.removeLast()
      if case .section(let condition, let isInverted, _) = instructions[section.instruction] {
        instructions[section.instruction] = .section(
          condition,
          isInverted: isInverted,
          end: instructions.count
        )
      }
    case UInt8(ascii: ">"):
      let indentation = line.map {
        String(decoding: bytes[$0.lowerBound..<tag.range.lowerBound], as: UTF8.self)
      }
      instructions.append(
        .partial(name: tag.name, indentation: indentation ?? "", offset: tag.range.lowerBound)
      )
    default: break
    }
  }

  private func condition(_ name: String) -> Template.Condition {
    switch name {
    case ".": .item
    case "first()": .first
    case "last()": .last
    default: .name(name)
    }
  }

  // MARK: - Lines

  /// The line of a tag with its line break, when nothing else stands on it.
  private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > literalStart,
      bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t")
    {
      start -= 1
    }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end == bytes.count { return start..<end }
    return bytes[end] == UInt8(ascii: "\n") ? start..<(end + 1) : nil
  }

  private mutating func appendLiteral(upTo end: Int) {
    if literalStart < end { instructions.append(.literal(Array(bytes[literalStart..<end]))) }
    literalStart = end
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
