/// What a scalar is by its tag, or by the core schema when it has none.
struct YAMLScalarResolution {
  let kind: SourceNode.Kind
  let isTrue: Bool

  /// Tags of the core schema are honoured, others ignored. A text that its tag does not allow is an error.
  init(_ event: YAMLEvent, isPlain: Bool, in file: SourceFile) throws(DiagnosticError) {
    let text = event.text
    let isAllowed: Bool
    switch event.tag {
    case "tag:yaml.org,2002:str":
      (kind, isAllowed) = (.string, true)
    case "tag:yaml.org,2002:null":
      (kind, isAllowed) = (.null, CoreSchema.isNull(text))
    case "tag:yaml.org,2002:bool":
      (kind, isAllowed) = (.boolean, CoreSchema.boolean(text) != nil)
    case "tag:yaml.org,2002:int":
      (kind, isAllowed) = (.number, CoreSchema.isInteger(text))
    case "tag:yaml.org,2002:float":
      (kind, isAllowed) = (.number, CoreSchema.isInteger(text) || CoreSchema.isFloat(text))
    default:
      (kind, isAllowed) = (isPlain ? CoreSchema.kind(of: text) : .string, true)
    }
    isTrue = kind == .boolean && CoreSchema.boolean(text) == true
    guard isAllowed else {
      throw DiagnosticError(
        .yamlSyntax("the text does not fit the tag in front of it", in: file, at: event.range)
      )
    }
  }
}
