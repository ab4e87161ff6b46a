import SwiftModel

/// The files of the server's module.
struct ServerFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  private var folder: String { "Sources/\(package.names.serverModule)/" }

  func files() -> [PlannedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Server/"))
    var files = [renderer.file(folder + names.claim(package.names.router) + ".swift", "Router", view)]
    for service in package.services {
      let service = ServiceView(service, in: view)
      let declaration = service.service
      let handlers = ServicePartView.parts(of: service) { $0.handler }
      files += self.files("Handlers/", "Handler", declaration.handlerName, handlers, &names)
      let stubs = ServicePartView.parts(of: service) { $0.stub }
      files += self.files("Stubs/", "Stub", declaration.stubName, stubs, &names)
      let routes = ServicePartView.parts(of: service) { $0.route }
      files += self.files("Routes/", "Routes", declaration.routesName, routes, imports: ["HTTPTypes"], &names)
    }
    return files + renderer.runtimeFiles(from: "Runtime/Server/", to: folder + "Runtime/", for: package)
  }

  private func files(
    _ subfolder: String,
    _ template: String,
    _ name: String,
    _ parts: [ServicePartView],
    imports: [String] = [],
    _ names: inout FileNames
  ) -> [PlannedFile] {
    parts.map { part in
      let foundation = FoundationUse.isNeeded(FoundationUse.texts(of: part.operations)) ? ["Foundation"] : []
      return renderer.file(
        folder + subfolder + names.claim(part.fileName(name)) + ".swift",
        template,
        FileView(contents: LayeredView(upper: part, lower: view), imports: foundation + imports)
      )
    }
  }
}
