import SourceDocuments

extension OAuthScope {
  static func read(_ member: SourceMember, in context: ReadingContext) -> OAuthScope {
    let description = member.value.isNull ? nil : context.text(of: member.value, .documentation)
    return OAuthScope(name: member.key, description: description ?? "", origin: member.value)
  }
}
