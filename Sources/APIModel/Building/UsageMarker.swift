/// Marks in which direction each type travels, through everything that a body or parameter is made of.
struct UsageMarker {
  let table: TypeTable

  /// - Parameter includingForms: Whether what is sent as several parts counts, too.
  func mark(_ services: [Service], _ incoming: [IncomingRequest], includingForms: Bool) {
    var pending: [(TypeID, Usage)] = []
    for request in incoming {
      let received = request.operation.requestBody?.contents.compactMap(\.value) ?? []
      pending += (received + request.operation.parameters.map(\.value)).flatMap(\.declared).map {
        ($0, .response)
      }
      let answer = request.answer?.contents.first
      pending += (answer?.value?.declared ?? []).map { ($0, .request) }
    }
    for operation in services.flatMap(\.operations) {
      for parameter in operation.parameters { pending += parameter.value.declared.map { ($0, .request) } }
      let sent = (operation.requestBody?.contents ?? []).filter { includingForms || !$0.isMultipart }
      pending += sent.compactMap(\.value).flatMap(\.declared).map { ($0, .request) }
      for response in operation.responses {
        let received = response.contents.compactMap(\.value) + response.headers.map(\.value)
        pending += received.flatMap(\.declared).map { ($0, .response) }
      }
    }
    while let (id, usage) = pending.popLast() {
      let declaration = table.declarations[id.index]
      guard !declaration.usage.isSuperset(of: usage) else { continue }
      table.markUsage(usage, of: id)
      pending += declaration.definition.parts.flatMap(\.declared).map { ($0, usage) }
    }
  }
}

extension TypeDeclaration.Definition {
  /// The types that a definition mentions.
  public var parts: [ValueType] {
    switch self {
    case .record(let record):
      record.properties.map(\.value) + (record.additionalProperties.map { [$0] } ?? [])
    case .union(let union): union.members.map(\.value)
    case .multipart(let form): form.parts.compactMap(\.value)
    case .alias(let value): [value]
    case .enumeration: []
    }
  }
}

extension ValueType {
  /// The declared types that a type mentions.
  public var declared: [TypeID] {
    switch shape {
    case .declared(let id): [id]
    case .list(let element), .map(let element): element.declared
    case .any, .scalar: []
    }
  }
}

extension ValueType {
  /// The declared type that this is; nil for lists, maps and values without a name.
  var declaredID: TypeID? {
    if case .declared(let id) = shape { id } else { nil }
  }
}
