import CLibYAML

/// The events of a YAML stream, from libyaml.
///
/// libyaml keeps its parsing states on a stack of its own; it does not recurse.
struct YAMLEventStream: ~Copyable {
  private let file: SourceFile
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let scalars: ScalarIndex
  private let contentStart: Int

  /// - Parameters:
  ///   - bytes: The bytes of the file, which stay in place as long as the stream is used.
  ///   - contentStart: The offset of the first byte after a byte order mark.
  init(_ file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, contentStart: Int) throws(DiagnosticError) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw DiagnosticError(.yamlSyntax("there is not enough memory to read the file", in: file, at: 0..<0))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let content = UnsafeBufferPointer(rebasing: bytes[contentStart...])
    yaml_parser_set_input_string(parser, content.baseAddress, content.count)

    self.file = file
    self.parser = parser
    self.scalars = ScalarIndex(file.bytes)
    self.contentStart = contentStart
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event. After the end of the stream has been returned, it must not be asked again.
  func next() throws(DiagnosticError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }

    let range = offset(of: event.start_mark)..<max(offset(of: event.start_mark), offset(of: event.end_mark))
    switch event.type {
    case YAML_STREAM_START_EVENT: return YAMLEvent(kind: .streamStart, range: range)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias, range: range, anchor: Self.bytes(event.data.alias.anchor))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(kind: .sequenceStart, range: range, anchor: Self.bytes(start.anchor))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(kind: .mappingStart, range: range, anchor: Self.bytes(start.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      return YAMLEvent(
        kind: .scalar(isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        range: range,
        anchor: Self.bytes(scalar.anchor),
        tag: Self.bytes(scalar.tag).map { String(decoding: $0, as: UTF8.self) },
        text: Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      )
    default: return YAMLEvent(kind: .streamEnd, range: range)
    }
  }

  /// The offset in the file of a place that libyaml counts in scalars after the byte order mark.
  private func offset(of mark: yaml_mark_t) -> Int {
    scalars.offset(ofScalar: mark.index + (contentStart > 0 ? 1 : 0), in: file.bytes)
  }

  /// The bytes of a text that ends with a zero byte.
  private static func bytes(_ text: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8]? {
    guard let text else { return nil }
    var end = text
    while end.pointee != 0 { end += 1 }
    return Array(UnsafeBufferPointer(start: text, count: end - text))
  }

  /// What stopped libyaml.
  private func failure() -> DiagnosticError {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "there is not enough memory to read the file"
    guard state.error != YAML_READER_ERROR else {
      let start = min(contentStart + state.problem_offset, file.bytes.count)
      return DiagnosticError(.yamlSyntax(problem, in: file, at: start..<start + 1))
    }
    let start = offset(of: state.problem_mark)
    return DiagnosticError(
      .yamlSyntax(
        problem,
        in: file,
        at: start..<min(start + 1, file.bytes.count),
        note: state.context.flatMap { context in
          let place = offset(of: state.context_mark)
          guard place != start else { return nil }
          return .init(String(cString: context), at: SourceLocation(file: file, offset: place, length: 1))
        }
      )
    )
  }
}
