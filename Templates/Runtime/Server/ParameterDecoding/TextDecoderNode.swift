import ClientRuntime
import Foundation

nonisolated extension TextDecoder {
  /// What the text of parameters and forms has for JSON: text, lists and objects, without types.
  nonisolated enum Node: Hashable, Sendable {
    case text(String)
    case list([Node])
    case object([String: Node])

    /// A list; of one text, the text: a list of one is told from a scalar only by who reads it.
    init(texts: [String]) {
      if texts.count == 1, let text = texts.first {
        self = .text(text)
      } else {
        self = .list(texts.map(Node.text))
      }
    }

    /// Members by name; a name that comes several times makes a list.
    init(members: [(name: String, value: String)]) {
      self = .object(Dictionary(grouping: members, by: \.name).mapValues { Node(texts: $0.map(\.value)) })
    }

    /// The elements of a list, also of one whose elements are numbered; anything else is a list of one.
    var elements: [Node] {
      switch self {
      case .list(let nodes):
        return nodes
      case .object(let members):
        let numbered = members.compactMap { name, node in Int(name).map { ($0, node) } }
        guard numbered.count == members.count else { return [self] }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
      case .text:
        return [self]
      }
    }

    /// Whether the node can be read as a list.
    var isList: Bool {
      if case .object(let members) = self { members.keys.allSatisfy { Int($0) != nil } } else { true }
    }

    /// The members of an object; of a text, those of the JSON that it is. Nil if there are none to read.
    var members: [String: Node]? {
      switch self {
      case .object(let members): members
      case .text(let text): Self.json(text)
      case .list: nil
      }
    }

    private static func json(_ text: String) -> [String: Node]? {
      guard text.utf8.first == UInt8(ascii: "{"),
        let value = try? JSONCoding.decode(JSONValue.self, from: Data(text.utf8)),
        case .object(let members) = Node(json: value)
      else { return nil }
      return members
    }

    /// JSON as text has it; `null` is left out.
    private init(json: JSONValue) {
      switch json {
      case .null: self = .list([])
      case .boolean(let value): self = .text(value ? "true" : "false")
      case .integer(let value): self = .text(String(value))
      case .number(let value): self = .text(String(value))
      case .string(let value): self = .text(value)
      case .array(let values): self = .list(values.map { Node(json: $0) })
      case .object(let members):
        self = .object(members.filter { !$0.value.isNull }.mapValues { Node(json: $0) })
      }
    }
  }
}

// MARK: - Brackets

nonisolated extension TextDecoder.Node {
  /// How many brackets a name may have.
  private static let depthLimit = 32

  /// Members with brackets in their names: `filter[kind]=a&ids[]=1&rows[0][x]=2`. Nil if there are too many brackets.
  init?(bracketed items: [(name: String, value: String)]) {
    var entries: [(path: ArraySlice<Substring>, value: String)] = []
    for (name, value) in items {
      let path = Self.path(of: name)
      guard path.count <= Self.depthLimit else { return nil }
      entries.append((path[...], value))
    }
    self = Self.object(entries)
  }

  /// `rows[0][x]` as `rows`, `0`, `x`; a name without brackets, or with other ones, stays whole.
  private static func path(of name: String) -> [Substring] {
    guard let open = name.firstIndex(of: "["), open > name.startIndex, name.hasSuffix("]") else {
      return [name[...]]
    }
    let rest = name[name.index(after: open)...].dropLast()
    return [name[..<open]] + rest.components(separatedBy: "][").map { $0[...] }
  }

  private static func object(_ entries: [(path: ArraySlice<Substring>, value: String)]) -> TextDecoder.Node {
    let groups = Dictionary(grouping: entries) { $0.path.first ?? "" }
    var members: [String: TextDecoder.Node] = [:]
    for (name, group) in groups {
      members[String(name)] = node(group.map { ($0.path.dropFirst(), $0.value) })
    }
    return .object(members)
  }

  private static func node(_ entries: [(path: ArraySlice<Substring>, value: String)]) -> TextDecoder.Node {
    let texts = entries.filter(\.path.isEmpty).map(\.value)
    guard texts.count < entries.count else { return TextDecoder.Node(texts: texts) }
    let deeper = entries.filter { !$0.path.isEmpty }
    guard deeper.allSatisfy({ $0.path.first?.isEmpty == true }) else { return object(deeper) }
    // `[]`: each entry is an element of its own.
    return .list(deeper.map { node([($0.path.dropFirst(), $0.value)]) })
  }
}
