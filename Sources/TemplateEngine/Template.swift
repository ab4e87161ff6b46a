/// A template in Mustache's syntax, read once and rendered often.
///
/// It is the language of mustache(5) without escaping, since Swift is no HTML, and without lambdas:
/// `{{name}}`, `{{.}}`, `{{#section}}…{{/section}}`, `{{^inverted}}…{{/inverted}}`, `{{> partial}}` and
/// `{{! comment }}`. Tags other than variables take their line with them when they stand on it alone. Inside a
/// list, `first()` and `last()` are sections for its ends.
public struct Template: Sendable {
  enum Instruction: Sendable {
    /// Bytes of the template itself.
    case literal([UInt8])
    case variable(String)
    /// `{{.}}`
    case item
    /// Renders what follows, up to the instruction at `end`, for each value; or once, if it is inverted and
    /// there is none.
    case section(Condition, isInverted: Bool, end: Int)
    case partial(name: String, indentation: String, offset: Int)
  }

  /// What decides on a section.
  enum Condition: Sendable, Hashable {
    case name(String)
    case item
    case first, last
  }

  let instructions: [Instruction]

  /// Reads a template.
  ///
  /// - Throws: The first mistake, with its offset in the text.
  public init(_ text: String) throws(TemplateSyntaxError) {
    var parser = TemplateParser(text)
    instructions = try parser.parse()
  }
}

/// A mistake in the text of a template.
public struct TemplateSyntaxError: Error, Hashable {
  public enum Reason: Sendable, Hashable {
    /// `{{` without `}}`.
    case unclosedTag
    case emptyTag
    /// A section that is opened and not closed.
    case unclosedSection(String)
    /// A section that is closed where another, or none, is open.
    case unexpectedEnd(of: String, open: String?)
    /// A partial that no template has the name of.
    case unknownPartial(String)
    /// A partial that includes, by way of others or at once, the template that it stands in.
    case recursivePartial(String)
    /// A tag of Mustache that templates do not need, such as a change of delimiters.
    case unsupportedTag(String)
  }

  public let reason: Reason
  /// Where, in bytes of UTF-8 from the start of the text.
  public let offset: Int
}

extension TemplateSyntaxError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .unclosedTag: "a tag is opened with '{{' and not closed"
    case .emptyTag: "a tag is empty"
    case .unclosedSection(let name): "the section '\(name)' is not closed"
    case .unexpectedEnd(let name, nil): "'\(name)' is closed and no section is open"
    case .unexpectedEnd(let name, let open?): "'\(name)' is closed while '\(open)' is open"
    case .unknownPartial(let name): "there is no template '\(name)' to include"
    case .recursivePartial(let name):
      "including '\(name)' here would never end, since it includes this template"
    case .unsupportedTag(let tag): "the tag '{{\(tag)}}' is not supported"
    }
  }
}
