import SourceDocuments

/// Advice that only who knows the options can give.
extension ProjectSettings {
  /// The diagnostic of an earlier stage, with what the configuration or the folder has to do with it.
  func advising(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if diagnostic.code == "reference-outside-tree" {
      diagnostic.advice =
        "move the file into that folder, or name a folder that holds both as `root` in the configuration"
    }
    if diagnostic.code == "remote-reference" {
      diagnostic.advice =
        "download the file, put it beside the description and refer to it by its path, or let it be fetched "
        + "with --allow-remote"
    }
    // Only a file that could not be read has no text.
    guard let file = diagnostic.location?.file, file.path == description, file.bytes.isEmpty else {
      return diagnostic
    }
    diagnostic.advice = adviceForUnreadableDescription() ?? diagnostic.advice
    if let origin = configuration.origins["description"], configuration.description == description {
      diagnostic.notes.append(Diagnostic.Note("it is configured here", at: origin.location))
    }
    return diagnostic
  }

  /// What the user may have meant instead, as far as the folder tells.
  private func adviceForUnreadableDescription() -> String? {
    let fileSystem = DiskFileSystem()
    let files = ConfigurationFile(files: fileSystem)
    if let inside = files.first(of: ConfigurationFile.descriptionNames, in: description + "/") {
      return "name the file in it: \(inside)"
    }
    let slash = description.lastIndex(of: "/")
    let folder = slash.map { String(description[..<$0]) } ?? "."
    let name = slash.map { String(description[description.index(after: $0)...]) } ?? description
    do {
      let others = try fileSystem.entries(of: folder).filter { $0 != name }
      let nearest = NearestNames.of(name, among: others)
      if !nearest.isEmpty { return "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?" }
    } catch {
      return "there is no folder '\(folder)'"
    }
    return nil
  }
}
