public import OpenAPIDescription
import SourceDocuments
public import SwiftModel

/// Compares two descriptions of an API.
public enum DescriptionComparison {
  /// What changed between two descriptions.
  ///
  /// - Parameter interfaces: What is generated for each of them under the same configuration; without it the Swift
  ///   source is not judged.
  public static func compare(
    _ base: OpenAPIDocument,
    _ revision: OpenAPIDocument,
    interfaces: (base: SwiftInterface, revision: SwiftInterface)? = nil
  ) -> Difference {
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
    var source = interfaces.map { SourceComparison($0.base, $0.revision, matches: context.matches) }
    let shims = source.map(ShimBuilder.init)
    source?.markShimmed(shims?.shimmed ?? [])
    return Difference(
      findings: FindingBuilder(context).findings(unhandled: accounts.unhandled, source: source),
      remaining: accounts.remaining,
      editCount: accounts.editCount,
      isSourceJudged: source != nil,
      shims: shims?.shims ?? ShimsDeclaration()
    )
  }
}
