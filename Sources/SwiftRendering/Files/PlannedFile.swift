import TemplateEngine

/// A file whose place is decided and whose text is still to be made, which can be done in any order.
struct PlannedFile: Sendable {
  enum Source: Sendable {
    /// A template to be filled in.
    case template(String, any TemplateView)
    /// A file of the runtime, to be made part of the package.
    case runtime(RuntimeFile)
  }

  let path: String
  let source: Source
}
