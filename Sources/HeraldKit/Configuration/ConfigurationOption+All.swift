import APIModel
import SwiftModel

extension ConfigurationOption {
  /// Every option, in the order in which a reader wants to learn of them.
  static let all: [ConfigurationOption] = [
    ConfigurationOption(
      "description",
      \.description,
      .path,
      default: "`openapi.json`, `.yaml` or `.yml` beside this file",
      "The OpenAPI description. All paths are relative to the configuration file."
    ),
    ConfigurationOption(
      "root",
      \.root,
      .path,
      default: "the folder above that of the description",
      "The folder that references from file to file may not leave."
    ),
    ConfigurationOption(
      "allowRemote",
      \.allowRemote,
      .flag,
      default: "`false`",
      "Whether references may lead to other machines. Such documents are fetched over `https` in every run, so "
        + "what is generated depends on them; `--allow-remote` does the same."
    ),
    ConfigurationOption(
      "allowDanglingReferences",
      \.allowDanglingReferences,
      .flag,
      default: "`false`",
      "Whether a reference to a schema that does not exist is a warning rather than an error, and any JSON stands for "
        + "the schema; `--allow-dangling-references` does the same."
    ),
    ConfigurationOption(
      "output",
      \.output,
      .path,
      default: "`Generated`",
      "The folder of the generated package. Herald replaces and deletes only what it wrote there."
    ),
    ConfigurationOption(
      "module",
      \.module,
      .moduleName,
      default: "the description's title, such as `PetStore`",
      "The name of the generated module, from which the names of the package, of the client and of the "
        + "server module are made."
    ),
    ConfigurationOption(
      "access",
      \.access,
      .choice(of: AccessLevel.self),
      default: "`public`",
      "Who may use the generated declarations. With `internal` only the client can be generated, since the "
        + "server is a module of its own."
    ),
    ConfigurationOption(
      "targets",
      \.targets,
      .list(of: .choice(of: GenerationTarget.self)),
      default: "`[client, server]`",
      "The modules to generate: `client` (models, endpoints, client), `server` (handlers, stubs, router)."
    ),
    ConfigurationOption(
      "conformances",
      \.conformances,
      .list(of: .typeName),
      "Protocols that every model conforms to besides `Codable`, `Hashable` and `Sendable`; "
        + "`Module.Protocol` imports the module. `Identifiable` is given to models that have an `id`."
    ),
    names,
    ConfigurationOption(
      "scalars",
      \.scalars,
      .map(of: .choice(of: ScalarOverride.self)),
      "Swift types by `format`, such as `date-time: String`; by schema, `DateOfBirth: CalendarDate`; by property, "
        + "`Patient.dob: CalendarDate`, or `*.dob` for that of every schema; by JSON pointer, "
        + "`'#/components/schemas/Patient/properties/dob': CalendarDate`."
    ),
    ConfigurationOption(
      "deprecations",
      \.deprecations,
      .choice(of: DeprecationStyle.self),
      default: "`attributes`",
      "How deprecated operations and properties are marked: with `attributes`, of which the compiler warns, or in "
        + "`comments`."
    ),
    ConfigurationOption(
      "acronyms",
      \.acronyms,
      .list(of: .acronym),
      "Words that are written in capitals in names, besides those that Herald knows (`id`, `url`, …): "
        + "with `nhs`, `patient_nhs_number` becomes `patientNHSNumber`."
    ),
    ConfigurationOption(
      section: "include",
      "What alone is generated: operations that match any of these.",
      selection(\.include.tags, \.include.paths, \.include.operations)
    ),
    ConfigurationOption(
      section: "exclude",
      "What is left out: operations that match any of these, also when `include` names them.",
      selection(\.exclude.tags, \.exclude.paths, \.exclude.operations)
    ),
    ConfigurationOption(
      "fileLength",
      \.fileLength,
      .integer(from: 50),
      default: "`\(SwiftOptions.usualFileLength)`",
      "The number of lines above which a generated file is divided: services and handlers into extensions, nested "
        + "types into extensions of their type."
    ),
    ConfigurationOption(
      "runtime",
      \.runtime,
      .choice(of: RuntimeExtent.self),
      default: "`needed`",
      "How much of the runtime the package carries: what the description needs, or `all`, for users who build on "
        + "multipart bodies, streams, webhooks, patterns or rules that the description has none of."
    ),
    ConfigurationOption(
      "version",
      \.version,
      .semanticVersion,
      "The version of the SDK, such as `1.4.0`, which `herald update` raises by what a new description owes."
    ),
    ConfigurationOption(
      "changelog",
      \.changelog,
      .path,
      default: "`CHANGELOG.md`",
      "The changelog that `herald update` writes into."
    ),
    ConfigurationOption(
      "templates",
      \.templates,
      .path,
      "A folder of templates that replace the built-in ones of the same name, which "
        + "`herald templates export` writes."
    ),
  ]

  private static let names = ConfigurationOption(
    section: "names",
    "Swift names in place of those that Herald would choose.",
    [
      ConfigurationOption(
        "operations",
        \.names.operations,
        .map(of: .identifier),
        "Functions, by operation id: `messages_send_post: sendMessage`."
      ),
      ConfigurationOption(
        "types",
        \.names.types,
        .map(of: .identifier),
        "Types, by schema name or by the generated name of a nested type: `Patient.Status: PatientStatus`."
      ),
      ConfigurationOption(
        "properties",
        \.names.properties,
        .map(of: .identifier),
        "Properties, by schema and member: `Patient.dob: dateOfBirth`."
      ),
      ConfigurationOption(
        "enumerationCases",
        \.names.enumerationCases,
        .map(of: .identifier),
        "Cases of enumerations, by schema and value: `MessageType.nhs_app: nhsApp`."
      ),
    ]
  )

  private static func selection(
    _ tags: any WritableKeyPath<Configuration, [String]> & Sendable,
    _ paths: any WritableKeyPath<Configuration, [String]> & Sendable,
    _ operations: any WritableKeyPath<Configuration, [String]> & Sendable
  ) -> [ConfigurationOption] {
    [
      ConfigurationOption("tags", tags, .list(of: .text), "Tags of operations."),
      ConfigurationOption(
        "paths",
        paths,
        .list(of: .text),
        "Paths, exact or with `*` at the end: `/v1/messages/*`."
      ),
      ConfigurationOption("operations", operations, .list(of: .text), "Operation ids."),
    ]
  }
}
