import SwiftModel
import TemplateEngine

/// A file of an endpoint enum: the enum, the requests of some of its cases, or both.
struct EndpointView: TemplateView {
  /// The parts of the service by the requests that a file has room for.
  let parts: [ServicePartView]
  /// The position of the part whose requests the file makes.
  let position: Int
  let imports: [String]
  let isInOneFile: Bool

  private var part: ServicePartView { parts[position] }
  private var laterParts: ArraySlice<ServicePartView> { position == 0 ? parts.dropFirst() : [] }

  func value(named name: String) -> TemplateValue? {
    switch name {
    // Foundation is for signatures, swift-http-types for the bodies of functions.
    case "imports": .texts(imports)
    case "hasImports": .flag(true)
    case "isInOneFile": .flag(isInOneFile)
    case "isLaterPart": .flag(position > 0)
    case "laterParts": .views(laterParts.map { EndpointPartView(part: $0) })
    case "hasChecks": .flag(part.isChecked || laterParts.contains(where: \.isChecked))
    case "hasOwnChecks": .flag(part.isChecked)
    case "hasUncheckedCases":
      .flag(parts.count > 1 || part.operations.contains { $0.checks.isEmpty })
    default: part.value(named: name)
    }
  }
}

/// What the first file of an endpoint's requests says of one that follows.
struct EndpointPartView: TemplateView {
  let part: ServicePartView

  func value(named name: String) -> TemplateValue? {
    name == "hasOwnChecks" ? .flag(part.isChecked) : part.value(named: name)
  }
}

extension ServicePartView {
  /// Whether arguments of an operation are held against constraints.
  fileprivate var isChecked: Bool { operations.contains { !$0.checks.isEmpty } }
}
