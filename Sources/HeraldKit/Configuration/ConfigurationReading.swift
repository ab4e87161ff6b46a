import SourceDocuments

/// The state of reading one configuration file.
struct ConfigurationReading {
  private(set) var configuration = Configuration()
  private(set) var diagnostics = Diagnostics()
  /// The folder that paths are relative to, with a slash at its end; empty for the working directory.
  let folder: String

  init(file path: String) {
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    configuration.output = resolve(configuration.output)
    configuration.changelog = resolve(configuration.changelog)
  }

  /// Reads the members of an object whose options are known.
  mutating func read(_ node: SourceNode, _ options: [ConfigurationOption], prefix: String = "") {
    guard node.kind == .object else {
      report(.wrongKind(node, expected: "an object"))
      return
    }
    for member in node.members {
      if prefix.isEmpty, member.key == ConfigurationOption.schemaKey { continue }
      guard let option = options.first(where: { $0.key == member.key }) else {
        report(.unknownOption(member.value, among: options, prefix: prefix))
        continue
      }
      let key = prefix + option.key
      note(member.value, at: key)
      // A key without a value, as an editor leaves it behind, means the default.
      if member.value.isNull { continue }
      option.read(member.value, &self, key)
    }
  }

  mutating func set<Value>(_ place: WritableKeyPath<Configuration, Value>, to value: Value) {
    configuration[keyPath: place] = value
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// A path as seen from the working directory.
  func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + path.trimmingPrefix("./")
  }

  private mutating func note(_ node: SourceNode, at key: String) {
    configuration.origins[key] = node
    for member in node.members { note(member.value, at: key + "." + member.key) }
  }
}
