import SourceDocuments

/// The configuration under which both descriptions are looked at.
///
/// As for generation, `herald.yaml` holds for the description that it names: when neither of the two is that one, they
/// are compared as they would be generated without a configuration.
struct DiffConfiguration {
  private let options: DiffOptions
  private let files = ConfigurationFile()

  init(_ options: DiffOptions) {
    self.options = options
  }

  func read() throws(DiagnosticError) -> Configuration {
    var configuration = try document().map { document throws(DiagnosticError) in
      try Configuration(reading: document)
    }
    if options.allowsRemote { configuration?.allowRemote = true }
    guard let configuration else {
      var defaults = Configuration()
      defaults.allowRemote = options.allowsRemote
      return defaults
    }
    return configuration
  }

  private func document() throws(DiagnosticError) -> SourceDocument? {
    if let path = options.configuration { return try DocumentLoader().load(path) }
    let folder = options.folder == "." ? "" : options.folder + "/"
    guard let path = files.first(of: ConfigurationFile.names, in: folder) else { return nil }
    let document = try DocumentLoader().load(path)
    let configured =
      document.root["description"]?.string.map(ConfigurationReading(file: path).resolve)
      ?? files.first(of: ConfigurationFile.descriptionNames, in: folder)
    guard let configured else { return nil }
    let isMeant = [options.base, options.revision].contains { name in
      paths(of: name, in: folder).contains { files.areSame($0, configured) }
    }
    return isMeant ? document : nil
  }

  /// The paths that a description's name may mean: as it stands, or behind the name of a revision.
  private func paths(of name: String, in folder: String) -> [String] {
    guard name != "-" else { return [] }
    let inside = name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) }
    return [name, inside].compactMap(\.self).map { $0.hasPrefix("/") ? $0 : folder + $0.trimmingPrefix("./") }
  }
}
