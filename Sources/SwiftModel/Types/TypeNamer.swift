import APIModel
import SourceDocuments

/// Names every declared type, all of them in one place and in an order that does not depend on anything but the
/// description: pinned names first, then schemas with names of their own, then inline ones.
struct TypeNamer {
  let api: API
  let style: NamingStyle
  let overrides: [String: String]
  private(set) var catalog: TypeCatalog
  private(set) var usedOverrides: Set<String> = []
  private var topLevel: NameScope
  private let titles: [TypeContext: String]
  private var scopes: [[String]: NameScope] = [:]

  init(catalog: TypeCatalog, style: NamingStyle, overrides: [String: String], taken: Set<String>) {
    api = catalog.api
    titles = Dictionary(
      catalog.api.types.compactMap { declaration in
        guard case .unionMember = declaration.context else { return nil }
        return declaration.title.map { (declaration.context, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    self.catalog = catalog
    self.style = style
    self.overrides = overrides
    topLevel = NameScope(reserved: ReservedNames.types.union(taken))
    for name in overrides.values { topLevel.pin(name) }
  }

  mutating func nameAll() {
    for declaration in api.types {
      if case .named(let name) = declaration.context { nameTopLevel(declaration, name) }
    }
    for declaration in api.types
    where catalog.paths[declaration.id] == nil && catalog.isNominal(declaration.id)
      && !describesFile(declaration.context)
    {
      nameInline(declaration)
    }
  }

  /// Whether an inline type only describes files, which are `MultipartFile`s in Swift.
  private func describesFile(_ context: TypeContext) -> Bool {
    switch context {
    case .property(let owner, let name):
      guard case .multipart(let form) = api[owner].definition else { return false }
      return form.parts.contains { $0.name == name && $0.content == .file }
    case .element(let outer): return describesFile(outer)
    default: return false
    }
  }

  private mutating func nameTopLevel(_ declaration: TypeDeclaration, _ text: String) {
    let name = style.typeName(text)
    if let override = overrides[text] ?? overrides[name] {
      usedOverrides.formUnion([text, name])
      return assign([override], to: declaration)
    }
    assign([topLevel.claim(name, name + suffix(of: declaration))], to: declaration)
  }

  private mutating func nameInline(_ declaration: TypeDeclaration) {
    let (parent, text) = place(of: declaration.context)
    let name = style.typeName(text)
    let path = parent.map { $0 + [name] } ?? [name]
    let key = path.joined(separator: ".")
    if let override = overrides[key] {
      usedOverrides.insert(key)
      return assign((parent ?? []) + [override], to: declaration)
    }
    guard let parent else {
      return assign([topLevel.claim(name, name + suffix(of: declaration))], to: declaration)
    }
    var scope = scopes[parent] ?? NameScope(reserved: ReservedNames.types.union(parent))
    assign(parent + [scope.claim(name, name + suffix(of: declaration))], to: declaration)
    scopes[parent] = scope
  }

  private mutating func assign(_ path: [String], to declaration: TypeDeclaration) {
    catalog.paths[declaration.id] = path
    guard path.count > 1 else { return }
    catalog.nested[Array(path.dropLast()), default: []].insert(path[path.count - 1])
  }

  /// The type that an inline one is nested in, if any, and the text its name is made of.
  private func place(of context: TypeContext) -> (parent: [String]?, text: String) {
    switch context {
    case .named(let name): return (nil, name)
    case .property(let owner, let name): return inside(owner, name)
    case .unionMember(let owner, let position):
      return inside(owner, title(of: context) ?? "option \(position + 1)")
    case .parameter(let operation, let name): return (nil, "\(operation) \(name)")
    case .requestBody(let operation): return (nil, "\(operation) request")
    case .formBody(let operation): return (nil, "\(operation) form")
    case .multipartForm(let id):
      let (parent, text) = place(of: api[id].context)
      return (parent, "\(text) form")
    case .responseBody(let operation, let status, let isOnlySuccess):
      return (nil, "\(operation) response\(isOnlySuccess ? "" : " \(status.nameText)")")
    case .header(let name): return (nil, name)
    case .element(let outer):
      let (parent, text) = place(of: outer)
      if case .property = outer, let singular = NamingStyle.singular(text) { return (parent, singular) }
      return (parent, "\(text) item")
    }
  }

  /// The title of the type that stands in a context, when it makes a name.
  private func title(of context: TypeContext) -> String? {
    guard let title = titles[context], title.count <= 40, title.contains(where: \.isLetter) else {
      return nil
    }
    return title
  }

  private func inside(_ owner: TypeID, _ text: String) -> (parent: [String]?, text: String) {
    if let path = catalog.paths[owner], catalog.isNominal(owner) { return (path, text) }
    let (parent, outer) = place(of: api[owner].context)
    return (parent, "\(outer) \(text)")
  }

  /// What tells a type from another one of the same name.
  private func suffix(of declaration: TypeDeclaration) -> String {
    if case .record = declaration.definition { return "Model" }
    return "Value"
  }
}
