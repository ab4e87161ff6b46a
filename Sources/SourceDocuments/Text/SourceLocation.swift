/// A stretch of bytes in a file.
public struct SourceLocation: Sendable, Hashable {
  public let file: SourceFile

  /// The first byte, counted from 0.
  public let offset: Int

  /// The number of bytes; 0 marks a place between two bytes.
  public let length: Int

  public init(file: SourceFile, offset: Int, length: Int) {
    self.file = file
    self.offset = offset
    self.length = length
  }

  /// The line of the first byte, counted from 1.
  public var line: Int { file.lineAndColumn(at: offset).line }

  /// The column of the first byte in Unicode scalars, counted from 1.
  public var column: Int { file.lineAndColumn(at: offset).column }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, as editors and terminals link it.
  public var description: String {
    let position = file.lineAndColumn(at: offset)
    return "\(file.path):\(position.line):\(position.column)"
  }
}
