import SourceDocuments

/// Components that are nothing but a reference to what stands in another place.
///
/// Descriptions in several files name their parts so: `Pet: {$ref: schemas/pet.yaml}`. Others refer to the
/// component or to the file, and mean the same.
struct ComponentAliases {
  /// What stands in for a component, by the node of the component.
  private(set) var targets: [SourceNode: SourceNode] = [:]
  /// The name of the component, by what stands in for it.
  private(set) var names: [SourceNode: String] = [:]

  /// - Parameter section: The node of a section of `components`.
  init(_ section: SourceNode?, in context: ReadingContext) {
    guard let section else { return }
    for member in section.members where member.value.members.count == 1 {
      guard let reference = member.value["$ref"], let text = reference.string else { continue }
      do {
        let first = try context.loader.resolve(text, at: reference)
        let target = try context.chainEnd(of: first)
        // What is a component itself has a name, and its parts have names from it. Of several names the first
        // counts.
        guard !first.isInside(section), !target.isInside(section), names[target] == nil else { continue }
        targets[member.value] = target
        names[target] = member.key
      } catch {
        // It is reported where the component is read.
      }
    }
  }
}

extension SourceNode {
  fileprivate func isInside(_ container: SourceNode) -> Bool {
    var ancestor = parent
    while let node = ancestor {
      if node == container { return true }
      ancestor = node.parent
    }
    return false
  }
}
