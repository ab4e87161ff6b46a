import Parallelism
import SwiftModel
import TemplateEngine

/// The files of the client's module.
struct ClientFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  private var folder: String { "Sources/\(package.names.module)/" }

  func files() -> [PlannedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Client/"))
    var files = [renderer.file(folder + names.claim(package.names.client) + ".swift", "Client", view)]
    for service in package.services {
      files += endpointFiles(service, &names)
      files += serviceFiles(service, &names)
    }
    files += resultFiles(&names)
    files += incomingFiles(&names)
    files += headersFile(&names)
    files += modelFiles(&names)
    return files + renderer.runtimeFiles(from: "Runtime/Client/", to: folder + "Runtime/", for: package)
  }

  /// The enum, and in files of their own the requests of its cases when both would be too much for one.
  private func endpointFiles(_ service: ServiceDeclaration, _ names: inout FileNames) -> [PlannedFile] {
    let length = service.operations.map(OperationLength.init).reduce(0) { $0 + $1.endpointCase + $1.request }
    let isInOneFile = length <= package.fileLength
    let types = service.operations.flatMap { operation in
      operation.parameters.map(\.type) + (operation.body?.typeTexts ?? [])
    }
    let parts = ServicePartView.parts(of: ServiceView(service, in: view)) { $0.request }
    func file(_ template: String, part position: Int, name: String, imports: [String]) -> PlannedFile {
      let contents = EndpointView(
        parts: parts,
        position: position,
        imports: imports,
        isInOneFile: isInOneFile
      )
      let path = folder + "Endpoints/" + names.claim(name) + ".swift"
      return renderer.file(path, template, LayeredView(upper: contents, lower: view))
    }
    let imports = FoundationUse.isNeeded(types) ? ["Foundation"] : []
    let enumeration = file("Endpoint", part: 0, name: service.endpointName, imports: imports)
    if isInOneFile { return [enumeration] }
    return [enumeration]
      + parts.indices.map { position in
        let suffix = "+Requests" + (position == 0 ? "" : "\(position + 1)")
        return file("EndpointRequests", part: position, name: service.endpointName + suffix, imports: [])
      }
  }

  private func serviceFiles(_ service: ServiceDeclaration, _ names: inout FileNames) -> [PlannedFile] {
    ServicePartView.parts(of: ServiceView(service, in: view)) { $0.calls }.map { part in
      let contents = FileView(
        contents: LayeredView(upper: part, lower: view),
        imports: FoundationUse.isNeeded(FoundationUse.texts(of: part.operations)) ? ["Foundation"] : []
      )
      let name = names.claim(part.fileName(service.serviceName))
      return renderer.file(folder + "Services/" + name + ".swift", "Service", contents)
    }
  }

  // MARK: - Responses

  private func resultFiles(_ names: inout FileNames) -> [PlannedFile] {
    var files: [PlannedFile] = []
    for operation in package.services.flatMap(\.operations) {
      guard case .choice(let result) = operation.success.shape else { continue }
      let contents = FileView(
        contents: LayeredView(upper: ResultView(result: result), lower: view),
        imports: FoundationUse.isNeeded(operation.success.bodies.map(\.type)) ? ["Foundation"] : []
      )
      files.append(
        renderer.file(folder + "Results/" + names.claim(result.name) + ".swift", "Result", contents)
      )
    }
    return files
  }

  /// Webhooks and callbacks: what they are, who handles them, and who receives them.
  private func incomingFiles(_ names: inout FileNames) -> [PlannedFile] {
    var files: [PlannedFile] = []
    for incoming in package.incoming {
      let own = IncomingView(incoming: incoming)
      let contents = FileView(
        contents: LayeredView(upper: own, lower: view),
        imports: FoundationUse.isNeeded(own.types) ? ["Foundation"] : []
      )
      let parts = [
        (incoming.eventName, "IncomingEvent"), (incoming.handlerName, "IncomingHandler"),
        (incoming.receiverName, "IncomingReceiver"),
      ]
      for (name, template) in parts {
        files.append(
          renderer.file(folder + own.folder + "/" + names.claim(name) + ".swift", template, contents)
        )
      }
    }
    return files
  }

  /// The documented headers in one file, since they belong to all operations.
  private func headersFile(_ names: inout FileNames) -> [PlannedFile] {
    guard !package.responseHeaders.isEmpty else { return [] }
    let types = ResponseHeaderView.types(of: package.responseHeaders)
    let contents = FileView(
      contents: LayeredView(
        upper: ResponseHeadersView(
          headers: package.responseHeaders,
          marksDeprecations: package.marksDeprecations
        ),
        lower: view
      ),
      imports: FoundationUse.isNeeded(types) ? ["Foundation"] : []
    )
    return [
      renderer.file(folder + names.claim("DocumentedHeaders") + ".swift", "DocumentedHeaders", contents)
    ]
  }

  // MARK: - Models

  private func modelFiles(_ names: inout FileNames) -> [PlannedFile] {
    var files: [PlannedFile] = []
    var aliases: [AliasDeclaration] = []
    var members: [TypeFamilies.Member] = []
    let models = ModelRenderer(templates: renderer.templates, view: view)
    let divided = package.models.concurrentMap { models.files(of: $0) }
    for (model, parts) in zip(package.models, divided) {
      if case .alias(let alias) = model {
        aliases.append(alias)
      } else if parts.count == 1 {
        let lines = models.lines(of: parts[0])
        members.append(
          TypeFamilies.Member(name: model.name, words: model.words, lines: lines, file: parts[0])
        )
      } else {
        for (number, file) in parts.enumerated() {
          files.append(modelFile(number == 0 ? model.name : "\(model.name)+\(number + 1)", file, &names))
        }
      }
    }
    for family in TypeFamilies(limit: min(package.fileLength, Self.familyLength)).families(of: members) {
      files.append(modelFile(family.fileName, family.file, &names))
    }
    guard !aliases.isEmpty else { return files }
    let parts = FileDivision(limit: package.fileLength).parts(of: aliases) { $0.documentation.count + 2 }
    return files
      + parts.enumerated().map { position, aliases in
        let contents = FileView(
          contents: LayeredView(
            upper: NamedValues(["aliases": .views(aliases.map(AliasView.init))]),
            lower: view
          ),
          imports: imports(for: aliases.map(ModelDeclaration.alias))
        )
        let name = names.claim(position == 0 ? "Aliases" : "Aliases+\(position + 1)")
        return renderer.file(folder + "Models/" + name + ".swift", "Aliases", contents)
      }
  }

  /// The lines up to which types whose names begin alike share a file: a change to one of them compiles all.
  private static let familyLength = 1_000

  private func modelFile(_ name: String, _ file: ModelRenderer.File, _ names: inout FileNames) -> PlannedFile
  {
    let contents = FileView(
      contents: LayeredView(upper: NamedValues(["types": .texts(file.texts)]), lower: view),
      imports: imports(for: file.declarations)
    )
    return renderer.file(folder + "Models/" + names.claim(name) + ".swift", "ModelFile", contents)
  }

  private func imports(for models: [ModelDeclaration]) -> [String] {
    let needsFoundation = FoundationUse.isNeeded(models.flatMap(FoundationUse.texts))
    let isRecord = models.contains { if case .record = $0 { true } else { false } }
    return ((needsFoundation ? ["Foundation"] : []) + (isRecord ? package.conformanceModules : [])).sorted()
  }
}
