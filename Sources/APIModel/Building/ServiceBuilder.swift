import OpenAPIDescription
import SourceDocuments

/// Sorts the operations of a description into services.
struct ServiceBuilder {
  let document: OpenAPIDocument
  let lowering: SchemaLowering

  func services(selection: Selection) -> [Service] {
    var services = document.tags.map { Service(tag: $0.name, description: $0.description) }
    var positions: [Group: Int] = [:]
    for (position, tag) in document.tags.enumerated() where positions[.tag(tag.name)] == nil {
      positions[.tag(tag.name)] = position
    }
    var identifiers = OperationIdentifiers(document)
    let grouping = PathGrouping(document)
    let operations = OperationLowering(lowering: lowering, document: document)
    for item in document.paths {
      for operation in item.operations {
        let id = identifiers.identifier(of: operation, path: item.path)
        guard selection.selects(tags: operation.tags, path: item.path, operation: operation.operationID)
        else { continue }
        let group = operation.tags.first.map(Group.tag) ?? .segment(grouping.segment(of: item.path))
        let position = positions[group] ?? services.count
        if position == services.count {
          positions[group] = position
          services.append(group.service)
        }
        services[position].operations.append(operations.operation(operation, in: item, id: id))
      }
    }
    return services.filter { !$0.operations.isEmpty }
  }
}

/// What the operations of a service have in common.
private enum Group: Hashable {
  case tag(String)
  case segment(String?)

  var service: Service {
    switch self {
    case .tag(let name): Service(tag: name)
    case .segment(let segment): Service(segment: segment)
    }
  }
}

/// Gives each operation an id of its own.
private struct OperationIdentifiers {
  private var taken: Set<String>
  private var used: Set<String> = []

  init(_ document: OpenAPIDocument) {
    taken = Set(document.paths.flatMap(\.operations).compactMap(\.operationID))
  }

  mutating func identifier(of operation: OpenAPIDescription.Operation, path: String) -> String {
    if let id = operation.operationID, !id.isEmpty, used.insert(id).inserted { return id }
    let base = operation.operationID.flatMap { $0.isEmpty ? nil : $0 } ?? made(of: operation.method, path)
    var candidate = base
    var number = 2
    while taken.contains(candidate) || used.contains(candidate) {
      candidate = "\(base)\(number)"
      number += 1
    }
    used.insert(candidate)
    return candidate
  }

  /// `get` and `/pets/{id}/toys` give `get pets by id toys`, which the naming of the target language joins.
  private func made(of method: String, _ path: String) -> String {
    let parts = path.split(separator: "/").map { part in
      part.hasPrefix("{") ? "by \(part.dropFirst().prefix { $0 != "}" })" : String(part)
    }
    return ([method] + parts).joined(separator: " ")
  }
}
