import SwiftModel
import TemplateEngine

/// A suite of model tests.
struct ModelTestsView: TemplateView {
  let suite: String
  let tests: [ModelTestDeclaration]

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "suite": .text(suite)
    case "tests": .views(tests.map(ModelTestView.init))
    default: nil
    }
  }
}

struct ModelTestView: TemplateView {
  let test: ModelTestDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "escapedName": .text(SwiftIdentifier.escaped(test.name))
    case "type": .text(test.type)
    case "rawDelimiter": .text(SwiftLiteral.rawDelimiter(for: test.example))
    case "exampleLines": .texts(exampleLines(test.example))
    default: nil
    }
  }
}
