public import SourceDocuments
import TemplateEngine
import Templates

/// The templates in use: the built-in ones, with those of a folder in their place.
public struct TemplateSet: Sendable {
  /// The texts by path, such as `Models/Record.mustache` and `Runtime/Client/APIModel.swift`.
  private let texts: [String: String]
  private let library: TemplateLibrary

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
    var texts: [String: String] = [:]
    for file in EmbeddedTemplates.files { texts[file.path] = file.text }
    var diagnostics: [Diagnostic] = []
    for override in overrides {
      if texts[override.path] == nil {
        diagnostics.append(.unknownTemplate(override.path))
      } else {
        texts[override.path] = override.text
      }
    }
    self.texts = texts
    let templates = texts.filter { $0.key.hasSuffix(Self.suffix) }
    do throws(TemplateLibraryError) {
      library = try TemplateLibrary(
        Dictionary(uniqueKeysWithValues: templates.map { (Self.name(of: $0.key), $0.value) })
      )
    } catch {
      let paths = Dictionary(uniqueKeysWithValues: templates.keys.map { (Self.name(of: $0), $0) })
      for mistake in error.mistakes {
        guard let path = paths[mistake.template] else { continue }
        diagnostics.append(.brokenTemplate(path, texts[path] ?? "", mistake.error))
      }
      throw DiagnosticError(diagnostics: diagnostics)
    }
    if !diagnostics.isEmpty { throw DiagnosticError(diagnostics: diagnostics) }
  }

  private static let suffix = ".mustache"

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(suffix.count))
  }

  /// Fills in a template; empty when there is none of the name.
  func render(_ template: String, _ view: any TemplateView) -> [UInt8] {
    library.render(template, with: view) ?? []
  }

  /// Fills in a template whose text becomes part of another.
  func text(_ template: String, _ view: any TemplateView) -> String {
    String(decoding: render(template, view), as: UTF8.self)
  }

  /// The runtime's files under a folder such as `Runtime/Client/`, those of each folder in it together, by name in order.
  func runtimeFiles(under folder: String) -> [RuntimeFile] {
    var sources: [String: [(path: String, text: String)]] = [:]
    for (path, text) in texts where path.hasPrefix(folder) {
      let place = path.dropFirst(folder.count).split(separator: "/")
      let name = place.count > 1 ? String(place[0]) : String(place[0].dropLast(".swift".count))
      sources[name, default: []].append((path, text))
    }
    return sources.map { name, sources in
      RuntimeFile(name: name, sources: sources.sorted { $0.path < $1.path }.map(\.text))
    }
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

  fileprivate static func brokenTemplate(
    _ path: String,
    _ text: String,
    _ error: TemplateSyntaxError
  ) -> Diagnostic {
    Diagnostic(
      .error,
      code: "template-syntax",
      "the template cannot be read: \(error)",
      at: SourceLocation(
        file: SourceFile(path: path, bytes: Array(text.utf8)),
        offset: error.offset,
        length: 1
      ),
      advice: error.reason.advice
    )
  }
}

extension TemplateSyntaxError.Reason {
  fileprivate var advice: String {
    switch self {
    case .unclosedTag, .emptyTag: "write a name between '{{' and '}}'"
    case .unclosedSection, .unexpectedEnd: "close each section that is opened, under the same name"
    case .unknownPartial: "include one of the templates that 'herald templates export' writes"
    case .recursivePartial: "include other templates only"
    case .unsupportedTag:
      "use the tags '{{name}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' and '{{! }}'"
    }
  }
}
