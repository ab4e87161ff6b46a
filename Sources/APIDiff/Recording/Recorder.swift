import SourceDocuments

/// Collects edits and the places where they are used: the same edit, met again, becomes another use.
struct Recorder: Sendable {
  /// What makes two edits the same.
  private struct Key: Hashable {
    var rule: Rule
    var base: SourceNode?
    var revision: SourceNode?
    var before: String?
    var after: String?
    var subject: String?
  }

  struct Entry {
    var edit: Edit
    var sites: SiteSet
  }

  private(set) var sites: [Site] = []
  private(set) var entries: [Entry] = []
  private var indexes: [Key: Int] = [:]

  mutating func add(_ site: Site) -> Int {
    sites.append(site)
    return sites.count - 1
  }

  mutating func record(_ edit: Edit, at used: SiteSet) {
    // What is new is one edit, wherever it would have stood in the old document; the same for what is gone.
    let isNew = edit.rule.isOfAddition || (edit.before == nil && edit.after != nil)
    let isGone = edit.rule.isOfRemoval || (edit.before != nil && edit.after == nil)
    let key = Key(
      rule: edit.rule,
      base: isNew ? nil : edit.base,
      revision: isGone ? nil : edit.revision,
      before: edit.before,
      after: edit.after,
      subject: edit.subject
    )
    if let index = indexes[key] {
      entries[index].sites.formUnion(used)
      if isNew, edit.isAtSamePlace, !entries[index].edit.isAtSamePlace {
        entries[index].edit.base = edit.base
      }
      if isGone, edit.isAtSamePlace, !entries[index].edit.isAtSamePlace {
        entries[index].edit.revision = edit.revision
      }
      for effect in edit.effects where !entries[index].edit.effects.contains(effect) {
        entries[index].edit.effects.append(effect)
      }
      entries[index].edit.claims += edit.claims.filter { !entries[index].edit.claims.contains($0) }
      entries[index].edit.concerned += edit.concerned.filter { !entries[index].edit.concerned.contains($0) }
      return
    }
    indexes[key] = entries.count
    entries.append(Entry(edit: edit, sites: used))
  }
}
