import OpenAPIDescription
import SourceDocuments

/// Compares schemas pair by pair. Each pair is compared once, so cycles end; where an edit is used is worked
/// out afterwards.
final class SchemaComparison {
  unowned let context: ComparisonContext
  let baseFlattening: SchemaFlattening
  let revisionFlattening: SchemaFlattening
  private(set) var pairs: [SchemaPair] = []
  private var indexes: [SchemaPair.Key: Int] = [:]
  private var next = 0
  private var flatSchemas: [[ObjectIdentifier]: FlatSchema] = [:]
  private var fingerprints: [Fingerprint.Key: Int] = [:]
  /// The names of schemas of the old document with those they are compared to.
  private(set) var componentMatches: [String: Set<String>] = [:]

  init(_ context: ComparisonContext) {
    self.context = context
    baseFlattening = SchemaFlattening(store: context.base.schemas)
    revisionFlattening = SchemaFlattening(store: context.revision.schemas)
  }

  /// Compares two schemas that stand in a part of a message.
  func compare(
    _ base: Schema,
    _ revision: Schema,
    at site: Int?,
    isText: Bool = false,
    isRepeatable: Bool = false
  ) {
    let index = pair([base], [revision], isNegated: false, isText: isText, isRepeatable: isRepeatable)
    if let site { pairs[index].sites.insert(site) }
    work()
  }

  /// The pair of these schemas; new ones are compared later.
  func pair(
    _ base: [Schema],
    _ revision: [Schema],
    isNegated: Bool,
    isText: Bool,
    isRepeatable: Bool = false
  ) -> Int {
    let base = unique(base.map(baseFlattening.resolved))
    let revision = unique(revision.map(revisionFlattening.resolved))
    let key = SchemaPair.Key(
      base: base.map { ObjectIdentifier($0) },
      revision: revision.map { ObjectIdentifier($0) },
      isNegated: isNegated,
      isText: isText,
      isRepeatable: isRepeatable
    )
    if let known = indexes[key] { return known }
    indexes[key] = pairs.count
    pairs.append(
      SchemaPair(
        base: base,
        revision: revision,
        isNegated: isNegated,
        isText: isText,
        isRepeatable: isRepeatable
      )
    )
    return pairs.count - 1
  }

  func baseFlat(_ schemas: [Schema]) -> FlatSchema { flat(schemas, baseFlattening) }
  func revisionFlat(_ schemas: [Schema]) -> FlatSchema { flat(schemas, revisionFlattening) }

  private func flat(_ schemas: [Schema], _ flattening: SchemaFlattening) -> FlatSchema {
    let schemas = unique(schemas.map(flattening.resolved))
    let key = schemas.map { ObjectIdentifier($0) }
    if let known = flatSchemas[key] { return known }
    let flat = flattening.flat(schemas)
    flatSchemas[key] = flat
    return flat
  }

  func baseFingerprint(_ schema: Schema) -> Int {
    fingerprint(schema, Fingerprint.depth, flat: baseFlat)
  }

  func revisionFingerprint(_ schema: Schema) -> Int {
    fingerprint(schema, Fingerprint.depth, flat: revisionFlat)
  }

  private func fingerprint(_ schema: Schema, _ depth: Int, flat: ([Schema]) -> FlatSchema) -> Int {
    let key = Fingerprint.Key(schema: ObjectIdentifier(schema), depth: depth)
    if let known = fingerprints[key] { return known }
    // A schema that contains itself has the same shape however deep one looks.
    fingerprints[key] = 0
    let value = Fingerprint.of(flat([schema]), depth: depth) { fingerprint($0, depth - 1, flat: flat) }
    fingerprints[key] = value
    return value
  }

  private func work() {
    while next < pairs.count {
      let pair = pairs[next]
      if isUnchanged(pair) {
        next += 1
        continue
      }
      noteMatches(pair)
      if pair.base.count != pair.revision.count || !areSame(pair) {
        var comparison = PairComparison(pair, self)
        comparison.run()
        for part in comparison.base.parts + comparison.revision.parts { context.noteReached(part.origin) }
        pairs[next].edits = comparison.edits
        pairs[next].edges = comparison.edges
      }
      next += 1
    }
  }

  private func isUnchanged(_ pair: SchemaPair) -> Bool {
    pair.base.count == 1 && pair.revision.count == 1
      && context.unchanged.contain(pair.base[0].origin, pair.revision[0].origin)
  }

  /// A document compared with itself.
  private func areSame(_ pair: SchemaPair) -> Bool {
    zip(pair.base, pair.revision).allSatisfy { $0 === $1 }
  }

  private func noteMatches(_ pair: SchemaPair) {
    guard pair.base.count == 1, pair.revision.count == 1 else { return }
    context.matchSchemas(pair.base[0].origin, pair.revision[0].origin)
    if let name = pair.base[0].componentName, let other = pair.revision[0].componentName {
      componentMatches[name, default: []].insert(other)
    }
    notePartMatches(pair.base[0], pair.revision[0])
  }

  /// Many descriptions refer to schemas by an `allOf` alone, so that something can stand beside the reference.
  private func notePartMatches(_ base: Schema, _ revision: Schema) {
    guard base.allOf.count == revision.allOf.count else { return }
    for (old, new) in zip(base.allOf, revision.allOf) {
      let (old, new) = (baseFlattening.resolved(old), revisionFlattening.resolved(new))
      guard let name = old.componentName, let other = new.componentName, name != other,
        base.allOf.count == 1 || baseFingerprint(old) == revisionFingerprint(new)
      else { continue }
      context.matchSchemas(old.origin, new.origin)
      componentMatches[name, default: []].insert(other)
    }
  }

  private func unique(_ schemas: [Schema]) -> [Schema] {
    guard schemas.count > 1 else { return schemas }
    var seen: Set<ObjectIdentifier> = []
    return schemas.filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// Records all edits at the sites that lead to them.
  func finish() {
    let reach = SiteReach(pairs, context.recorder.sites)
    for (index, pair) in pairs.enumerated() {
      for edit in pair.edits { context.recorder.record(edit, at: reach.sites(of: index)) }
    }
  }
}
