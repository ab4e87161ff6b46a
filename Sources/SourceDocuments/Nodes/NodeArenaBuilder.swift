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
  var problems: [Diagnostic] = []
  private(set) var children: [UInt32] = []
  private var open: [OpenContainer] = []
  /// The children of all open containers so far; those of the innermost one come last.
  private var pending: [UInt32] = []
  private var key: NodeRecord.Key?

  init(file: SourceFile) {
    self.file = file
  }

  /// The index of the value that is added next.
  var nextIndex: UInt32 { UInt32(truncatingIfNeeded: records.count) }

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

  /// Adds a value to the innermost container, under the name that was set last.
  mutating func add(_ record: NodeRecord) throws(DiagnosticError) {
    guard records.count < DocumentLimits.nodes else {
      throw DiagnosticError(.tooLarge(at: location(record.extent)))
    }
    var record = record
    record.key = key
    key = nil
    records.append(record)
    adopt(UInt32(truncatingIfNeeded: records.count - 1))
  }

  mutating func openContainer(_ kind: SourceNode.Kind, at offset: Int) throws(DiagnosticError) {
    let extent = NodeRecord.Extent(offset: offset, length: 1)
    guard open.count < DocumentLimits.depth else {
      throw DiagnosticError(.tooDeep(at: location(extent)))
    }
    let node = nextIndex
    try add(NodeRecord(kind: kind, extent: extent))
    open.append(OpenContainer(node: node, firstPending: pending.count))
  }

  /// Ends the innermost open container; `end` is the offset after its last byte.
  mutating func closeContainer(at end: Int) {
    let members = takeChildren()
    guard let container = open.popLast() else { return }
    let node = Int(container.node)
    records[node].firstChild = UInt32(truncatingIfNeeded: children.count)
    records[node].childCount = UInt32(truncatingIfNeeded: members.count)
    records[node].extent = NodeRecord.Extent(
      offset: Int(records[node].extent.offset),
      length: max(0, end - Int(records[node].extent.offset))
    )
    children.append(contentsOf: members)
    if records[node].kind == .object { children.append(contentsOf: membersByName(members)) }
  }

  /// Removes the children of the innermost open container, for ``adopt(_:)`` to put them back.
  mutating func takeChildren() -> [UInt32] {
    guard let container = open.last else { return [] }
    let taken = Array(pending[container.firstPending...])
    pending.removeLast(taken.count)
    return taken
  }

  /// Makes a value the last child of the innermost open container.
  mutating func adopt(_ node: UInt32) {
    guard let container = open.last else { return }
    records[Int(node)].parent = container.node
    records[Int(node)].position = UInt32(truncatingIfNeeded: pending.count - container.firstPending)
    pending.append(node)
  }

  /// Appends text whose spelling in the file is not its value.
  mutating func appendDecoded(_ byte: UInt8) {
    decoded.append(byte)
  }

  mutating func appendDecoded(_ bytes: some Sequence<UInt8>) {
    decoded.append(contentsOf: bytes)
  }

  func utf8(_ text: TextReference) -> ArraySlice<UInt8> {
    text.isDecoded ? decoded[text.range] : file.bytes[text.range]
  }

  func location(_ extent: NodeRecord.Extent) -> SourceLocation {
    SourceLocation(file: file, offset: Int(extent.offset), length: Int(extent.length))
  }

  /// The document, when nothing was wrong with it.
  func finish() throws(DiagnosticError) -> SourceDocument {
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
    return SourceDocument(NodeArena(file: file, records: records, children: children, decoded: decoded))
  }
}
