/// Reads a set of templates together with the partials that they include.
struct TemplateLinker {
  private let texts: [String: String]
  private var partials: [TemplateLibrary.PartialName: Template] = [:]

  init(_ texts: [String: String]) {
    self.texts = texts
  }

  mutating func link() throws(TemplateLibraryError) -> (
    templates: [String: Template], partials: [TemplateLibrary.PartialName: Template]
  ) {
    var templates: [String: Template] = [:]
    var mistakes: [(template: String, error: TemplateSyntaxError)] = []
    for name in texts.keys.sorted() {
      do throws(TemplateSyntaxError) {
        templates[name] = try Template(texts[name] ?? "")
      } catch {
        mistakes.append((name, error))
      }
    }
    guard mistakes.isEmpty else { throw TemplateLibraryError(mistakes: mistakes) }
    for name in templates.keys.sorted() {
      do throws(TemplateSyntaxError) {
        if let template = templates[name] { try include(partialsOf: template, within: [name]) }
      } catch {
        mistakes.append((name, error))
      }
    }
    guard mistakes.isEmpty else { throw TemplateLibraryError(mistakes: mistakes) }
    return (templates, partials)
  }

  /// Mustache indents the text of a partial, not what is filled in, so that literals of several lines keep their
  /// value. A template that includes itself would never end, since names are found in the surrounding views too.
  private mutating func include(
    partialsOf template: Template,
    within names: [String]
  )
    throws(TemplateSyntaxError)
  {
    for case .partial(let name, let indentation, let offset) in template.instructions {
      guard let text = texts[name] else {
        throw TemplateSyntaxError(reason: .unknownPartial(name), offset: offset)
      }
      guard !names.contains(name) else {
        throw TemplateSyntaxError(reason: .recursivePartial(name), offset: offset)
      }
      let key = TemplateLibrary.PartialName(name: name, indentation: indentation)
      guard partials[key] == nil else { continue }
      let partial = try Template(Self.indented(text, by: indentation))
      partials[key] = partial
      try include(partialsOf: partial, within: names + [name])
    }
  }

  private static func indented(_ text: String, by indentation: String) -> String {
    guard !indentation.isEmpty else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : indentation + $0 }
      .joined(separator: "\n")
  }
}
