import APIModel

/// Decides on the Swift types of bodies, and finds examples of them.
struct ContentBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder

  init(_ context: BuildContext, usage: UsageExampleBuilder) {
    self.context = context
    self.usage = usage
  }

  func swiftType(of content: Content) -> (ContentKind, String) {
    switch content.kind {
    case .json(let value): (.json, context.catalog.optionalText(value, in: []))
    case .text: (.text, "String")
    case .binary, .events, .sequence: (.data, "Data")
    }
  }

  private func exampleValue(of content: Content) -> ExampleValue {
    context.example(of: content.schema, documented: content.example)
  }

  func example(of content: Content) -> String {
    let value = exampleValue(of: content)
    switch content.kind {
    case .json: return value.jsonText(indentation: 2)
    case .text, .binary, .events, .sequence: return value.plainText ?? "example"
    }
  }
}
