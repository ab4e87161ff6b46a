public import OpenAPIDescription
import SourceDocuments

/// Compares two descriptions of an API.
public enum DescriptionComparison {
  /// What changed between two descriptions, with the verdicts of all axes but the Swift source.
  public static func compare(_ base: OpenAPIDocument, _ revision: OpenAPIDocument) -> Difference {
    let context = ComparisonContext(base: base, revision: revision)
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
    let accounts = EditAccounts(context)
    return Difference(
      findings: FindingBuilder(context).findings(unhandled: accounts.unhandled),
      remaining: accounts.remaining,
      editCount: accounts.editCount
    )
  }
}
