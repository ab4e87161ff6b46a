public import APIModel
public import OpenAPIDescription
public import SourceDocuments
public import SwiftModel

/// Holds a description against what was generated from it: nothing may get lost without a word.
///
/// Both sides are found independently of each other: one by walking the objects of the specification, the other by
/// asking the Swift declarations which places they express.
public enum Accounting {
  /// Draws up the balance.
  ///
  /// - Parameters:
  ///   - document: The description.
  ///   - selection: The operations that were asked for.
  ///   - package: What was generated.
  ///   - diagnostics: What building the model and the package had to say; the faults of the description itself are
  ///     not among them.
  public static func balance(
    _ document: OpenAPIDocument,
    selection: Selection,
    package: SwiftPackage,
    diagnostics: [Diagnostic]
  ) -> Balance {
    let generated = GeneratedOrigins(package)
    var walk = DescriptionWalk(document, warned: WarnedPlaces(diagnostics))
    for item in document.paths {
      for operation in item.operations
      where selection.selects(tags: operation.tags, path: item.path, operation: operation.operationID) {
        walk.walk(operation, in: item)
      }
    }
    if selection.isEverything {
      for webhook in document.webhooks { walk.walkIncoming(webhook.item) }
      for component in document.components.schemas { walk.walk(component.schema) }
    }
    var balance = Balance()
    var losses: Set<Construct> = []
    for construct in walk.order {
      balance[construct.kind].found += 1
      if generated.express(construct) {
        balance[construct.kind].generated += 1
      } else if walk.open.contains(construct) {
        losses.insert(construct)
      } else {
        balance[construct.kind].warned += 1
      }
    }
    losses.formUnion(incompleteCompositions(in: walk, generated))
    for loss in losses { balance[loss.kind].lost += 1 }
    balance.losses = losses.sorted { $0.origin.precedes($1.origin) }
    let found = walk.found
    for construct in everything(in: document) where !found.contains(construct) {
      balance[construct.kind].unused += 1
    }
    return balance
  }

  /// Properties that are in the type of one part of a composition and not in the type of the whole.
  private static func incompleteCompositions(
    in walk: DescriptionWalk,
    _ generated: GeneratedOrigins
  ) -> [Construct] {
    walk.schemas.flatMap { schema -> [Construct] in
      guard let members = generated.members[schema.origin] else { return [] }
      return walk.document.schemas.composedProperties(of: schema).compactMap { property in
        let construct = Construct(.property, property.name, at: property.schema.origin)
        return members.contains(property.name) || !walk.open.contains(construct) ? nil : construct
      }
    }
  }

  /// What the description says anywhere, in use or not.
  private static func everything(in document: OpenAPIDocument) -> [Construct] {
    var walk = DescriptionWalk(document, warned: WarnedPlaces([]))
    for item in document.paths { walk.walk(item) }
    for webhook in document.webhooks { walk.walkIncoming(webhook.item) }
    let components = document.components
    for component in components.schemas { walk.walk(component.schema) }
    for parameter in components.parameters { walk.walk(parameter) }
    for response in components.responses { walk.walk(response) }
    for media in components.requestBodies.flatMap(\.content) { walk.walk(media) }
    return walk.order
  }
}

extension SourceNode {
  /// The order of the text, file by file.
  fileprivate func precedes(_ other: SourceNode) -> Bool {
    let (one, two) = (location, other.location)
    return one.file == two.file ? one.offset < two.offset : one.file.path < two.file.path
  }
}
