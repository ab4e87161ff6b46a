public import APIModel
public import SourceDocuments

/// Builds every declaration of a package.
public enum SwiftPackageBuilder {
  /// Decides on all names, types and signatures.
  ///
  /// - Parameters:
  ///   - api: What is to be generated.
  ///   - options: What the configuration decides.
  ///   - scope: How much of each declaration is built.
  /// - Returns: The package, and warnings for what could not be expressed and for overrides that name nothing.
  public static func build(
    _ api: API,
    options: SwiftOptions,
    scope: BuildScope = .everything
  ) -> (package: SwiftPackage, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let names = PackageNames(module: options.moduleName)
    let style = NamingStyle(acronyms: options.acronyms)
    let serviceNames = ServiceBuilder.names(of: api.services, style: style)

    let named = named(api, options: options, serviceNames: serviceNames, scope: scope)
    let catalog = named.catalog
    let api = catalog.api
    reportCircularAliases(of: catalog, to: &diagnostics)

    var context = BuildContext(
      api: api,
      options: options,
      style: style,
      catalog: catalog,
      sizes: named.sizes,
      validated: scope == .interface ? [] : ValidatedTypes.all(in: catalog),
      documentation: DocumentationBuilder(isSilent: scope == .interface),
      servers: ServerBuilder(api, style: style),
      scope: scope,
      children: children(in: catalog),
      topNames: ReservedNames.types.union(catalog.paths.values.lazy.filter { $0.count == 1 }.map { $0[0] })
    )
    let headers = ResponseHeaderBuilder(context).declarations()
    context.headerNames = headers.names
    let models = ModelBuilder.declarations(context)
    let declarations = models.declarations
    var services = ServiceBuilder(
      context,
      usage: UsageExampleBuilder(scope == .interface ? [] : declarations),
      taken: Set(named.taken + declarations.map(\.name))
    )
    var serviceDeclarations = services.declarations(serviceNames)
    ShadowedOperations.mark(&serviceDeclarations)
    diagnostics.append(contentsOf: services.diagnostics.items)

    let schemes = SecuritySchemeBuilder(context).declarations(diagnostics: &diagnostics)
    let package = SwiftPackage(
      names: names,
      accessLevel: options.accessLevel,
      title: api.title,
      version: api.version,
      client: ClientBuilder(context).declaration(),
      models: declarations,
      services: serviceDeclarations,
      securitySchemes: schemes,
      incoming: IncomingBuilder(context).declarations(),
      responseHeaders: headers.headers,
      modelTests: scope == .interface ? [] : ModelTestBuilder(context).declarations(),
      emitsServer: options.emitsServer,
      fileLength: options.fileLength,
      runtime: options.runtime,
      marksDeprecations: options.deprecations == .attributes,
      conformanceModules: options.conformances.compactMap { name in
        name.contains(".") ? name.split(separator: ".").first.map(String.init) : nil
      }
    )
    let used = models.usedOverrides.union(services.usedOverrides)
      .union(named.usedOverrides)
    reportUnusedOverrides(of: options, used: used, to: &diagnostics)
    return (package, diagnostics)
  }

  /// Gives every type its name, and every scalar its type.
  static func named(
    _ api: API,
    options: SwiftOptions,
    serviceNames: [ServiceNames],
    scope: BuildScope = .everything
  ) -> (catalog: TypeCatalog, sizes: InlineSizes, taken: [String], usedOverrides: Set<String>) {
    let names = PackageNames(module: options.moduleName)
    let taken =
      serviceNames.flatMap(\.typeNames)
      + [names.module, names.serverModule, names.client, names.router, names.tests, "ModelTests"]
      + IncomingBuilder.names(of: api, module: options.moduleName)
    let unnamed = TypeCatalog(
      api: api,
      scalars: ScalarTypes(overrides: options.scalars),
      moduleName: options.moduleName
    )
    // What is stored on the heap shows in no signature.
    let sizes = scope == .interface ? InlineSizes() : InlineSizes(unnamed)
    var namer = TypeNamer(
      catalog: unnamed,
      style: NamingStyle(acronyms: options.acronyms),
      overrides: options.names.types,
      taken: Set(taken)
    )
    namer.nameAll()
    var catalog = namer.catalog
    let scalars = options.scalars.isEmpty ? [] : catalog.chooseScalars(options.scalars).union(catalog.formats)
    let used = Set(namer.usedOverrides.map { "names.types." + $0 }).union(scalars.map { "scalars." + $0 })
    return (catalog, sizes, taken, used)
  }

  /// The types by the type that they are declared in, each list in the order of the description.
  private static func children(in catalog: TypeCatalog) -> [[String]: [TypeID]] {
    catalog.api.types.reduce(into: [:]) { children, declaration in
      guard let path = catalog.paths[declaration.id] else { return }
      children[Array(path.dropLast()), default: []].append(declaration.id)
    }
  }

  private static func reportCircularAliases(of catalog: TypeCatalog, to diagnostics: inout Diagnostics) {
    for declaration in catalog.api.types where catalog.circular.contains(declaration.id) {
      diagnostics.append(.circularAlias(declaration))
    }
  }

  private static func reportUnusedOverrides(
    of options: SwiftOptions,
    used: Set<String>,
    to diagnostics: inout Diagnostics
  ) {
    let keys =
      options.names.operations.keys.map { "names.operations." + $0 }
      + options.names.types.keys.map { "names.types." + $0 }
      + options.names.properties.keys.map { "names.properties." + $0 }
      + options.names.enumerationCases.keys.map { "names.enumerationCases." + $0 }
      + options.scalars.keys.map { "scalars." + $0 }
    for key in keys.sorted() where !used.contains(key) {
      guard let origin = options.origins[key] else { continue }
      diagnostics.append(
        Diagnostic(
          .warning,
          code: "unused-override",
          "'\(key)' names nothing in the description",
          at: origin.keyLocation ?? origin.location,
          pointer: origin.pointer,
          advice: "remove it, or correct the name"
        )
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func circularAlias(_ declaration: TypeDeclaration) -> Diagnostic {
    .warning(
      "circular-type",
      "this type consists of nothing but itself; values of it are generated as free JSON",
      at: declaration.origin,
      advice: "describe the value as an object"
    )
  }
}
