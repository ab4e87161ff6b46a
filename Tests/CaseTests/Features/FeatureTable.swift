/// `FEATURES.md`: what Herald supports, each row with the cases that prove it.
struct FeatureTable {
  let list: FeatureList

  var text: String {
    let sections = list.sections.map { section in
      """
      ## \(section.name)

      | in the description | shown by |
      |---|---|
      \(section.features.map(row).joined(separator: "\n"))
      """
    }
    return Self.head + "\n\n" + sections.joined(separator: "\n\n") + "\n"
  }

  private static let head = """
    # What Herald supports

    Each row links the cases that prove it: a description, the Swift that is generated from it, which the tests
    compile, and what Herald says about it. What is not supported says so here, and in a warning where it stands in a
    description. `make cases` rewrites this page from `Tests/Features.yaml` and the cases.
    """

  private func row(_ feature: FeatureList.Feature) -> String {
    let links = feature.cases.map { "[\($0.name)](Tests/Cases/\($0.name))" }.joined(separator: ", ")
    var proof = links.isEmpty ? "**no case yet**" : links
    if let reason = feature.unsupported { proof = "**not supported**: \(reason) (\(proof))" }
    return "| \(feature.name) | \(proof) |"
  }
}
