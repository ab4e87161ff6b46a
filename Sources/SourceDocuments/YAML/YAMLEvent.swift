/// What the YAML parser meets next, with offsets in bytes.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias
    case scalar(isPlain: Bool)
    case sequenceStart
    case mappingStart
    case sequenceEnd
    case mappingEnd
  }

  var kind: Kind
  /// The bytes in the file, with the tag and the anchor that precede a value.
  var range: Range<Int>
  /// The anchor that a value defines, or that an alias refers to.
  var anchor: [UInt8]?
  /// The tag of a value with its handle resolved, such as `tag:yaml.org,2002:str`.
  var tag: String?
  /// The text of a scalar after unescaping and folding.
  var text: [UInt8] = []
}
