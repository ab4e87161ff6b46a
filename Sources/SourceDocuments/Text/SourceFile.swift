import Synchronization

/// The bytes of one file and the path it is shown under.
///
/// Two files are equal when they are the same object: a file that was read twice is two files.
public final class SourceFile: Sendable {
  /// The path as diagnostics show it: relative when the user gave a relative path.
  public let path: String

  /// The content as it was read, or nothing for a file that could not be read.
  public let bytes: [UInt8]

  /// Built when the first line number is asked for; most files never are.
  private let lineTable = Mutex<LineTable?>(nil)

  /// Wraps bytes that were already read. The bytes need not be valid UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether it came from another machine; the path is its address then.
  var isRemote: Bool { path.hasPrefix("https://") }

  /// The line and the column of a byte, both counted from 1; columns count Unicode scalars.
  ///
  /// Lines end at LF, CR LF or CR. An offset outside the file is moved to its nearest end.
  public func lineAndColumn(at offset: Int) -> (line: Int, column: Int) {
    lines().lineAndColumn(at: offset, in: bytes)
  }

  /// The text of a line counted from 1, without its line break; empty for a line that does not exist.
  ///
  /// Bytes that are not UTF-8 appear as U+FFFD.
  public func lineText(_ line: Int) -> String {
    String(decoding: bytes[lineRange(line)], as: UTF8.self)
  }

  /// The bytes of a line counted from 1, without its line break; empty for a line that does not exist.
  func lineRange(_ line: Int) -> Range<Int> {
    lines().range(ofLine: line, in: bytes)
  }

  private func lines() -> LineTable {
    lineTable.withLock { table in
      if let table { return table }
      let built = LineTable(bytes)
      table = built
      return built
    }
  }
}

extension SourceFile: Hashable {
  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
