public import OpenAPIDescription

/// What two descriptions say of requests and responses, compared: a part of a comparison that needs nothing of the Swift
/// that is generated, and can be made at the same time.
public struct MessageComparison: Sendable {
  let recorder: Recorder
  let matches: NodeMatches
  let accounts: EditAccounts
  /// The schemas of both descriptions.
  let schemas: (base: SchemaStore, revision: SchemaStore)

  public init(_ base: OpenAPIDocument, _ revision: OpenAPIDocument) {
    self.init(base, revision, unchanged: UnchangedParts(base.origin, revision.origin))
  }

  /// - Parameter unchanged: What is not to be compared.
  init(_ base: OpenAPIDocument, _ revision: OpenAPIDocument, unchanged: UnchangedParts) {
    let context = ComparisonContext(base: base, revision: revision, unchanged: unchanged)
    context.match(base.origin, revision.origin)
    let schemes = SecuritySchemeComparison(context: context)
    schemes.noteRenames()
    let operations = OperationComparison(context: context)
    operations.compare(base.paths, revision.paths)
    operations.compareWebhooks(base.webhooks, revision.webhooks)
    ServerComparison(context: context).compareShared()
    schemes.compare()
    ComponentComparison(context: context).compare()
    context.schemas.finish()
    accounts = EditAccounts(context)
    recorder = context.recorder
    schemas = (base.schemas, revision.schemas)
    matches = context.matches
  }
}
