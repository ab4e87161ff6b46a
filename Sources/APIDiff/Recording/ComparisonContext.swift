import OpenAPIDescription
import SourceDocuments

/// What the comparisons of one run share.
final class ComparisonContext {
  let base: OpenAPIDocument
  let revision: OpenAPIDocument
  var recorder = Recorder()
  /// What need not be compared.
  let unchanged: UnchangedParts
  private(set) var matches: NodeMatches
  /// The same for schemas alone, in the order in which they were met.
  private(set) var schemaMatches: [(base: SourceNode, revision: SourceNode)] = []
  /// Objects that were compared as a part of another one, such as members of `allOf`.
  private var reached: Set<SourceNode> = []
  /// Security schemes that have another name in the new document.
  var renamedSchemes: [String: String] = [:]
  /// Where each security scheme is asked for, by its new name.
  var schemeSites: [String: SiteSet] = [:]
  private(set) lazy var schemas = SchemaComparison(self)

  /// - Parameter unchanged: What is not to be compared.
  init(base: OpenAPIDocument, revision: OpenAPIDocument, unchanged: UnchangedParts) {
    self.base = base
    self.revision = revision
    self.unchanged = unchanged
    matches = NodeMatches(unchanged: unchanged)
  }

  /// Notes that two objects are compared with each other, so that their texts are, too.
  func match(_ base: SourceNode, _ revision: SourceNode) {
    matches.insert(base, revision)
    reached.insert(base)
    reached.insert(revision)
  }

  func matchSchemas(_ base: SourceNode, _ revision: SourceNode) {
    if matches.insert(base, revision) { schemaMatches.append((base, revision)) }
    match(base, revision)
  }

  func noteReached(_ node: SourceNode) {
    reached.insert(node)
  }

  /// Whether the object was compared.
  func isReached(_ node: SourceNode) -> Bool { reached.contains(node) }

  func record(_ edit: Edit, at site: Int?) {
    recorder.record(edit, at: site.map { SiteSet($0) } ?? SiteSet())
  }
}
