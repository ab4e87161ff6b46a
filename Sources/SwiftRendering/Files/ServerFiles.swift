import SwiftModel

/// The files of the server's module.
struct ServerFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  private var folder: String { "Sources/\(package.names.serverModule)/" }

  func files() -> [GeneratedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Server/"))
    var files = [renderer.file(folder + names.claim(package.names.router) + ".swift", "Router", view)]
    for service in package.services {
      let contents = LayeredView(upper: ServiceView(service, in: view), lower: view)
      let foundation = FoundationUse.isNeeded(FoundationUse.texts(of: service)) ? ["Foundation"] : []
      files += [
        renderer.file(
          folder + "Handlers/" + names.claim(service.handlerName) + ".swift",
          "Handler",
          FileView(contents: contents, imports: foundation)
        ),
        renderer.file(
          folder + "Stubs/" + names.claim(service.stubName) + ".swift",
          "Stub",
          FileView(contents: contents, imports: foundation)
        ),
        renderer.file(
          folder + "Routes/" + names.claim(service.routesName) + ".swift",
          "Routes",
          FileView(contents: contents, imports: foundation + ["HTTPTypes"])
        ),
      ]
    }
    return files + renderer.runtimeFiles(from: "Runtime/Server/", to: folder + "Runtime/", package)
  }
}
