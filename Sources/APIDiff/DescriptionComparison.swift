public import OpenAPIDescription
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
    compare(MessageComparison(base, revision), interfaces: interfaces)
  }

  /// The same, where the messages have been compared already.
  public static func compare(
    _ messages: MessageComparison,
    interfaces: (base: SwiftInterface, revision: SwiftInterface)?
  ) -> Difference {
    var source = interfaces.map { SourceComparison($0.base, $0.revision, matches: messages.matches) }
    let shims = source.map(ShimBuilder.init)
    if let shims { source?.markShimmed(shims) }
    return Difference(
      findings: FindingBuilder(messages.recorder, schemas: messages.schemas).findings(
        unhandled: messages.accounts.unhandled,
        source: source
      ),
      remaining: messages.accounts.remaining,
      editCount: messages.accounts.editCount,
      isSourceJudged: source != nil,
      shims: shims?.client ?? ShimsDeclaration(),
      serverShims: shims?.server ?? ShimsDeclaration()
    )
  }
}
