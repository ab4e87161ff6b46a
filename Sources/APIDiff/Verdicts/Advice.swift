/// What to do about a finding, in one sentence.
enum Advice {
  static func text(for finding: Finding) -> String? {
    if finding.rule == .unhandled { return "look at both documents; Herald has no rule for this field" }
    if finding.deployed.level == .breaks, finding.uses.contains(where: { $0.direction == .sent }) {
      return
        "let the server accept what released clients send until they are gone, or serve the change under a new version"
    }
    if finding.deployed.level == .breaks {
      return
        "let the server send what released clients accept until they are gone, or serve the change under a new version"
    }
    if let source = finding.source, source.level == .breaks {
      guard finding.declarations.allSatisfy({ $0.source.level < .breaks || $0.isShimmed }) else {
        return "raise the major version: users of the SDK have to change their code"
      }
      return finding.declarations.contains(where: \.isOfServer)
        ? "ship deprecated aliases with the new version: --shims and --server-shims write them"
        : "ship deprecated aliases with the new version: --shims writes them"
    }
    if finding.rollout.level == .breaks { return "change the server before you release the new client" }
    if finding.behaviour.level == .breaks {
      return "tell your users: their code compiles and does something else"
    }
    if finding.rollout.level == .mayBreak, finding.deployed.level < .mayBreak {
      return "use what is new only when the server has changed"
    }
    if finding.deployed.level == .mayBreak { return "find out whether released clients depend on it" }
    if finding.behaviour.reason == SourceReasons.handlerNotCalled {
      return "give the functions of your handlers the new signature"
    }
    if finding.behaviour.level == .mayBreak { return "check code that relies on the old values" }
    return nil
  }
}
