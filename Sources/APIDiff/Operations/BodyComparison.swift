import OpenAPIDescription
import SourceDocuments

/// Compares the body of a request.
struct BodyComparison {
  let context: ComparisonContext
  let place: OperationPlace

  func compare(_ old: RequestBody?, _ new: RequestBody?, of operations: (Operation, Operation)) {
    let site = site("request body")
    let subject = "\(place.name) request body"
    switch (old, new) {
    case (nil, nil):
      break
    case (nil, let new?):
      var effects = [Effect(.widens, .members)]
      if new.isRequired { effects.append(Effect(.narrows, .presence, isCertain: true)) }
      context.record(
        Edit(
          .requestBodyAdded,
          new.isRequired ? "was added and is required" : "was added",
          subject: subject,
          base: operations.0.origin,
          revision: new.origin,
          claims: [new.origin, operations.1.origin["requestBody"]],
          effects: effects
        ),
        at: site
      )
    case (let old?, nil):
      var effects = [Effect(.narrows, .closedMembers)]
      if old.isRequired { effects.append(Effect(.widens, .presence, isCertain: true)) }
      context.record(
        Edit(
          .requestBodyRemoved,
          "was removed",
          subject: subject,
          base: old.origin,
          revision: operations.1.origin,
          claims: [old.origin, operations.0.origin["requestBody"]],
          effects: effects
        ),
        at: site
      )
    case (let old?, let new?):
      context.match(old.origin, new.origin)
      compareRequired(old, new, subject, site)
      BodyContents(context: context, place: place, owner: "request body", direction: place.requests)
        .compare(old.content, new.content, in: (old.origin, new.origin))
    }
  }

  private func compareRequired(_ old: RequestBody, _ new: RequestBody, _ subject: String, _ site: Int) {
    guard old.isRequired != new.isRequired else { return }
    context.record(
      Edit(
        new.isRequired ? .requestBodyBecameRequired : .requestBodyBecameOptional,
        new.isRequired ? "became required" : "became optional",
        subject: old.componentName == nil ? subject : PlaceName.text(new.origin),
        base: old.origin["required"] ?? old.origin,
        revision: new.origin["required"] ?? new.origin,
        claims: [old.origin["required"], new.origin["required"]],
        effects: [Effect(new.isRequired ? .narrows : .widens, .presence)]
      ),
      at: site
    )
  }

  private func site(_ name: String) -> Int {
    context.recorder.add(Site(operation: place, place: name, direction: place.requests))
  }
}
