import SourceDocuments

extension InterfaceBuilder {
  mutating func add(_ service: ServiceDeclaration) {
    let origins = service.operations.map(\.origin)
    let calls = service.operations.map { operation in
      InterfaceMember(
        .function,
        operation.name,
        parameters: arguments(of: operation),
        type: operation.success.type == "Void" ? nil : operation.success.type,
        origins: [operation.origin],
        typeOrigins: operation.success.origins + [operation.origin],
        isDeprecated: operation.isDeprecated && package.marksDeprecations
      )
    }
    add(InterfaceType(.service, .structure, [service.serviceName], origins: origins, members: calls))
    let requests = service.operations.map { operation in
      InterfaceMember(
        .enumCase,
        operation.name,
        parameters: arguments(of: operation),
        origins: [operation.origin]
      )
    }
    add(
      InterfaceType(
        .endpoint,
        .enumeration,
        [service.endpointName],
        origins: origins,
        conformances: ["APIEndpoint"],
        cases: .constructed,
        members: requests
      )
    )
    for operation in service.operations { addTypes(of: operation, in: service) }
    guard package.emitsServer else { return }
    let requirements = service.operations.map { operation in
      InterfaceMember(
        .requirement,
        operation.name,
        parameters: arguments(of: operation).map { argument in
          var argument = argument
          argument.defaultValue = nil
          return argument
        } + [InterfaceParameter("context", "RequestContext")],
        type: operation.success.type == "Void" ? nil : operation.success.type,
        origins: [operation.origin],
        typeOrigins: operation.success.origins + [operation.origin]
      )
    }
    add(InterfaceType(.handler, .protocol, [service.handlerName], origins: origins, members: requirements))
    add(
      InterfaceType(
        .stub,
        .structure,
        [service.stubName],
        origins: origins,
        conformances: [service.handlerName]
      )
    )
  }

  /// The arguments of a call: the body, then the parameters.
  private func arguments(of operation: OperationDeclaration) -> [InterfaceParameter] {
    let body = operation.body.map { body in
      InterfaceParameter(
        "_",
        body.type + (body.isRequired || body.type.hasSuffix("?") ? "" : "?"),
        defaultValue: body.isRequired ? nil : "nil",
        origins: [body.origin]
      )
    }
    return (body.map { [$0] } ?? [])
      + operation.parameters.map { parameter in
        InterfaceParameter(
          parameter.name,
          parameter.type + (parameter.isRequired ? "" : "?"),
          defaultValue: parameter.isRequired ? nil : "nil",
          origins: parameter.origin.map { [$0] } ?? operation.body.map { [$0.origin] } ?? []
        )
      }
  }

  private mutating func addTypes(of operation: OperationDeclaration, in service: ServiceDeclaration) {
    if case .choice(let result) = operation.success.shape {
      let cases = result.cases.map { value in
        InterfaceMember(
          .enumCase,
          value.name,
          parameters: value.body.map { [InterfaceParameter("_", $0.type, origins: [value.origin])] } ?? [],
          origins: [value.origin]
        )
      }
      add(
        InterfaceType(
          .result,
          .enumeration,
          [result.name],
          origins: operation.success.origins + [operation.origin],
          members: cases
        )
      )
    }
    if let body = operation.body, let choice = body.choice {
      let cases = body.representations.map { representation in
        InterfaceMember(
          .enumCase,
          representation.caseName,
          parameters: [InterfaceParameter("_", representation.type, origins: [body.origin])]
            + (representation.takesContentType ? [InterfaceParameter("contentType", "String")] : []),
          origins: [body.origin]
        )
      }
      add(
        InterfaceType(
          .body,
          .enumeration,
          [service.endpointName, choice],
          origins: [body.origin, operation.origin],
          members: cases
        )
      )
    }
  }

  mutating func add(_ incoming: IncomingDeclaration) {
    let origins = incoming.events.map(\.origin)
    let cases = incoming.events.map { event in
      InterfaceMember(.enumCase, event.name, parameters: payload(of: event), origins: [event.origin])
    }
    let unrecognized = InterfaceMember(
      .enumCase,
      "unrecognized",
      parameters: [InterfaceParameter("_", "ReceivedWebhook")],
      origins: []
    )
    add(
      InterfaceType(
        .event,
        .enumeration,
        [incoming.eventName],
        origins: origins,
        cases: .open,
        members: cases + [unrecognized]
      )
    )
    let requirements = incoming.events.map { event in
      InterfaceMember(
        .requirement,
        event.name,
        parameters: payload(of: event) + [InterfaceParameter("webhook", "ReceivedWebhook")],
        type: event.answer?.type,
        origins: [event.origin]
      )
    }
    add(InterfaceType(.event, .protocol, [incoming.handlerName], origins: origins, members: requirements))
    add(InterfaceType(.receiver, .structure, [incoming.receiverName], origins: origins))
  }

  private func payload(of event: IncomingDeclaration.Event) -> [InterfaceParameter] {
    event.payload.map { [InterfaceParameter("_", $0.type, origins: [event.origin])] } ?? []
  }
}
