import OpenAPIDescription
import SourceDocuments

/// Compares the media types of a body.
struct BodyContents {
  let context: ComparisonContext
  let place: OperationPlace
  let owner: String
  let direction: MessageDirection

  func compare(_ old: [MediaType], _ new: [MediaType], in nodes: (SourceNode, SourceNode)) {
    var added = new
    var removed: [MediaType] = []
    var isOffered = false
    for media in old {
      if let index = added.firstIndex(where: { media.isNamed(like: $0) }) {
        isOffered = true
        compare(media, added.remove(at: index))
      } else {
        removed.append(media)
      }
    }
    // The same type with other parameters, one in the range of the other, or the only ones that are left.
    for media in removed {
      let index =
        added.firstIndex { $0.essence == media.essence }
        ?? added.firstIndex { $0.includes(media) || media.includes($0) }
        ?? (removed.count == 1 && added.count == 1 ? 0 : nil)
      if let index {
        recordRename(media, added.remove(at: index), in: nodes)
      } else {
        record(
          .mediaTypeRemoved,
          "lost the media type",
          media,
          (media.origin, nodes.1["content"] ?? nodes.1),
          of: nodes,
          isNew: false,
          isOffered
        )
      }
    }
    for media in added {
      record(
        .mediaTypeAdded,
        "gained the media type",
        media,
        (nodes.0["content"] ?? nodes.0, media.origin),
        of: nodes,
        isNew: true,
        isOffered
      )
    }
  }

  private func site(_ media: MediaType) -> Int {
    context.recorder.add(Site(operation: place, place: owner, direction: direction))
  }

  private func compare(_ old: MediaType, _ new: MediaType) {
    ContentComparison(context: context, site: site(new), isText: false).compare(old, new)
  }

  /// A body that several operations share is changed once.
  private func subject(_ bodies: (SourceNode, SourceNode)) -> String {
    let isShared = PlaceName.shared(bodies.0) != nil
    return (isShared ? PlaceName.shared(bodies.1) : nil) ?? "\(place.name) \(owner)"
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ media: MediaType,
    _ nodes: (SourceNode, SourceNode),
    of bodies: (SourceNode, SourceNode),
    isNew: Bool,
    _ isOffered: Bool
  ) {
    // A client says which media types of an answer it can read; it depends on the server what it makes of that.
    let facet: Facet = direction == .sent ? .mediaType : .offeredMediaType
    let change: Effect.Change = isNew ? .widens : direction == .sent ? .narrows : .shifts
    context.record(
      Edit(
        rule,
        "\(phrase) \(media.name)",
        subject: subject(bodies),
        before: isNew ? nil : media.name,
        after: isNew ? media.name : nil,
        base: nodes.0,
        revision: nodes.1,
        claims: [media.origin],
        effects: [Effect(change, facet)]
      ),
      at: site(media)
    )
  }

  private func recordRename(_ old: MediaType, _ new: MediaType, in bodies: (SourceNode, SourceNode)) {
    let change: Effect.Change =
      new.includes(old)
      ? .widens : old.includes(new) ? .narrows : old.essence == new.essence ? .undecided : .shifts
    context.record(
      Edit(
        .mediaTypeRenamed,
        "changed its media type",
        subject: subject(bodies),
        before: old.name,
        after: new.name,
        base: old.origin,
        revision: new.origin,
        effects: [Effect(change, .mediaType, isCertain: true)]
      ),
      at: site(new)
    )
    compare(old, new)
  }
}
