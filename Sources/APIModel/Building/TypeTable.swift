import OpenAPIDescription
import SourceDocuments

/// Collects the types of an API while schemas are lowered to them.
///
/// A schema that another one refers to is only given an identifier; its definition follows from a work list,
/// so that recursion in the description never becomes recursion here.
final class TypeTable {
  let schemas: SchemaStore
  let inheritance: Inheritance
  var diagnostics = Diagnostics()
  private(set) var declarations: [TypeDeclaration] = []
  /// The bodies that are sent as several parts, with what they are as JSON.
  var multipartBodies: [(media: MediaType, value: ValueType)] = []
  /// Whether it is warned of keywords that no type expresses.
  let warnsOfKeywords: Bool
  /// The schemas whose keywords have been gone through for what cannot be checked.
  var keywordsChecked: Set<Schema> = []
  private var identifiers: [Schema: TypeID] = [:]
  private var pending: [TypeID] = []
  private var mergedIdentifiers: [[Schema]: TypeID] = [:]
  private var mergingDepth = 0
  private static let mostMergingDepth = 16
  private static let mostMergedTypes = 1024
  /// How many members alternatives may still get from what stands beside them.
  private var sharedMembersLeft = 50_000
  /// How many schemas may still be looked at to find out which of several says most.
  var comparisonsLeft = 1_000_000

  init(schemas: SchemaStore, inheritance: Inheritance = Inheritance(), warnsOfKeywords: Bool = true) {
    self.schemas = schemas
    self.warnsOfKeywords = warnsOfKeywords
    self.inheritance = inheritance
  }

  /// The identifier of a schema with a definition of its own.
  ///
  /// - Parameter context: Where the schema stands; the first context in which it is met decides.
  func identifier(of schema: Schema, context: @autoclosure () -> TypeContext) -> TypeID {
    if let known = identifiers[schema] { return known }
    return declare(schema, context: context(), definition: nil)
  }

  /// Declares an inline schema whose definition is made at once, since its parts stand inside it.
  func inline(
    _ schema: Schema,
    context: TypeContext,
    define: (TypeID) -> TypeDeclaration.Definition
  ) -> TypeID {
    if let known = identifiers[schema] { return known }
    let id = declare(schema, context: context, definition: .alias(.any))
    declarations[id.index].definition = define(id)
    return id
  }

  /// Declares a second type of a schema, beside the one that references lead to.
  func declareBeside(
    _ schema: Schema,
    context: TypeContext,
    define: (TypeID) -> TypeDeclaration.Definition
  ) -> TypeID {
    let known = identifiers[schema]
    let id = declare(schema, context: context, definition: .alias(.any))
    identifiers[schema] = known
    declarations[id.index].definition = define(id)
    return id
  }

  /// Declares the type of values that satisfy several schemas at once; the same schemas give the same type.
  ///
  /// - Parameter asserted: Those whose rules are checked on values of the type rather than where it stands; all unless
  ///   given.
  /// - Returns: nil where such types lie too deep in one another.
  func merged(
    _ schemas: [Schema],
    as schema: Schema,
    asserting asserted: [Schema]? = nil,
    context: TypeContext,
    define: (TypeID) -> TypeDeclaration.Definition
  ) -> TypeID? {
    if let known = mergedIdentifiers[schemas] { return known }
    guard mergedIdentifiers.count < Self.mostMergedTypes else { return nil }
    return merging {
      declareBeside(schema, context: context) { id in
        mergedIdentifiers[schemas] = id
        declarations[id.index].mergedSchemas = asserted ?? schemas
        return define(id)
      }
    }
  }

  /// Takes members off those that alternatives may still get.
  ///
  /// - Returns: False where there are not so many left: a description could ask for any number.
  func spend(members: Int) -> Bool {
    guard members <= sharedMembersLeft else { return false }
    sharedMembersLeft -= members
    return true
  }

  /// Does what may lead to merging again; nil where that happens too deep inside of itself.
  func merging<Result>(_ merge: () -> Result?) -> Result? {
    guard mergingDepth < Self.mostMergingDepth else { return nil }
    mergingDepth += 1
    defer { mergingDepth -= 1 }
    return merge()
  }

  /// Defines everything that has been referred to, and whatever that refers to in turn.
  func definePending(_ define: (Schema, TypeID) -> TypeDeclaration.Definition) {
    while let id = pending.popLast() {
      declarations[id.index].definition = define(declarations[id.index].schema, id)
    }
  }

  /// The schema that a reference leads to.
  func target(of reference: SchemaReference) -> Schema? {
    schemas.target(of: reference)
  }

  /// The value that a type comes to when aliases are followed; `any` for aliases that run in a circle.
  func underlying(_ value: ValueType) -> ValueType {
    var visited: Set<TypeID> = []
    var current = value
    while case .declared(let id) = current.shape, case .alias(let next) = declarations[id.index].definition {
      guard visited.insert(id).inserted else { return .any }
      current = next
    }
    return current
  }

  /// Replaces the definition of a type.
  func define(_ definition: TypeDeclaration.Definition, of id: TypeID) {
    declarations[id.index].definition = definition
  }

  /// Declares a form beside the type of the same schema, which is written as JSON elsewhere.
  func declare(form: MultipartForm, beside id: TypeID) -> TypeID {
    var declaration = declarations[id.index]
    declaration.id = TypeID(index: declarations.count)
    declaration.context = .multipartForm(of: id)
    declaration.definition = .multipart(form)
    declaration.usage = []
    declarations.append(declaration)
    return declaration.id
  }

  func markUsage(_ usage: Usage, of id: TypeID) {
    declarations[id.index].usage.formUnion(usage)
  }

  private func declare(
    _ schema: Schema,
    context: TypeContext,
    definition: TypeDeclaration.Definition?
  ) -> TypeID {
    let id = TypeID(index: declarations.count)
    declarations.append(
      TypeDeclaration(
        id: id,
        context: context,
        definition: definition ?? .alias(.any),
        title: schema.title,
        description: schema.description,
        isDeprecated: schema.isDeprecated,
        usage: [],
        schema: schema
      )
    )
    identifiers[schema] = id
    if definition == nil { pending.append(id) }
    return id
  }
}
