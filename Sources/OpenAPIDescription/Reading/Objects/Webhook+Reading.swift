import SourceDocuments

extension Webhook {
  static func read(_ member: SourceMember, in context: ReadingContext) -> Webhook? {
    PathItem.read(path: "", member.value, in: context).map { item in
      Webhook(name: member.key, item: item, origin: member.value)
    }
  }
}
