import APIModel
import OpenAPIDescription
import SourceDocuments

/// What every builder needs to know, decided before any declaration is built.
struct BuildContext: Sendable {
  let api: API
  let options: SwiftOptions
  let style: NamingStyle
  let catalog: TypeCatalog
  let sizes: InlineSizes
  /// The types that have something to check, themselves or in their parts.
  let validated: Set<TypeID>
  let documentation: DocumentationBuilder
  let servers: ServerBuilder
  let scope: BuildScope

  /// The types that are declared inside each type, and those at the top under nil.
  let children: [[String]: [TypeID]]

  /// The names at the top of the module, with those that no type may have.
  let topNames: Set<String>

  /// The properties that documented headers of responses become.
  var headerNames: [ResponseHeaderKey: String] = [:]

  /// An example of a schema's values; `null` where none is shown.
  func example(of schema: Schema?, documented: SourceNode? = nil, isText: Bool = false) -> ExampleValue {
    scope == .interface ? .null : api.examples.example(of: schema, documented: documented, isText: isText)
  }
}
