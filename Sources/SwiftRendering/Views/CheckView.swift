import Mustache
import SwiftModel

/// A call that holds a value against its constraints.
struct CheckView: MustacheParent {
  let check: CheckDeclaration
  /// The expression that comes to what is checked.
  let value: String

  /// A check of a property, in a function whose parameter is called `check`.
  init(_ check: CheckDeclaration) {
    let name = check.subject == "check" ? "self.check" : SwiftIdentifier.escaped(check.subject)
    self.init(check, of: name)
  }

  /// A check of what an expression comes to.
  init(_ check: CheckDeclaration, of expression: String) {
    self.check = check
    value = expression + check.access
  }

  func child(named key: String) -> Any? {
    switch key {
    case "method": check.method
    case "value": value
    case "name": SwiftLiteral.string(check.wireName)
    case "arguments": arguments
    case "rules": section(check.rules.map(RulesView.init))
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
struct RulesView: MustacheParent {
  let text: String

  func child(named key: String) -> Any? {
    switch key {
    case "rawDelimiter": SwiftLiteral.rawDelimiter(for: text)
    case "lines": exampleLines(text)
    default: nil
    }
  }
}
