// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "herald",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "herald", targets: ["herald"]),
    .library(name: "HeraldKit", targets: ["HeraldKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "SourceDocuments", dependencies: ["CLibYAML"], swiftSettings: swiftSettings),
    .testTarget(
      name: "SourceDocumentsTests",
      dependencies: ["SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "OpenAPIDescription",
      dependencies: ["SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "OpenAPIDescriptionTests",
      dependencies: ["OpenAPIDescription", "SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "APIModel",
      dependencies: ["OpenAPIDescription", "SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "SwiftModel",
      dependencies: ["APIModel", "OpenAPIDescription", "Parallelism", "SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Accounting",
      dependencies: ["APIModel", "OpenAPIDescription", "SourceDocuments", "SwiftModel"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "AccountingTests",
      dependencies: ["Accounting", "APIModel", "OpenAPIDescription", "SourceDocuments", "SwiftModel"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Templates",
      path: "Templates",
      exclude: ["Client", "Models", "Package", "Runtime", "Server", "Tests"],
      sources: ["EmbeddedTemplates.swift"],
      swiftSettings: swiftSettings,
      plugins: ["EmbedTemplates"]
    ),
    .executableTarget(name: "embed-templates", path: "Plugins/embed-templates", swiftSettings: swiftSettings),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .target(name: "Parallelism", swiftSettings: swiftSettings),
    .target(name: "TemplateEngine", swiftSettings: swiftSettings),
    .testTarget(
      name: "TemplateEngineTests",
      dependencies: ["TemplateEngine"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "SwiftRendering",
      dependencies: ["Parallelism", "SourceDocuments", "SwiftModel", "TemplateEngine", "Templates"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "APIDiff",
      dependencies: ["OpenAPIDescription", "SourceDocuments", "SwiftModel"],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "diff-agreement",
      dependencies: ["APIDiff", "OpenAPIDescription", "SourceDocuments"],
      path: "Tests/DiffAgreement",
      exclude: ["comparator.yaml", "disagreements.yaml"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "DiffReports",
      dependencies: ["APIDiff", "SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "HeraldKit",
      dependencies: [
        "SourceDocuments", "OpenAPIDescription", "APIModel", "SwiftModel", "SwiftRendering", "Parallelism",
        "Accounting", "Templates", "APIDiff", "DiffReports",
      ],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "herald",
      dependencies: [
        "HeraldKit", "DiffReports", "SourceDocuments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "APIDiffTests",
      dependencies: [
        "APIDiff", "APIModel", "DiffReports", "OpenAPIDescription", "SourceDocuments", "SwiftModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "APIModelTests",
      dependencies: ["APIModel", "OpenAPIDescription", "SourceDocuments"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SwiftModelTests",
      dependencies: ["SwiftModel"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SwiftRenderingTests",
      dependencies: ["SourceDocuments", "SwiftModel", "SwiftRendering", "Templates"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "ClientRuntime",
      dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
      path: "Templates/Runtime/Client",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "ServerRuntime",
      dependencies: ["ClientRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
      path: "Templates/Runtime/Server",
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "ClientRuntime", "ServerRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "HeraldKitTests",
      dependencies: [
        "HeraldKit", "APIDiff", "APIModel", "DiffReports", "SourceDocuments", "SwiftModel", "SwiftRendering",
        "Templates",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "CaseTests",
      dependencies: [
        "herald", "HeraldKit", "APIDiff", "APIModel", "Accounting", "DiffReports", "OpenAPIDescription",
        "SourceDocuments",
        "SwiftModel", "SwiftRendering",
        "ClientRuntime", "ServerRuntime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings
    ),
  ]
)
