import OpenAPIDescription
import SourceDocuments

/// Compares the parameters of an operation, those of its path included.
struct ParameterComparison {
  let context: ComparisonContext
  let place: OperationPlace

  func compare(_ old: LocatedOperation, _ new: LocatedOperation) {
    var added = new.parameters
    var removed: [Parameter] = []
    for parameter in old.parameters {
      if let index = added.firstIndex(where: { isSame(parameter, old.template, $0, new.template) }) {
        compare(parameter, added.remove(at: index))
      } else {
        removed.append(parameter)
      }
    }
    for parameter in removed {
      if let index = added.firstIndex(where: {
        $0.name == parameter.name && $0.location != parameter.location
      }) {
        recordMove(parameter, added.remove(at: index))
      } else {
        recordRemoval(parameter, old, new)
      }
    }
    for parameter in added { recordAddition(parameter, old, new) }
  }

  /// Header names ignore case; path parameters are the same when they stand in the same position.
  private func isSame(
    _ old: Parameter,
    _ oldTemplate: PathTemplate,
    _ new: Parameter,
    _ newTemplate: PathTemplate
  ) -> Bool {
    guard old.location == new.location else { return false }
    if old.location == .header { return old.name.lowercased() == new.name.lowercased() }
    if old.name == new.name { return true }
    guard old.location == .path, oldTemplate == newTemplate else { return false }
    guard let position = oldTemplate.variables.firstIndex(of: old.name) else { return false }
    return newTemplate.variables.firstIndex(of: new.name) == position
  }

  private func site(_ parameter: Parameter) -> Int {
    context.recorder.add(
      Site(
        operation: place,
        place: "\(parameter.location.rawValue) parameter '\(parameter.name)'",
        direction: place.requests
      )
    )
  }

  /// Parameters that several operations share are one thing, named without any of them.
  private func subject(_ parameter: Parameter) -> String {
    if let parent = parameter.origin.parent?.parent,
      parent["operationId"] != nil || parent["responses"] != nil
    {
      return "\(place.name) \(name(parameter))"
    }
    if parameter.componentName == nil, let item = parameter.origin.parent?.parent?.key {
      return "\(item) \(name(parameter))"
    }
    return name(parameter)
  }

  private func name(_ parameter: Parameter) -> String {
    "\(parameter.location.rawValue) parameter '\(parameter.name)'"
  }

  /// The list that a parameter joined or left, or where one would be: that of the path or of the operation.
  private func list(_ operation: LocatedOperation, isShared: Bool) -> SourceNode {
    let owner = isShared ? operation.item.origin : operation.operation.origin
    return owner["parameters"] ?? owner
  }

  private func recordAddition(_ parameter: Parameter, _ old: LocatedOperation, _ new: LocatedOperation) {
    let isShared = new.shares(parameter)
    var effects = [Effect(.widens, .members)]
    if parameter.isRequired { effects.append(Effect(.narrows, .presence, isCertain: true)) }
    context.record(
      Edit(
        .parameterAdded,
        parameter.isRequired ? "was added and is required" : "was added",
        subject: isShared ? subject(parameter) : "\(place.name) \(name(parameter))",
        base: list(old, isShared: isShared),
        revision: parameter.origin,
        claims: [parameter.origin, new.listEntry(of: parameter)],
        effects: effects
      ),
      at: site(parameter)
    )
  }

  private func recordRemoval(_ parameter: Parameter, _ old: LocatedOperation, _ new: LocatedOperation) {
    let isShared = old.shares(parameter)
    var effects = [Effect(.narrows, .members)]
    if parameter.isRequired { effects.append(Effect(.widens, .presence, isCertain: true)) }
    context.record(
      Edit(
        .parameterRemoved,
        parameter.isRequired ? "was removed; it was required" : "was removed",
        subject: isShared ? subject(parameter) : "\(place.name) \(name(parameter))",
        base: parameter.origin,
        revision: list(new, isShared: isShared),
        claims: [parameter.origin, old.listEntry(of: parameter)],
        effects: effects
      ),
      at: site(parameter)
    )
  }

  private func recordMove(_ old: Parameter, _ new: Parameter) {
    context.match(old.origin, new.origin)
    context.record(
      Edit(
        .parameterMoved,
        "is sent elsewhere",
        subject: subject(new),
        before: old.location.rawValue,
        after: new.location.rawValue,
        base: old.origin["in"] ?? old.origin,
        revision: new.origin["in"] ?? new.origin,
        claims: [old.origin["in"], new.origin["in"]],
        effects: [Effect(.shifts, .serialization, isCertain: true)]
      ),
      at: site(new)
    )
    compareFields(old, new)
  }

  private func compare(_ old: Parameter, _ new: Parameter) {
    context.match(old.origin, new.origin)
    if old.name != new.name {
      record(
        .parameterRenamed,
        "changed its name in the description",
        old,
        new,
        "name",
        old.name,
        new.name,
        []
      )
    }
    compareFields(old, new)
  }

  private func compareFields(_ old: Parameter, _ new: Parameter) {
    if old.isRequired != new.isRequired {
      record(
        new.isRequired ? .parameterBecameRequired : .parameterBecameOptional,
        new.isRequired ? "became required" : "became optional",
        old,
        new,
        "required",
        nil,
        nil,
        [Effect(new.isRequired ? .narrows : .widens, .presence)]
      )
    }
    if old.isDeprecated != new.isDeprecated {
      let phrase = new.isDeprecated ? "is deprecated now" : "is no longer deprecated"
      record(.parameterDeprecationChanged, phrase, old, new, "deprecated", nil, nil, [])
    }
    if old.allowsEmptyValue != new.allowsEmptyValue {
      record(
        .parameterEmptyValueChanged,
        new.allowsEmptyValue ? "may be sent without a value now" : "may not be sent without a value any more",
        old,
        new,
        "allowEmptyValue",
        nil,
        nil,
        [Effect(new.allowsEmptyValue ? .widens : .narrows, .values)]
      )
    }
    compareSerialization(old, new)
    let site = site(new)
    let contents = ContentComparison(context: context, site: site, isText: true)
    contents.compareSchemas(
      old.schema,
      new.schema,
      in: (old.origin, new.origin),
      subject: subject(new),
      isRepeatable: [old, new].allSatisfy { $0.style == .form && $0.explode }
    )
    compareContent(old, new, site)
  }

  private func compareSerialization(_ old: Parameter, _ new: Parameter) {
    guard old.content.isEmpty, new.content.isEmpty else { return }
    // Moved parameters have another style by default; moving says it all.
    if old.style != new.style, old.location == new.location {
      record(
        .parameterStyleChanged,
        "is written in another style",
        old,
        new,
        "style",
        old.style.rawValue,
        new.style.rawValue,
        [Effect(.shifts, .serialization, isCertain: true)]
      )
    }
    if old.explode != new.explode, old.location == new.location, isWritten("explode", old, new) {
      let isScalar =
        isScalar(old.schema, context.schemas.baseFlat) && isScalar(new.schema, context.schemas.revisionFlat)
      record(
        .parameterExplodeChanged,
        "is written \(new.explode ? "element by element" : "in one piece") now",
        old,
        new,
        "explode",
        String(old.explode),
        String(new.explode),
        isScalar ? [] : [Effect(.shifts, .serialization, isCertain: true)]
      )
    }
    if old.allowsReserved != new.allowsReserved {
      record(
        .parameterReservedChanged,
        new.allowsReserved
          ? "may hold reserved characters unescaped now" : "has to escape reserved characters now",
        old,
        new,
        "allowReserved",
        nil,
        nil,
        [Effect(.undecided, .serialization)]
      )
    }
  }

  /// The default of `explode` follows the style.
  private func isWritten(_ field: String, _ old: Parameter, _ new: Parameter) -> Bool {
    old.style == new.style || old.origin[field] != nil || new.origin[field] != nil
  }

  private func isScalar(_ schema: Schema?, _ flat: ([Schema]) -> FlatSchema) -> Bool {
    guard let schema else { return false }
    return flat([schema]).types.isSubset(of: TypeSet.scalars.union(.null))
  }

  private func compareContent(_ old: Parameter, _ new: Parameter, _ site: Int) {
    let contents = ContentComparison(context: context, site: site, isText: false)
    switch (old.content.first, new.content.first) {
    case (nil, nil):
      break
    case (let first?, let second?):
      if !first.isNamed(like: second) {
        record(
          .parameterContentChanged,
          "is written as another media type",
          old,
          new,
          "content",
          first.name,
          second.name,
          [Effect(.shifts, .serialization, isCertain: true)]
        )
      }
      contents.compare(first, second)
    case (let first, let second):
      record(
        .parameterContentChanged,
        second == nil ? "is no longer written as a media type" : "is written as a media type now",
        old,
        new,
        "content",
        first?.name ?? old.style.rawValue,
        second?.name ?? new.style.rawValue,
        [Effect(.shifts, .serialization, isCertain: true)],
        claims: [old.origin["schema"], new.origin["schema"]]
      )
    }
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ old: Parameter,
    _ new: Parameter,
    _ field: String,
    _ before: String?,
    _ after: String?,
    _ effects: [Effect],
    claims: [SourceNode?] = []
  ) {
    context.record(
      Edit(
        rule,
        phrase,
        subject: subject(new),
        before: before,
        after: after,
        base: old.origin[field] ?? old.origin,
        revision: new.origin[field] ?? new.origin,
        claims: [old.origin[field], new.origin[field]] + claims,
        effects: effects
      ),
      at: site(new)
    )
  }
}
