import OpenAPIDescription

/// Sorts operations by path where no operation of a description has a tag to sort them by.
///
/// The first segment that says what an operation is about decides, so that an operation stays where it is when
/// others join it. Paths that are names of procedures (`/sendMessage`, `/getUpdates`) would make a service of
/// each operation and are not sorted.
struct PathGrouping {
  private let isUsed: Bool

  init(_ document: OpenAPIDocument) {
    let operations = document.paths.flatMap { item in item.operations.map { (item.path, $0) } }
    let segments = Set(operations.map { Self.significantSegment(of: $0.0) })
    isUsed =
      operations.allSatisfy { $0.1.tags.isEmpty }
      && operations.count >= segments.count * Self.operationsPerGroup
  }

  /// The least average that makes groups worth having.
  private static let operationsPerGroup = 2

  /// The segment that an operation without a tag is sorted by; nil when it belongs to no group.
  func segment(of path: String) -> String? {
    isUsed ? Self.significantSegment(of: path) : nil
  }

  /// The first segment that is no parameter, no version, and no word for the API as such; of `chat.postMessage`
  /// the part before the dot.
  private static func significantSegment(of path: String) -> String? {
    for segment in path.split(separator: "/") where !segment.contains("{") {
      let name = segment.split(separator: ".").first ?? segment
      if !saysNothing(segment), name.contains(where: \.isLetter) { return String(name) }
    }
    return nil
  }

  private static func saysNothing(_ segment: Substring) -> Bool {
    let segment = segment.lowercased()
    if ["api", "apis", "rest"].contains(segment) { return true }
    guard segment.hasPrefix("v"), let digit = segment.dropFirst().first, digit.isNumber else { return false }
    return true
  }
}
