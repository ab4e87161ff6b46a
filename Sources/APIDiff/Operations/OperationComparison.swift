import OpenAPIDescription
import SourceDocuments

/// Compares operations, with all that belongs to them.
struct OperationComparison {
  let context: ComparisonContext

  /// Compares the operations of paths, or those that a callback or webhook asks for.
  ///
  /// - Parameter caller: The callback or webhook, by which its operations are named; nil for paths.
  func compare(_ base: [PathItem], _ revision: [PathItem], caller: String? = nil, depth: Int = 0) {
    let matching = OperationMatching(base, revision)
    for (old, new) in matching.matched
    where !context.unchanged.contain(old.item.origin, new.item.origin) {
      compare(old, new, caller, depth)
    }
    for (old, new) in matching.moved {
      recordMove(old, new, caller)
      compare(old, new, caller, depth)
    }
    for old in matching.removed {
      let parent =
        revision.first { PathTemplate($0.path) == old.template }?.origin ?? context.revision.origin["paths"]
      record(.operationRemoved, "was removed", old, caller, (old.operation.origin, parent), isNew: false)
    }
    for new in matching.added {
      let parent =
        base.first { PathTemplate($0.path) == new.template }?.origin ?? context.base.origin["paths"]
      record(.operationAdded, "was added", new, caller, (parent, new.operation.origin), isNew: true)
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ operation: LocatedOperation,
    _ caller: String?,
    _ nodes: (SourceNode?, SourceNode?),
    isNew: Bool
  ) {
    let place = operation.place(isTurned: caller != nil, prefix: caller)
    let site = context.recorder.add(Site(operation: place, place: "operation", direction: place.requests))
    let node = isNew ? nodes.1 : nodes.0
    // A receiver whose events cease to come gets no wrong message, but waits in vain.
    let effect =
      caller != nil && !isNew ? Effect(.shifts, .meaning) : Effect(isNew ? .widens : .narrows, .address)
    context.record(
      Edit(
        rule,
        phrase,
        subject: place.address,
        base: nodes.0,
        revision: nodes.1,
        claims: [node]
          + parts(of: operation, missingIn: isNew ? context.base.origin : context.revision.origin),
        effects: [effect]
      ),
      at: site
    )
  }

  /// The bodies, responses and parameters that stand elsewhere and came, or went, with the operation.
  private func parts(of operation: LocatedOperation, missingIn document: SourceNode) -> [SourceNode?] {
    let own = operation.operation
    let parts = [own.requestBody?.origin] + own.responses.map(\.origin) + operation.parameters.map(\.origin)
    return parts.filter { part in
      guard let part, PlaceName.shared(part) != nil else { return false }
      return !PlaceName.exists(part, in: document)
    }
  }

  private func recordMove(_ old: LocatedOperation, _ new: LocatedOperation, _ caller: String?) {
    let place = new.place(isTurned: caller != nil, prefix: caller)
    let site = context.recorder.add(Site(operation: place, place: "operation", direction: place.requests))
    context.record(
      Edit(
        .operationMoved,
        "moved to another address",
        subject: old.operation.operationID ?? old.address,
        before: old.address,
        after: new.address,
        base: old.operation.origin,
        revision: new.operation.origin,
        effects: [Effect(.shifts, .address, isCertain: true), Effect(.shifts, .meaning)]
      ),
      at: site
    )
  }

  private func compare(_ old: LocatedOperation, _ new: LocatedOperation, _ caller: String?, _ depth: Int) {
    context.match(old.item.origin, new.item.origin)
    context.match(old.operation.origin, new.operation.origin)
    let place = new.place(isTurned: caller != nil, prefix: caller)
    compareIdentity(old.operation, new.operation, place)
    ParameterComparison(context: context, place: place).compare(old, new)
    let body = BodyComparison(context: context, place: place)
    body.compare(old.operation.requestBody, new.operation.requestBody, of: (old.operation, new.operation))
    ResponseComparison(context: context, place: place).compare(old.operation, new.operation)
    SecurityComparison(context: context).compare(old.operation, new.operation, place)
    ServerComparison(context: context).compare(old, new, place)
    compareCallbacks(old.operation, new.operation, place, depth)
  }

  private func compareIdentity(_ old: Operation, _ new: Operation, _ place: OperationPlace) {
    let site = context.recorder.add(Site(operation: place, place: "operation", direction: place.requests))
    if old.operationID != new.operationID {
      context.record(
        Edit(
          .operationIDChanged,
          "changed its operation id",
          subject: place.address,
          before: old.operationID,
          after: new.operationID,
          base: old.origin["operationId"] ?? old.origin,
          revision: new.origin["operationId"] ?? new.origin,
          claims: [old.origin["operationId"], new.origin["operationId"]]
        ),
        at: site
      )
    }
    if Set(old.tags) != Set(new.tags) {
      context.record(
        Edit(
          .operationTagsChanged,
          "changed its tags",
          subject: place.name,
          before: old.tags.joined(separator: ", "),
          after: new.tags.joined(separator: ", "),
          base: old.origin["tags"] ?? old.origin,
          revision: new.origin["tags"] ?? new.origin,
          claims: [old.origin["tags"], new.origin["tags"]]
        ),
        at: site
      )
    }
    if old.isDeprecated != new.isDeprecated {
      context.record(
        Edit(
          .operationDeprecationChanged,
          new.isDeprecated ? "is deprecated now" : "is no longer deprecated",
          subject: place.name,
          base: old.origin["deprecated"] ?? old.origin,
          revision: new.origin["deprecated"] ?? new.origin,
          claims: [old.origin["deprecated"], new.origin["deprecated"]]
        ),
        at: site
      )
    }
  }

  private func compareCallbacks(_ old: Operation, _ new: Operation, _ place: OperationPlace, _ depth: Int) {
    guard depth < 8 else { return }
    for callback in old.callbacks {
      guard let other = new.callbacks.first(where: { $0.name == callback.name }) else {
        recordCallback(
          .callbackRemoved,
          "lost the callback",
          callback,
          place,
          (callback.origin, new.origin),
          isNew: false
        )
        continue
      }
      // The reader resolves references, so one callback may be reached twice in the same document.
      context.match(callback.origin, other.origin)
      compare(
        callback.items,
        other.items,
        caller: "callback '\(callback.name)' of \(place.name)",
        depth: depth + 1
      )
    }
    for callback in new.callbacks where !old.callbacks.contains(where: { $0.name == callback.name }) {
      recordCallback(
        .callbackAdded,
        "gained the callback",
        callback,
        place,
        (old.origin, callback.origin),
        isNew: true
      )
    }
  }

  private func recordCallback(
    _ rule: Rule,
    _ phrase: String,
    _ callback: Callback,
    _ place: OperationPlace,
    _ nodes: (SourceNode, SourceNode),
    isNew: Bool
  ) {
    let site = context.recorder.add(
      Site(operation: place, place: "callback '\(callback.name)'", direction: place.requests.turned)
    )
    context.record(
      Edit(
        rule,
        "\(phrase) '\(callback.name)'",
        subject: place.name,
        base: nodes.0,
        revision: nodes.1,
        claims: [callback.origin, isNew ? nil : nodes.0, isNew ? nodes.1 : nil],
        effects: isNew ? [Effect(.widens, .members)] : [Effect(.shifts, .meaning)]
      ),
      at: site
    )
  }

  func compareWebhooks(_ base: [Webhook], _ revision: [Webhook]) {
    for webhook in base {
      guard let other = revision.first(where: { $0.name == webhook.name }) else {
        recordWebhook(
          .webhookRemoved,
          "was removed",
          webhook,
          (webhook.origin, context.revision.origin),
          isNew: false
        )
        continue
      }
      compare([webhook.item], [other.item], caller: "webhook '\(webhook.name)'")
    }
    for webhook in revision where !base.contains(where: { $0.name == webhook.name }) {
      recordWebhook(.webhookAdded, "was added", webhook, (context.base.origin, webhook.origin), isNew: true)
    }
  }

  private func recordWebhook(
    _ rule: Rule,
    _ phrase: String,
    _ webhook: Webhook,
    _ nodes: (SourceNode, SourceNode),
    isNew: Bool
  ) {
    let name = "webhook '\(webhook.name)'"
    let tags = webhook.item.operations.flatMap(\.tags)
    let place = OperationPlace(name: name, address: name, tags: tags, isTurned: true)
    let site = context.recorder.add(Site(operation: place, place: "operation", direction: place.requests))
    context.record(
      Edit(
        rule,
        phrase,
        subject: name,
        base: nodes.0,
        revision: nodes.1,
        claims: [isNew ? nodes.1 : nodes.0],
        effects: isNew ? [Effect(.widens, .members)] : [Effect(.shifts, .meaning)]
      ),
      at: site
    )
  }
}
