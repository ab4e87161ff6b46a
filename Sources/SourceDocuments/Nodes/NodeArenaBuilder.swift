/// Collects the values of a document in the order in which a reader meets them.
struct NodeArenaBuilder {
  /// A container whose end has not been met yet.
  private struct OpenContainer {
    var node: UInt32
    /// Where its children begin in `pending`.
    var firstPending: Int
  }

  let file: SourceFile
  private(set) var records: [NodeRecord] = []
  private(set) var decoded: [UInt8] = []
  /// Mistakes that do not stop the reader.
  private(set) var problems: [Diagnostic] = []
  private var children: [UInt32] = []
  private var open: [OpenContainer] = []
  /// The children of all open containers so far; those of the innermost one come last.
  private var pending: [UInt32] = []
  private var key: NodeRecord.Key?

  init(file: SourceFile) {
    self.file = file
  }

  /// How many containers are open.
  var depth: Int { open.count }

  /// The kind of the innermost open container; nil outside of any.
  var container: SourceNode.Kind? {
    open.last.map { records[Int($0.node)].kind }
  }

  /// Where the innermost open container begins.
  var containerOffset: Int? {
    open.last.map { Int(records[Int($0.node)].extent.offset) }
  }

  /// Sets the name of the member that is added next.
  mutating func setKey(_ extent: NodeRecord.Extent, _ text: TextReference) {
    key = NodeRecord.Key(extent: extent, text: text)
  }

  mutating func addScalar(
    _ kind: SourceNode.Kind,
    _ extent: NodeRecord.Extent,
    text: TextReference = .empty,
    isTrue: Bool = false
  ) throws(DiagnosticError) {
    try add(kind, extent, text: text, isTrue: isTrue)
  }

  mutating func openContainer(_ kind: SourceNode.Kind, at offset: Int) throws(DiagnosticError) {
    let extent = NodeRecord.Extent(offset: offset, length: 1)
    guard open.count < DocumentLimits.depth else {
      throw DiagnosticError(.tooDeep(at: location(extent)))
    }
    try add(kind, extent)
    open.append(OpenContainer(node: UInt32(truncatingIfNeeded: records.count - 1), firstPending: pending.count))
  }

  /// Ends the innermost open container; `end` is the offset after its last byte.
  mutating func closeContainer(at end: Int) {
    guard let container = open.popLast() else { return }
    let node = Int(container.node)
    let members = pending[container.firstPending...]
    records[node].firstChild = UInt32(truncatingIfNeeded: children.count)
    records[node].childCount = UInt32(truncatingIfNeeded: members.count)
    records[node].extent = NodeRecord.Extent(
      offset: Int(records[node].extent.offset),
      length: max(0, end - Int(records[node].extent.offset))
    )
    children.append(contentsOf: members)
    if records[node].kind == .object { indexMembers(Array(members)) }
    pending.removeSubrange(container.firstPending...)
  }

  /// Appends text whose spelling in the file is not its value.
  mutating func appendDecoded(_ byte: UInt8) {
    decoded.append(byte)
  }

  mutating func appendDecoded(_ bytes: some Sequence<UInt8>) {
    decoded.append(contentsOf: bytes)
  }

  func location(_ extent: NodeRecord.Extent) -> SourceLocation {
    SourceLocation(file: file, offset: Int(extent.offset), length: Int(extent.length))
  }

  /// The document, when nothing was wrong with it.
  func finish() throws(DiagnosticError) -> SourceDocument {
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
    return SourceDocument(NodeArena(file: file, records: records, children: children, decoded: decoded))
  }

  private mutating func add(
    _ kind: SourceNode.Kind,
    _ extent: NodeRecord.Extent,
    text: TextReference = .empty,
    isTrue: Bool = false
  ) throws(DiagnosticError) {
    guard records.count < DocumentLimits.nodes else {
      throw DiagnosticError(.tooLarge(at: location(extent)))
    }
    let container = open.last
    let record = NodeRecord(
      kind: kind,
      isTrue: isTrue,
      position: UInt32(truncatingIfNeeded: pending.count - (container?.firstPending ?? 0)),
      parent: container?.node ?? NodeRecord.noParent,
      extent: extent,
      text: text,
      firstChild: 0,
      childCount: 0,
      key: key
    )
    key = nil
    if container != nil { pending.append(UInt32(truncatingIfNeeded: records.count)) }
    records.append(record)
  }
}

extension NodeArenaBuilder {
  /// Finds members of the same name, and gives a large object its index for lookup by name.
  ///
  /// The index is a sorted list rather than a hash table: no choice of names makes it slow.
  private mutating func indexMembers(_ members: [UInt32]) {
    if members.count <= NodeArena.linearSearchLimit {
      for (position, second) in members.enumerated() {
        for first in members[..<position] where order(of: first, and: second) == .same {
          reportDuplicate(second, of: first)
        }
      }
      return
    }
    let sorted = members.sorted { first, second in
      switch order(of: first, and: second) {
      case .before: true
      case .same: first < second
      case .after: false
      }
    }
    for (first, second) in zip(sorted, sorted.dropFirst()) where order(of: first, and: second) == .same {
      reportDuplicate(second, of: first)
    }
    children.append(contentsOf: sorted)
  }

  private func order(of first: UInt32, and second: UInt32) -> ByteOrder {
    guard let firstKey = records[Int(first)].key, let secondKey = records[Int(second)].key else { return .same }
    return ByteOrder(of: utf8(firstKey.text), against: utf8(secondKey.text))
  }

  func utf8(_ text: TextReference) -> ArraySlice<UInt8> {
    text.isDecoded ? decoded[text.range] : file.bytes[text.range]
  }

  private mutating func reportDuplicate(_ second: UInt32, of first: UInt32) {
    guard problems.count < DocumentLimits.problems else { return }
    guard let firstKey = records[Int(first)].key, let secondKey = records[Int(second)].key else { return }
    let name = String(decoding: utf8(secondKey.text), as: UTF8.self)
    problems.append(
      .duplicateKey(name, at: location(secondKey.extent), first: location(firstKey.extent))
    )
  }
}
