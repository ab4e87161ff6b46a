public import SourceDocuments
import SwiftModel

extension Configuration {
  /// Reads a configuration file, YAML or JSON.
  ///
  /// - Throws: With every fault of the file, each at its place.
  public init(reading document: SourceDocument) throws(DiagnosticError) {
    var reading = ConfigurationReading(file: document.file.path)
    // An empty object is what is left when every line of a file is commented out.
    if !document.root.isNull { reading.read(document.root, ConfigurationOption.all) }
    reading.checkCombinations()
    guard !reading.diagnostics.hasErrors else {
      throw DiagnosticError(diagnostics: reading.diagnostics.sorted())
    }
    self = reading.configuration
  }
}

extension ConfigurationReading {
  /// Finds options that are fine by themselves and not together.
  fileprivate mutating func checkCombinations() {
    let configuration = configuration
    if let node = configuration.origins["targets"], !configuration.targets.contains(.client) {
      report(
        .invalidValue(
          node,
          "must name the client, whose types the server uses",
          advice: "write `targets: [client, server]`"
        )
      )
    }
    if let node = configuration.origins["access"], configuration.access == .internal,
      configuration.targets.contains(.server)
    {
      report(
        .invalidValue(
          node,
          "cannot be combined with the server, a module of its own that could not see the client's types",
          advice: "write `access: package`, or leave the server out with `targets: [client]`"
        )
      )
    }
  }
}
