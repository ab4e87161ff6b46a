import Mustache
public import SourceDocuments
import Templates

/// The templates in use: the built-in ones, with those of a folder in their place.
public struct TemplateSet: Sendable {
  /// The texts by path, such as `Models/Record.mustache` and `Runtime/Client/APIModel.swift`.
  private var texts: [String: String] = [:]
  private let library: MustacheLibrary

  /// The templates that come with the tool.
  ///
  /// - Throws: A diagnostic when a template cannot be read, which a test of this package rules out.
  public static func builtIn() throws(DiagnosticError) -> TemplateSet {
    try TemplateSet(overrides: [])
  }

  /// The built-in templates with some replaced.
  ///
  /// - Parameter overrides: Texts by the path of the template that each replaces.
  /// - Throws: A diagnostic for a path that no template has, and for a text that is no Mustache.
  public init(overrides: [(path: String, text: String)]) throws(DiagnosticError) {
    for file in EmbeddedTemplates.files { texts[file.path] = file.text }
    var diagnostics: [Diagnostic] = []
    for override in overrides {
      if texts[override.path] == nil {
        diagnostics.append(.unknownTemplate(override.path))
      } else {
        texts[override.path] = override.text
      }
    }
    var library = MustacheLibrary()
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path.hasSuffix(Self.suffix) {
      do {
        try library.register(Self.plainTextPragma + text, named: Self.name(of: path))
      } catch {
        diagnostics.append(.brokenTemplate(path, text, error))
      }
    }
    self.library = library
    if !diagnostics.isEmpty { throw DiagnosticError(diagnostics: diagnostics) }
  }

  private static let suffix = ".mustache"
  /// Swift is no HTML: what is filled in stays as it is.
  private static let plainTextPragma = "{{% CONTENT_TYPE:TEXT}}"

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(suffix.count))
  }

  /// Fills in a template; empty when there is none of the name.
  func render(_ template: String, _ view: any MustacheParent) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  /// The runtime's files under a folder such as `Runtime/Client/`, by name in order.
  func runtimeFiles(under folder: String) -> [(name: String, text: String)] {
    texts.filter { $0.key.hasPrefix(folder) }
      .map { (String($0.key.dropFirst(folder.count)), $0.value) }
      .sorted { $0.name < $1.name }
  }
}

extension Diagnostic {
  fileprivate static func unknownTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unknown-template",
      "there is no template of this name to replace",
      at: SourceLocation(file: SourceFile(path: path, bytes: []), offset: 0, length: 0),
      advice: "use the names that 'herald templates export' writes"
    )
  }

  fileprivate static func brokenTemplate(_ path: String, _ text: String, _ error: any Error) -> Diagnostic {
    var offset = 0
    var reason = String(describing: error)
    if let failure = error as? MustacheTemplate.ParserError {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      offset = lines.prefix(max(failure.context.lineNumber - 1, 0)).reduce(0) { $0 + $1.utf8.count + 1 }
      offset = min(offset + max(failure.context.columnNumber - 1, 0), text.utf8.count)
      reason = String(describing: failure.error)
    }
    return Diagnostic(
      .error,
      code: "template-syntax",
      "the template cannot be read: \(reason)",
      at: SourceLocation(file: SourceFile(path: path, bytes: Array(text.utf8)), offset: offset, length: 1),
      advice: "close each section that is opened, under the same name"
    )
  }
}
