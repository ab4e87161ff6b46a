import SwiftModel

/// What the access level of the output comes to in text.
struct RenderingStyle: Sendable {
  let accessLevel: AccessLevel

  /// The modifier before a declaration, with the space behind it.
  var access: String {
    switch accessLevel {
    case .public: "public "
    case .package: "package "
    case .internal: ""
    }
  }

  /// How a module is imported whose types stand in signatures.
  var importKeyword: String { access + "import" }

  /// How a test imports the package's modules.
  var testImportKeyword: String { accessLevel == .internal ? "@testable import" : "import" }
}
