/// Writes nodes as JSON text, without recursion.
struct JSONWriter {
  /// An object or array that is being written.
  private struct Level {
    var isObject: Bool
    /// The children that are still to be written, as a range in the arena's list of children.
    var rest: Range<Int>
    var isFirst = true
  }

  private let arena: NodeArena
  private let indentation: Int?
  private var levels: [Level] = []
  private var bytes: [UInt8] = []

  private init(_ arena: NodeArena, indentation: Int?) {
    self.arena = arena
    self.indentation = indentation.map { max(0, $0) }
  }

  static func text(of node: SourceNode, indentation: Int?) -> String {
    var writer = JSONWriter(node.arena, indentation: indentation)
    writer.begin(node.record)
    while let level = writer.levels.last {
      if let child = level.rest.first {
        writer.writeChild(Int(writer.arena.children[child]), of: level)
      } else {
        writer.end(level)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes a scalar, or the opening bracket of what has children.
  private mutating func begin(_ record: NodeRecord) {
    switch record.kind {
    case .object, .array:
      let first = Int(record.firstChild)
      let isObject = record.kind == .object
      append(isObject ? "{" : "[")
      levels.append(Level(isObject: isObject, rest: first..<first + Int(record.childCount)))
    case .string: JSONString.write(arena.utf8(record.text), to: &bytes)
    case .number: writeNumber(record)
    case .boolean: append(record.isTrue ? "true" : "false")
    case .null: append("null")
    }
  }

  private mutating func writeChild(_ index: Int, of level: Level) {
    let depth = levels.count
    levels[depth - 1].rest.removeFirst()
    levels[depth - 1].isFirst = false
    if !level.isFirst { append(",") }
    breakLine(depth: depth)
    let record = arena.records[index]
    if level.isObject, let key = record.key {
      JSONString.write(arena.utf8(key.text), to: &bytes)
      append(indentation == nil ? ":" : ": ")
    }
    begin(record)
  }

  private mutating func end(_ level: Level) {
    levels.removeLast()
    if !level.isFirst { breakLine(depth: levels.count) }
    append(level.isObject ? "}" : "]")
  }

  /// Numbers of the core schema are rewritten to JSON's grammar; what JSON lacks becomes a string.
  private mutating func writeNumber(_ record: NodeRecord) {
    let number = SourceNumber(text: arena.string(record.text))
    if let text = number.jsonText {
      bytes.append(contentsOf: text.utf8)
    } else {
      JSONString.write(arena.utf8(record.text), to: &bytes)
    }
  }

  private mutating func breakLine(depth: Int) {
    guard let indentation else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
