import OpenAPIDescription
import SourceDocuments

/// Compares the answers to an operation.
struct ResponseComparison {
  let context: ComparisonContext
  let place: OperationPlace

  func compare(_ old: Operation, _ new: Operation) {
    var added = new.responses
    var removed: [Response] = []
    for response in old.responses {
      if let index = added.firstIndex(where: { $0.status == response.status }) {
        compare(response, added.remove(at: index))
      } else {
        removed.append(response)
      }
    }
    for response in removed {
      if let index = added.firstIndex(where: { isCovered(response, $0) }) {
        recordStatusChange(response, added.remove(at: index))
      } else {
        recordRemoval(response, new)
      }
    }
    for response in added { recordAddition(response, old) }
  }

  /// A code that became a range, or one of a range that is left.
  private func isCovered(_ old: Response, _ new: Response) -> Bool {
    switch (old.status, new.status) {
    case (.code(let code), .range(let digit)), (.range(let digit), .code(let code)): code / 100 == digit
    default: false
    }
  }

  private func direction(_ response: Response) -> MessageDirection {
    place.answers(isFailure: !response.status.isSuccess)
  }

  private func site(_ response: Response) -> Int {
    context.recorder.add(
      Site(operation: place, place: "response \(response.status.text)", direction: direction(response))
    )
  }

  private func recordRemoval(_ response: Response, _ new: Operation) {
    let hasOther = new.responses.contains { $0.status.isSuccess }
    let effect: Effect =
      !response.status.isSuccess
      ? Effect(.narrows, .status) : Effect(hasOther ? .undecided : .shifts, .status)
    record(
      .responseRemoved,
      "lost the response",
      response,
      (response.origin, new.origin["responses"] ?? new.origin),
      effect
    )
  }

  private func recordAddition(_ response: Response, _ old: Operation) {
    let effect = Effect(.widens, .furtherStatus)
    record(
      .responseAdded,
      "gained the response",
      response,
      (old.origin["responses"] ?? old.origin, response.origin),
      effect
    )
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ response: Response,
    _ nodes: (SourceNode, SourceNode),
    _ effect: Effect
  ) {
    let isNew = rule == .responseAdded
    context.record(
      Edit(
        rule,
        "\(phrase) \(response.status.text)",
        subject: place.name,
        before: isNew ? nil : response.status.text,
        after: isNew ? response.status.text : nil,
        base: nodes.0,
        revision: nodes.1,
        claims: [response.origin, isNew ? nodes.0[response.status.text] : nodes.1[response.status.text]],
        effects: [effect]
      ),
      at: site(response)
    )
  }

  private func recordStatusChange(_ old: Response, _ new: Response) {
    context.record(
      Edit(
        .responseStatusChanged,
        "answers with another range of statuses",
        subject: place.name,
        before: old.status.text,
        after: new.status.text,
        base: old.origin,
        revision: new.origin,
        effects: [Effect(new.status.isRange ? .widens : .narrows, .status)]
      ),
      at: site(new)
    )
    compare(old, new)
  }

  private func compare(_ old: Response, _ new: Response) {
    context.match(old.origin, new.origin)
    let owner = "response \(new.status.text)"
    let subject = old.componentName == nil ? "\(place.name) \(owner)" : PlaceName.text(new.origin)
    BodyContents(context: context, place: place, owner: owner, direction: direction(new))
      .compare(old.content, new.content, in: (old.origin, new.origin))
    HeaderComparison(context: context, site: site(new), owner: subject)
      .compare(old.headers, new.headers, in: (old.origin, new.origin))
    LinkComparison(context: context, site: site(new), owner: subject)
      .compare(old.links, new.links, in: (old.origin, new.origin))
  }
}

extension ResponseStatus {
  /// The key of the response in the description.
  var text: String {
    switch self {
    case .code(let code): String(code)
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }

  var isSuccess: Bool {
    switch self {
    case .code(let code): code < 400
    case .range(let digit): digit < 4
    case .default: false
    }
  }

  var isRange: Bool {
    if case .range = self { true } else { false }
  }
}
