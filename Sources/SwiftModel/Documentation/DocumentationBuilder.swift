import APIModel
import OpenAPIDescription
import SourceDocuments

/// Turns texts of a description into the lines of a documentation comment.
struct DocumentationBuilder: Sendable {
  /// The width that prose is wrapped to, in characters.
  private static let width = 100

  /// Whether there are no comments to be written, so that no text gives any lines.
  var isSilent = false

  /// The lines of a text, wrapped; no lines for no text.
  func lines(_ text: String?) -> [String] {
    guard let text, !isSilent else { return [] }
    var result: [String] = []
    var isCode = false
    for line in TextLines.of(text) {
      let clean = trimmedEnd(SwiftLiteral.comment(line))
      if clean.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
      if isCode || clean.first == "|" || clean.hasPrefix("  ") || length(of: clean) <= Self.width {
        result.append(clean)
      } else {
        result += wrapped(clean)
      }
    }
    // A fence that the description leaves open would swallow what follows it.
    if isCode { result.append("```") }
    while result.first?.isEmpty ?? false { result.removeFirst() }
    while result.last?.isEmpty ?? false { result.removeLast() }
    return result.reduce(into: []) { kept, line in
      if !(line.isEmpty && kept.last?.isEmpty ?? false) { kept.append(line) }
    }
  }

  /// Blocks of lines with an empty line between them.
  func joined(_ blocks: [[String]]) -> [String] {
    guard !isSilent else { return [] }
    return blocks.filter { !$0.isEmpty }.reduce(into: []) { result, block in
      if !result.isEmpty { result.append("") }
      result += block
    }
  }

  /// A text as the continuation of a list item: one line.
  func inline(_ text: String?) -> String {
    lines(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What a schema demands of a value, and what it says of its meaning beyond the type.
  func notes(on schema: Schema) -> [String] {
    guard !isSilent else { return [] }
    var notes: [String] = []
    if let value = schema.defaultValue { notes.append("Default: \(code(value.jsonText())).") }
    // A decimal in quotes is a text in Swift, too.
    let isText = schema.format == "decimal" && schema.types.contains(.string)
    if let format = schema.format, isText || !Self.typedFormats.contains(format) {
      notes.append("Format: \(code(format)).")
    }
    if let encoding = schema.contentEncoding, encoding != "base64" {
      notes.append("Content encoding: \(code(encoding)).")
    }
    if let type = schema.contentMediaType { notes.append("Content type: \(code(type)).") }
    if let name = schema.xmlName { notes.append("Name in XML: \(code(name)).") }
    if let pattern = schema.pattern { notes.append("Pattern: \(code(pattern)).") }
    if let range = range(schema.minLength, schema.maxLength) { notes.append("Length: \(range).") }
    if let range = range(schema.minItems, schema.maxItems) { notes.append("Number of elements: \(range).") }
    if schema.uniqueItems { notes.append("The elements differ from one another.") }
    if let minimum = schema.minimum { notes.append("Minimum: \(code(minimum.text)).") }
    if let minimum = schema.exclusiveMinimum { notes.append("Greater than: \(code(minimum.text)).") }
    if let maximum = schema.maximum { notes.append("Maximum: \(code(maximum.text)).") }
    if let maximum = schema.exclusiveMaximum { notes.append("Less than: \(code(maximum.text)).") }
    if let multiple = schema.multipleOf { notes.append("A multiple of \(code(multiple.text)).") }
    return notes.map { "- \($0)" }
  }

  /// Text between backticks, as many as it takes.
  func code(_ text: String) -> String {
    guard !isSilent else { return "" }
    let clean = SwiftLiteral.comment(text.replacingNewlines())
    let short = clean.utf8.count > 120 && clean.count > 120 ? clean.prefix(120) + "…" : clean[...]
    guard short.contains("`") else { return "`\(short)`" }
    return "`` \(short) ``"
  }

  private static let typedFormats: Set<String> = [
    "date-time", "date", "uuid", "uri", "url", "byte", "int32", "int64", "float", "double", "decimal",
    "binary",
  ]

  private func range(_ lowest: Int?, _ highest: Int?) -> String? {
    switch (lowest, highest) {
    case (nil, nil): nil
    case (let lowest?, nil): "at least \(lowest)"
    case (nil, let highest?): "at most \(highest)"
    case (let lowest?, let highest?): lowest == highest ? "\(lowest)" : "\(lowest) to \(highest)"
    }
  }

  private func trimmedEnd(_ text: String) -> String {
    let spaces = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? text : String(decoding: text.utf8.dropLast(spaces), as: UTF8.self)
  }

  /// The length in characters, which are counted only where they differ from bytes.
  private func length(of text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }

  private func wrapped(_ line: String) -> [String] {
    var result: [String] = []
    var current = ""
    let indentation = line.hasPrefix("- ") || line.hasPrefix("* ") ? "  " : ""
    for bytes in line.utf8.split(separator: UInt8(ascii: " ")) {
      let word = Substring(bytes)
      if !current.isEmpty, length(of: current) + length(of: word) + 1 > Self.width {
        result.append(current)
        current = indentation + word
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }
}

extension String {
  fileprivate func replacingNewlines() -> String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
