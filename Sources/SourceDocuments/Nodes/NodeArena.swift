/// All values of a document in one array, so that parsing allocates per document, not per value.
struct NodeArena: Sendable {
  /// Objects with more members than this carry an index for lookup by name.
  static let linearSearchLimit = 8

  let file: SourceFile
  /// The root comes first.
  let records: [NodeRecord]
  /// The children of each container, contiguous and in document order. For an object with more members
  /// than `linearSearchLimit`, the same children follow once more, in the order of their names' bytes.
  let children: [UInt32]
  /// Text whose spelling in the file is not its value.
  let decoded: [UInt8]

  func string(_ text: TextReference) -> String {
    String(decoding: utf8(text), as: UTF8.self)
  }

  func utf8(_ text: TextReference) -> ArraySlice<UInt8> {
    text.isDecoded ? decoded[text.range] : file.bytes[text.range]
  }

  func location(_ extent: NodeRecord.Extent) -> SourceLocation {
    SourceLocation(file: file, offset: Int(extent.offset), length: Int(extent.length))
  }

  /// The member of an object with that name. Names compare by their bytes (RFC 8259 §8.3).
  func member(named name: String, of record: NodeRecord) -> UInt32? {
    let first = Int(record.firstChild)
    let count = Int(record.childCount)
    guard count > Self.linearSearchLimit else {
      return children[first..<first + count].first { compare(key: $0, to: name) == .same }
    }
    var low = first + count
    var high = first + 2 * count
    while low < high {
      let middle = (low + high) / 2
      switch compare(key: children[middle], to: name) {
      case .same: return children[middle]
      case .before: low = middle + 1
      case .after: high = middle
      }
    }
    return nil
  }

  private func compare(key index: UInt32, to name: String) -> ByteOrder {
    guard let key = records[Int(index)].key else { return .before }
    return ByteOrder(of: utf8(key.text), against: name.utf8)
  }
}
