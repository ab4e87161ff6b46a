import SourceDocuments

/// One option of the configuration file.
///
/// Everything that is said about an option is said here: reading, the advice for misspelled keys, the JSON
/// Schema and the table of the README follow from ``all``.
struct ConfigurationOption: Sendable {
  /// Names the schema for editors; no option, but allowed.
  static let schemaKey = "$schema"

  let key: String
  /// One or more sentences in Markdown.
  let meaning: String
  /// What holds without the option, in Markdown; nil when that is nothing.
  let defaultText: String?
  let shape: ConfigurationShape
  /// Reads the option's value; the last argument is its key with those of the sections around it.
  let read: @Sendable (SourceNode, inout ConfigurationReading, String) -> Void

  init<Value: Sendable>(
    _ key: String,
    _ place: any WritableKeyPath<Configuration, Value> & Sendable,
    _ type: ConfigurationType<Value>,
    default defaultText: String? = nil,
    _ meaning: String
  ) {
    self.key = key
    self.meaning = meaning
    self.defaultText = defaultText
    self.shape = type.shape
    read = { node, reading, _ in
      if let value = type.read(node, &reading) { reading.set(place, to: value) }
    }
  }

  /// An option without which there is no value.
  init<Value: Sendable>(
    _ key: String,
    _ place: any WritableKeyPath<Configuration, Value?> & Sendable,
    _ type: ConfigurationType<Value>,
    default defaultText: String? = nil,
    _ meaning: String
  ) {
    let optional = ConfigurationType<Value?>(shape: type.shape) { node, reading in
      type.read(node, &reading).map { .some($0) }
    }
    self.init(key, place, optional, default: defaultText, meaning)
  }

  /// Options that stand together in an object of their own.
  init(section key: String, _ meaning: String, _ options: [ConfigurationOption]) {
    self.key = key
    self.meaning = meaning
    self.defaultText = nil
    self.shape = .section(options)
    read = { node, reading, key in reading.read(node, options, prefix: key + ".") }
  }
}
