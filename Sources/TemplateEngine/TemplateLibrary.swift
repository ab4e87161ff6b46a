/// Templates by name, which can include one another.
public struct TemplateLibrary: Sendable {
  private let templates: [String: Template]
  /// Partials under the indentation at which they are included.
  private let partials: [PartialName: Template]

  struct PartialName: Hashable, Sendable {
    let name: String
    let indentation: String
  }

  /// Reads templates and makes ready what they include.
  ///
  /// - Parameter texts: The templates' texts by name.
  /// - Throws: Every mistake, with the template that it stands in, in the order of the names.
  public init(_ texts: [String: String]) throws(TemplateLibraryError) {
    var linker = TemplateLinker(texts)
    (templates, partials) = try linker.link()
  }

  /// The bytes of a template filled in with a view; nil when there is no template of the name.
  public func render(_ name: String, with view: any TemplateView) -> [UInt8]? {
    guard let template = templates[name] else { return nil }
    var renderer = TemplateRenderer(library: self)
    renderer.render(template, with: view)
    return renderer.output
  }

  func partial(_ name: String, indentation: String) -> Template? {
    partials[PartialName(name: name, indentation: indentation)]
  }
}

/// The mistakes in a set of templates.
public struct TemplateLibraryError: Error {
  /// The name of a template and its first mistake.
  public let mistakes: [(template: String, error: TemplateSyntaxError)]
}
