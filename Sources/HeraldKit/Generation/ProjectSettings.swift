import SourceDocuments

/// What is generated from where to where: the caller's options over the configuration's over the defaults.
struct ProjectSettings: Sendable {
  /// The configuration with the caller's options in place of its own.
  private(set) var configuration = Configuration()
  /// The path of the description.
  let description: String
  /// What a reader of verbose output should know.
  private(set) var remarks: [String] = []

  /// - Throws: When the configuration is wrong, or no description is named or found.
  init(_ options: GenerateOptions, files: ConfigurationFile = ConfigurationFile()) throws(DiagnosticError) {
    let folder = options.folder == "." ? "" : options.folder + "/"
    let document = try Self.document(for: options, folder: folder, files: files, remarks: &remarks)
    if let document {
      configuration = try Configuration(reading: document)
      remarks.append("options of \(document.file.path)")
    } else {
      configuration.output = folder + configuration.output
    }
    if let output = options.output { configuration.output = output }
    while configuration.output.hasSuffix("/"), configuration.output != "/" {
      configuration.output.removeLast()
    }
    if options.allowsRemote { configuration.allowRemote = true }
    if options.allowsDanglingReferences { configuration.allowDanglingReferences = true }
    if let module = options.module { configuration.module = module }
    if let templates = options.templates { configuration.templates = templates }

    if let description = options.description ?? configuration.description {
      self.description = description
    } else {
      let beside = document.map { ConfigurationReading(file: $0.file.path).folder } ?? folder
      guard let found = files.first(of: ConfigurationFile.descriptionNames, in: beside) else {
        throw DiagnosticError(.missingDescription(configuration: document?.root, folder: beside))
      }
      description = found
    }
    if description.hasPrefix("http://") || description.hasPrefix("https://") {
      throw DiagnosticError(.remoteDescription(description, configuration.origins["description"]))
    }
  }

  /// The configuration file that holds, parsed.
  private static func document(
    for options: GenerateOptions,
    folder: String,
    files: ConfigurationFile,
    remarks: inout [String]
  ) throws(DiagnosticError) -> SourceDocument? {
    if let path = options.configuration { return try DocumentLoader().load(path) }
    guard let path = files.first(of: ConfigurationFile.names, in: folder) else { return nil }
    let document = try DocumentLoader().load(path)
    guard let wanted = options.description else { return document }

    let reading = ConfigurationReading(file: path)
    let configured =
      document.root["description"]?.string.map(reading.resolve)
      ?? files.first(of: ConfigurationFile.descriptionNames, in: folder)
    if let configured, files.areSame(wanted, configured) { return document }
    let purpose = configured.map { "it is for \($0)" } ?? "it names no description"
    remarks.append("\(path) is not used: \(purpose); name it with --config to use it")
    return nil
  }
}

extension Diagnostic {
  fileprivate static func missingDescription(configuration: SourceNode?, folder: String) -> Diagnostic {
    let names = ConfigurationFile.descriptionNames.joined(separator: ", ")
    if let configuration {
      return Diagnostic(
        .error,
        code: "missing-description",
        "no description is configured, and none of \(names) is there",
        at: .start(of: configuration.document.file.path),
        advice: "add `description:` with the path of the OpenAPI description"
      )
    }
    return Diagnostic(
      .error,
      code: "missing-description",
      "no description is named, and none of \(names) is there",
      at: .start(of: folder + (ConfigurationFile.descriptionNames.first ?? "")),
      advice: "name the OpenAPI description: herald generate path/to/openapi.yaml"
    )
  }

  fileprivate static func remoteDescription(_ address: String, _ origin: SourceNode?) -> Diagnostic {
    Diagnostic(
      .error,
      code: "remote-description",
      "the description must be a file: nothing is fetched from the network",
      at: origin?.location ?? .start(of: address),
      advice: "download it, check it in, and generate from the copy"
    )
  }
}
