/// The JSON Schema of the configuration file, for editors.
///
/// Draft 7, the newest that the YAML support of common editors understands fully.
public enum ConfigurationSchema {
  /// The text of `herald.schema.json`.
  public static var text: String {
    let schemaKey: (String, SchemaText) = (ConfigurationOption.schemaKey, .object([("type", "string")]))
    return schema(of: ConfigurationOption.all, besides: [schemaKey])
      .inserting("description", "Options of Herald, which generates Swift SDKs from OpenAPI descriptions.")
      .inserting("title", "herald.yaml")
      .inserting("$schema", "http://json-schema.org/draft-07/schema#")
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
    case .flag:
      members.append(("type", "boolean"))
    case .choice(let words):
      members.append(("enum", .array(words.map(SchemaText.string))))
    case .integer(let minimum):
      members += [("type", "integer"), ("minimum", .number(minimum))]
    case .list(let element):
      members += [("type", "array"), ("items", schema(of: element))]
    case .map(let value):
      members += [("type", "object"), ("additionalProperties", schema(of: value))]
    case .section(let options):
      let object = Self.schema(of: options)
      return meaning.map { object.inserting("description", .string($0)) } ?? object
    }
    return .object(members)
  }

  /// An object with certain members only.
  private static func schema(
    of options: [ConfigurationOption],
    besides others: [(String, SchemaText)] = []
  ) -> SchemaText {
    .object([
      ("type", "object"),
      ("properties", .object(others + options.map { ($0.key, schema(of: $0)) })),
      ("additionalProperties", .boolean(false)),
    ])
  }
}
