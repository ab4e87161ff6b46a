import SwiftModel
import TemplateEngine

/// A call that holds a value against its constraints.
struct CheckView: TemplateView {
  let check: CheckDeclaration
  /// The expression that comes to what is checked.
  let value: String

  /// A check of a property, in a function whose parameter is called `check`.
  init(_ check: CheckDeclaration) {
    let subject = check.caseName == nil ? check.subject : "value"
    let name = subject == "check" ? "self.check" : SwiftIdentifier.escaped(subject)
    self.init(check, of: name)
  }

  /// A check of what an expression comes to.
  init(_ check: CheckDeclaration, of expression: String) {
    self.check = check
    value = expression + check.access
  }

  func value(named key: String) -> TemplateValue? {
    switch key {
    case "method": .text(check.method)
    case "choiceCase": .optional(check.caseName.map(SwiftIdentifier.member))
    case "value": .text(value)
    case "name": .text(SwiftLiteral.string(check.wireName))
    case "arguments": .text(arguments)
    case "rules": .optional(check.rules.map(RulesView.init))
    default: nil
    }
  }

  private var arguments: String {
    check.arguments.map { argument in
      let limit =
        switch argument.limit {
        case .number(let text): text
        case .text(let text): SwiftLiteral.string(text)
        }
      return ", \(argument.label): \(limit)"
    }
    .joined()
  }
}

/// A schema of JSON Schema as a literal of several lines.
struct RulesView: TemplateView {
  let text: String

  func value(named key: String) -> TemplateValue? {
    switch key {
    case "rawDelimiter": .text(SwiftLiteral.rawDelimiter(for: text))
    case "lines": .texts(exampleLines(text))
    default: nil
    }
  }
}
