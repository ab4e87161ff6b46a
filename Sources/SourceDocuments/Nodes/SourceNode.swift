/// A value in a document: a small handle that is cheap to copy and keeps the document alive.
///
/// Two nodes are equal when they are the same place of the same document. Where YAML repeats a value
/// through an alias, the alias is a node of its own, but what lies below it is shared with the anchor:
/// `parent` and `pointer` of those nodes lead to the anchor.
public struct SourceNode: Sendable {
  /// The kinds of values JSON has; YAML is read into the same ones.
  public enum Kind: Sendable {
    case object
    case array
    case string
    case number
    case boolean
    case null
  }

  public let document: SourceDocument
  let index: UInt32

  var arena: NodeArena { document.arena }
  var record: NodeRecord { document.arena.records[Int(index)] }

  public var kind: Kind { record.kind }

  /// The value of a string; nil for every other kind.
  public var string: String? {
    let record = record
    return record.kind == .string ? arena.string(record.text) : nil
  }

  /// The value of a boolean; nil for every other kind.
  public var boolean: Bool? {
    let record = record
    return record.kind == .boolean ? record.isTrue : nil
  }

  public var isNull: Bool { record.kind == .null }

  /// The value of a number; nil for every other kind.
  public var number: SourceNumber? {
    let record = record
    return record.kind == .number ? SourceNumber(text: arena.string(record.text)) : nil
  }
}

extension SourceNode: Hashable {
  public static func == (left: SourceNode, right: SourceNode) -> Bool {
    left.index == right.index && left.document === right.document
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(ObjectIdentifier(document))
  }
}
