/// The JSON Schema of the configuration file, for editors.
///
/// Draft 7, the newest that the YAML support of common editors understands fully.
public enum ConfigurationSchema {
  /// The text of `herald.schema.json`.
  public static var text: String {
    schema(of: .section(ConfigurationOption.all), meaning: "Options of Herald, an SDK generator.")
      .inserting("$schema", "http://json-schema.org/draft-07/schema#")
      .inserting("title", "herald.yaml")
      .text + "\n"
  }

  private static func schema(of option: ConfigurationOption) -> SchemaText {
    let meaning = option.meaning + (option.defaultText.map { " Default: \($0)." } ?? "")
    return schema(of: option.shape, meaning: meaning)
  }

  private static func schema(of shape: ConfigurationShape, meaning: String? = nil) -> SchemaText {
    var members: [(String, SchemaText)] = []
    if let meaning { members.append(("description", .string(meaning))) }
    switch shape {
    case .text(let pattern):
      members.append(("type", "string"))
      members.append(pattern.map { ("pattern", .string($0)) } ?? ("minLength", .number(1)))
    case .choice(let words):
      members.append(("enum", .array(words.map(SchemaText.string))))
    case .list(let element):
      members += [("type", "array"), ("items", schema(of: element))]
    case .map(let value):
      members += [("type", "object"), ("additionalProperties", schema(of: value))]
    case .section(let options):
      let properties = options.map { ($0.key, schema(of: $0)) }
      members += [
        ("type", "object"), ("properties", .object(properties)), ("additionalProperties", .boolean(false)),
      ]
    }
    return .object(members)
  }
}
