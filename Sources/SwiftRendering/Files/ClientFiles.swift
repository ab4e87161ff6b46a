import SwiftModel

/// The files of the client's module.
struct ClientFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  private var folder: String { "Sources/\(package.names.module)/" }

  func files() -> [GeneratedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Client/"))
    var files = [renderer.file(folder + names.claim(package.names.client) + ".swift", "Client", view)]
    for service in package.services {
      files.append(endpointFile(service, &names))
      files.append(serviceFile(service, &names))
    }
    files += modelFiles(&names)
    return files + renderer.runtimeFiles(from: "Runtime/Client/", to: folder + "Runtime/", package)
  }

  private func endpointFile(_ service: ServiceDeclaration, _ names: inout FileNames) -> GeneratedFile {
    let types = service.operations.flatMap { operation in
      operation.parameters.map(\.type) + (operation.body.map { [$0.type] } ?? [])
    }
    let contents = EndpointImportsView(
      service: LayeredView(upper: ServiceView(service, in: view), lower: view),
      importsFoundation: FoundationUse.isNeeded(types)
    )
    return renderer.file(
      folder + "Endpoints/" + names.claim(service.endpointName) + ".swift",
      "Endpoint",
      contents
    )
  }

  private func serviceFile(_ service: ServiceDeclaration, _ names: inout FileNames) -> GeneratedFile {
    let contents = FileView(
      contents: LayeredView(upper: ServiceView(service, in: view), lower: view),
      imports: FoundationUse.isNeeded(FoundationUse.texts(of: service)) ? ["Foundation"] : []
    )
    return renderer.file(
      folder + "Services/" + names.claim(service.serviceName) + ".swift",
      "Service",
      contents
    )
  }

  // MARK: - Models

  private func modelFiles(_ names: inout FileNames) -> [GeneratedFile] {
    var files: [GeneratedFile] = []
    var aliases: [AliasDeclaration] = []
    let models = ModelRenderer(templates: renderer.templates, view: view)
    for model in package.models {
      if case .alias(let alias) = model {
        aliases.append(alias)
      } else {
        let contents = FileView(
          contents: LayeredView(upper: ["type": models.text(model)], lower: view),
          imports: imports(for: [model])
        )
        files.append(
          renderer.file(folder + "Models/" + names.claim(model.name) + ".swift", "ModelFile", contents)
        )
      }
    }
    guard !aliases.isEmpty else { return files }
    let contents = FileView(
      contents: LayeredView(upper: ["aliases": aliases.map(AliasView.init)], lower: view),
      imports: imports(for: aliases.map(ModelDeclaration.alias))
    )
    return files + [
      renderer.file(folder + "Models/" + names.claim("Aliases") + ".swift", "Aliases", contents)
    ]
  }

  private func imports(for models: [ModelDeclaration]) -> [String] {
    let needsFoundation = FoundationUse.isNeeded(models.flatMap(FoundationUse.texts))
    let isRecord = models.contains { if case .record = $0 { true } else { false } }
    return ((needsFoundation ? ["Foundation"] : []) + (isRecord ? package.conformanceModules : [])).sorted()
  }
}
