import Mustache
import SwiftModel

/// A suite of model tests.
struct ModelTestsView: MustacheParent {
  let suite: String
  let tests: [ModelTestDeclaration]

  func child(named name: String) -> Any? {
    switch name {
    case "suite": suite
    case "tests": tests.map(ModelTestView.init)
    default: nil
    }
  }
}

struct ModelTestView: MustacheParent {
  let test: ModelTestDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "escapedName": SwiftIdentifier.escaped(test.name)
    case "type": test.type
    case "rawDelimiter": SwiftLiteral.rawDelimiter(for: test.example)
    case "exampleLines": exampleLines(test.example)
    default: nil
    }
  }
}
