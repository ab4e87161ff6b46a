/// Composes the events of a YAML stream into the same tree that JSON is read into.
///
/// Beyond YAML 1.2 it follows merge keys (`<<`), as practically every description that has anchors does.
struct YAMLReader {
  /// A mapping or a sequence whose end has not been met yet.
  private struct Frame {
    var node: UInt32
    var isMapping: Bool
    /// Whether the next event of a mapping is a key.
    var isKeyNext: Bool
    var anchor: [UInt8]?
    var size = ExpandedSize.emptyContainer
    /// The values of merge keys.
    var mergedNodes: [UInt32] = []
  }

  private let file: SourceFile
  private var builder: NodeArenaBuilder
  private var frames: [Frame] = []
  private var anchors: [[UInt8]: YAMLAnchor] = [:]
  private var aliasCost = 0
  private var documentCount = 0
  /// The offset after the last value: block collections end there, their end events come later.
  private var lastEnd = 0

  init(_ file: SourceFile) {
    self.file = file
    self.builder = NodeArenaBuilder(file: file)
  }

  /// - Parameters:
  ///   - start: The offset of the first byte after a byte order mark.
  ///   - bytes: The bytes of the file, in which tabs may have been replaced by spaces.
  mutating func readDocument(from start: Int, bytes: [UInt8]) throws(DiagnosticError) -> SourceDocument {
    try YAMLDirectives.check(file)
    try bytes.withUnsafeBufferPointer { (bytes) throws(DiagnosticError) in
      let events = try YAMLEventStream(file, bytes: bytes, contentStart: start)
      while true {
        let event = try events.next()
        if case .streamEnd = event.kind { return }
        try read(event)
      }
    }
    guard !builder.records.isEmpty else { throw DiagnosticError(.emptyDocument(file)) }
    return try builder.finish()
  }

  private mutating func read(_ event: YAMLEvent) throws(DiagnosticError) {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart: try startDocument(event)
    case .alias: try readAlias(event)
    case .scalar(let isPlain): try readScalar(event, isPlain: isPlain)
    case .sequenceStart: try openContainer(event, isMapping: false)
    case .mappingStart: try openContainer(event, isMapping: true)
    case .sequenceEnd, .mappingEnd: try closeContainer(event)
    }
  }

  private mutating func startDocument(_ event: YAMLEvent) throws(DiagnosticError) {
    documentCount += 1
    guard documentCount > 1 else { return }
    throw DiagnosticError(.severalDocuments(at: location(event)))
  }

  private mutating func readScalar(_ event: YAMLEvent, isPlain: Bool) throws(DiagnosticError) {
    // `---` alone, or a file of comments.
    if frames.isEmpty, event.range.isEmpty, event.anchor == nil { return }

    let value = try YAMLScalarResolution(event, isPlain: isPlain, in: file)
    let record = NodeRecord(
      kind: value.kind,
      extent: extent(event),
      text: textReference(event),
      isTrue: value.isTrue
    )
    let size = ExpandedSize.scalar(textLength: event.text.count)
    if let anchor = event.anchor { anchors[anchor] = YAMLAnchor(record: record, size: size) }
    lastEnd = max(lastEnd, event.range.upperBound)

    if frames.last?.isKeyNext == true {
      setKey(record, isMergeKey: Self.isMergeKey(event, isPlain: isPlain))
    } else {
      try addValue(record, size: size)
    }
  }

  private mutating func readAlias(_ event: YAMLEvent) throws(DiagnosticError) {
    let name = event.anchor ?? []
    guard let anchor = anchors[name] else {
      throw DiagnosticError(.unknownAlias(name, known: anchors.keys, at: location(event)))
    }
    guard var record = anchor.record else {
      throw DiagnosticError(.recursiveAlias(name, at: location(event)))
    }
    record.extent = extent(event)
    lastEnd = max(lastEnd, event.range.upperBound)

    aliasCost += anchor.size.cost
    guard aliasCost <= ExpandedSize.maximumAliasCost else {
      throw DiagnosticError(.aliasExpansion(at: location(event)))
    }
    if frames.last?.isKeyNext == true {
      guard anchor.size.height == 0 else { throw DiagnosticError(.complexKey(at: location(event))) }
      setKey(record, isMergeKey: false)
      return
    }
    guard builder.depth + anchor.size.height <= DocumentLimits.depth else {
      throw DiagnosticError(.tooDeep(at: location(event)))
    }
    try addValue(record, size: anchor.size)
  }

  private mutating func openContainer(_ event: YAMLEvent, isMapping: Bool) throws(DiagnosticError) {
    guard frames.last?.isKeyNext != true else { throw DiagnosticError(.complexKey(at: location(event))) }
    let node = builder.nextIndex
    try builder.openContainer(isMapping ? .object : .array, at: event.range.lowerBound)
    if let anchor = event.anchor { anchors[anchor] = YAMLAnchor(record: nil, size: .emptyContainer) }
    expectKeyAfterValue()
    frames.append(Frame(node: node, isMapping: isMapping, isKeyNext: isMapping, anchor: event.anchor))
  }

  private mutating func closeContainer(_ event: YAMLEvent) throws(DiagnosticError) {
    guard let frame = frames.popLast() else { return }
    // Only a flow collection has an end of its own, its bracket.
    if !event.range.isEmpty { lastEnd = event.range.upperBound }
    if !frame.mergedNodes.isEmpty { try builder.mergeMembers(of: frame.mergedNodes) }
    builder.closeContainer(at: lastEnd)
    if let anchor = frame.anchor {
      anchors[anchor] = YAMLAnchor(record: builder.records[Int(frame.node)], size: frame.size)
    }
    if !frames.isEmpty { frames[frames.count - 1].size.contain(frame.size) }
  }

  private mutating func setKey(_ record: NodeRecord, isMergeKey: Bool) {
    builder.setKey(record.extent, record.text)
    frames[frames.count - 1].isKeyNext = false
    frames[frames.count - 1].size.cost += ExpandedSize.scalar(textLength: record.text.length).cost
    if isMergeKey { frames[frames.count - 1].mergedNodes.append(builder.nextIndex) }
  }

  private mutating func addValue(_ record: NodeRecord, size: ExpandedSize) throws(DiagnosticError) {
    try builder.add(record)
    expectKeyAfterValue()
    if !frames.isEmpty { frames[frames.count - 1].size.contain(size) }
  }

  private mutating func expectKeyAfterValue() {
    guard let frame = frames.last, frame.isMapping else { return }
    frames[frames.count - 1].isKeyNext = true
  }
}

extension YAMLReader {
  private static func isMergeKey(_ event: YAMLEvent, isPlain: Bool) -> Bool {
    guard let tag = event.tag else { return isPlain && event.text.elementsEqual("<<".utf8) }
    return tag == "tag:yaml.org,2002:merge"
  }

  private func location(_ event: YAMLEvent) -> SourceLocation {
    SourceLocation(file: file, offset: event.range.lowerBound, length: event.range.count)
  }

  private func extent(_ event: YAMLEvent) -> NodeRecord.Extent {
    NodeRecord.Extent(offset: event.range.lowerBound, length: event.range.count)
  }

  /// The text of a scalar: in the file where it stands there letter by letter, which is the usual case.
  private mutating func textReference(_ event: YAMLEvent) -> TextReference {
    let length = event.text.count
    for closingMark in 0...1 {
      let start = event.range.upperBound - closingMark - length
      guard start >= event.range.lowerBound else { break }
      if file.bytes[start..<start + length].elementsEqual(event.text) {
        return TextReference(start: start, length: length, isDecoded: false)
      }
    }
    let start = builder.decoded.count
    builder.appendDecoded(event.text)
    return TextReference(start: start, length: length, isDecoded: true)
  }
}
