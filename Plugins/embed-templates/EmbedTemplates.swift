import Foundation

/// Writes a Swift file whose string literals are the contents of templates.
///
/// Usage: `embed-templates FOLDER OUTPUT PATH…`, each path relative to the folder. Only this package's plugin
/// calls it.
@main
struct EmbedTemplates {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 2, let folder = arguments.first else {
      throw CocoaError(.fileReadInvalidFileName)
    }
    let output = URL(fileURLWithPath: arguments[arguments.startIndex + 1])
    let paths = arguments.dropFirst(2).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var text = "extension EmbeddedTemplates {\n  /// Every template, sorted by path.\n"
    text += "  public static let files: [File] = [\n"
    for path in paths {
      let content = try String(contentsOf: URL(fileURLWithPath: folder + "/" + path), encoding: .utf8)
      text += "    File(path: \"\(path)\", text: \(literal(of: content))),\n"
    }
    try (text + "  ]\n}\n").write(to: output, atomically: true, encoding: .utf8)
  }

  /// A raw literal with more number signs than any run of them in the text, so that nothing in it ends the
  /// literal or starts an escape.
  private static func literal(of content: String) -> String {
    var delimiter = "#"
    while content.contains(delimiter) { delimiter += "#" }
    return "\(delimiter)\"\"\"\n\(content)\n\"\"\"\(delimiter)"
  }
}
