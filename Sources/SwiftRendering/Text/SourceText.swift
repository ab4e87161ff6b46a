/// The last steps from a filled template to a file: one empty line where sections that came to nothing leave
/// several, imports in order, and no line too long.
///
/// Works on bytes, since a large description comes to millions of lines.
enum SourceText {
  /// - Parameter breaksLines: Whether lines that are too long are broken; those of the runtime are not, since
  ///   swift-format has had its say about them.
  static func finished(_ text: [UInt8], breaksLines: Bool = true) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var writer = SourceTextWriter(capacity: bytes.count + bytes.count / 16, breaksLines: breaksLines)
      for line in Lines(bytes) { writer.add(line) }
      return writer.finished()
    }
  }
}

/// The lines of a text, without their line feeds.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard start < bytes.count else { return nil }
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    let length = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
    start += length + 1
    return UnsafeBufferPointer(rebasing: rest[..<length])
  }
}

private struct SourceTextWriter {
  private var output: [UInt8] = []
  private var imports: [String] = []
  private var isInLiteral = false
  private var hasPendingBlank = false
  private var endsWithOpening = true

  private let breaksLines: Bool

  init(capacity: Int, breaksLines: Bool) {
    self.breaksLines = breaksLines
    output.reserveCapacity(capacity)
  }

  mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    let isLiteral = isInLiteral
    if line.containsTripleQuote {
      isInLiteral.toggle()
      flushImports()
      return append(line)
    }
    if isLiteral { return append(line) }
    guard let first = line.firstIndex(where: { $0 != UInt8(ascii: " ") }) else {
      if imports.isEmpty { hasPendingBlank = true } else { flushImports(followedByBlank: true) }
      return
    }
    if first == 0, let text = line.importText {
      imports.append(text)
      return
    }
    flushImports()
    let isClosing = line.count == first + 1 && line[first] == UInt8(ascii: "}")
    if hasPendingBlank, !endsWithOpening, !isClosing { output.append(UInt8(ascii: "\n")) }
    hasPendingBlank = false
    if breaksLines, line.count > LineBreaker.limit {
      LineBreaker.append(Array(line)[...], to: &output)
      output.append(UInt8(ascii: "\n"))
      endsWithOpening = false
    } else {
      append(line)
    }
    endsWithOpening = line.last == UInt8(ascii: "{")
  }

  mutating func finished() -> [UInt8] {
    flushImports()
    return output
  }

  private mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
    output.append(contentsOf: line)
    output.append(UInt8(ascii: "\n"))
    endsWithOpening = false
    hasPendingBlank = false
  }

  /// Writes the imports met so far in order; those for tests stand apart, as swift-format has it.
  private mutating func flushImports(followedByBlank: Bool = false) {
    guard !imports.isEmpty else { return }
    if hasPendingBlank, !endsWithOpening { output.append(UInt8(ascii: "\n")) }
    let sorted = imports.sorted { module(of: $0) < module(of: $1) }
    let plain = sorted.filter { !$0.hasPrefix("@") }
    let testable = sorted.filter { $0.hasPrefix("@") }
    let separator = plain.isEmpty || testable.isEmpty ? [] : [""]
    for line in plain + separator + testable { output.append(contentsOf: (line + "\n").utf8) }
    imports = []
    hasPendingBlank = followedByBlank
    endsWithOpening = false
  }

  private func module(of line: String) -> Substring {
    line.split(separator: " ").last ?? ""
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var containsTripleQuote: Bool {
    guard let first = firstIndex(of: UInt8(ascii: "\"")), first + 2 < count else { return false }
    var run = 0
    for byte in self[first...] {
      run = byte == UInt8(ascii: "\"") ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  /// The line as text when it imports a module.
  fileprivate var importText: String? {
    guard let first, "@ipc".utf8.contains(first), count < 120 else { return nil }
    let text = String(decoding: self, as: UTF8.self)
    let words = text.split(separator: " ")
    return words.count <= 3 && words.dropLast().last == "import" ? text : nil
  }
}
