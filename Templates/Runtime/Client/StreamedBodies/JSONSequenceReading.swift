import Foundation

/// The JSON texts that a body carries one after the other.
nonisolated struct JSONTexts: AsyncSequence, Sendable {
  typealias Element = Data

  private let body: HTTPBody
  private let splitter: JSONSequenceSplitter

  /// - Parameters:
  ///   - contentType: The media type, which decides on what separates texts.
  ///   - limit: The most bytes that one text may have. 64 MiB unless given.
  init(_ body: HTTPBody, contentType: String, limit: Int = 64 * 1_024 * 1_024) {
    self.body = body
    splitter = JSONSequenceSplitter(
      isRecordSeparated: Self.areRecordSeparated(contentType),
      limit: limit
    )
  }

  /// Whether texts are told apart by record separators (RFC 7464) rather than by lines.
  static func areRecordSeparated(_ contentType: String) -> Bool {
    HTTPMediaType.essence(contentType).hasSuffix("json-seq")
  }

  nonisolated struct AsyncIterator: AsyncIteratorProtocol {
    private var chunks: HTTPBody.AsyncIterator?
    private var splitter: JSONSequenceSplitter
    private var pending: ArraySlice<Data> = []

    fileprivate init(_ body: HTTPBody, _ splitter: JSONSequenceSplitter) {
      chunks = body.makeAsyncIterator()
      self.splitter = splitter
    }

    /// The next text.
    ///
    /// - Throws: ``HTTPBodyTooLarge`` for a text beyond the limit, and what the body throws.
    mutating func next() async throws -> Data? {
      while true {
        if let text = pending.popFirst() { return text }
        guard chunks != nil else { return nil }
        if let chunk = try await chunks?.next() {
          pending = try splitter.texts(in: chunk)[...]
        } else {
          chunks = nil
          pending = splitter.rest()[...]
        }
      }
    }
  }

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(body, splitter)
  }
}

/// Takes a sequence of JSON texts apart, from chunks of bytes that may end anywhere.
nonisolated struct JSONSequenceSplitter {
  static let lineFeed = UInt8(ascii: "\n")
  static let recordSeparator: UInt8 = 0x1E

  /// What ends a text. JSON has no line feed inside a string, but a text sequence may have one between members.
  private let separator: UInt8

  /// The most bytes that one text may have.
  private let limit: Int
  private var text = Data()

  init(isRecordSeparated: Bool, limit: Int = 64 * 1_024 * 1_024) {
    separator = isRecordSeparated ? Self.recordSeparator : Self.lineFeed
    self.limit = limit
  }

  /// Takes a chunk and gives the texts that are complete.
  ///
  /// - Throws: ``HTTPBodyTooLarge`` for a text beyond the limit.
  mutating func texts(in chunk: Data) throws -> [Data] {
    var texts: [Data] = []
    var rest = chunk[...]
    while let end = rest.firstIndex(of: separator) {
      text.append(rest[..<end])
      guard text.count <= limit else { throw HTTPBodyTooLarge(limit: limit) }
      texts += take()
      rest = rest[rest.index(after: end)...]
    }
    guard text.count + rest.count <= limit else { throw HTTPBodyTooLarge(limit: limit) }
    text.append(rest)
    return texts
  }

  /// The last text, which nothing needs to end.
  mutating func rest() -> [Data] {
    take()
  }

  /// What has been gathered, unless it is only white space.
  private mutating func take() -> [Data] {
    defer { text = Data() }
    let isBlank = text.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, Self.recordSeparator].contains($0) }
    return isBlank ? [] : [text]
  }
}
