/// Puts types whose names begin with the same word into one file: `Disk`, `DiskCreate` and `DiskState` into `Disk.swift`.
///
/// A compiler pays for each file, and more of them than a build can take at once means more processes that read the
/// whole module again. The name of a type says where it stands, whatever else the description declares: a new type
/// comes beside its relatives, and others stay where they are. Only a family that outgrows its file is divided, by the
/// next word.
struct TypeFamilies {
  /// The number of lines that a family may come to.
  let limit: Int

  /// A type that is to be put into a file.
  struct Member {
    var name: String
    /// The words that the name is made of.
    var words: [String]
    var lines: Int
    var file = ModelRenderer.File()
  }

  /// The types of a file.
  struct Family {
    var fileName: String
    var members: [Member]

    /// What the file declares.
    var file: ModelRenderer.File {
      ModelRenderer.File(
        texts: members.flatMap(\.file.texts),
        declarations: members.flatMap(\.file.declarations)
      )
    }
  }

  /// The families in the order of their first members, whose order they keep.
  func families(of members: [Member]) -> [Family] {
    families(of: members, sharing: 1)
  }

  private func families(of members: [Member], sharing count: Int) -> [Family] {
    var order: [[String]] = []
    var groups: [[String]: [Member]] = [:]
    for member in members {
      let start = member.words.prefix(count).map { $0.lowercased() }
      if groups[start] == nil { order.append(start) }
      groups[start, default: []].append(member)
    }
    return order.flatMap { start in
      let group = groups[start] ?? []
      let longer = group.filter { $0.words.count > count }
      if longer.isEmpty || group.count == 1 || group.reduce(0, { $0 + $1.lines }) <= limit {
        return [family(group, sharing: count)]
      }
      let own = group.filter { $0.words.count <= count }
      return (own.isEmpty ? [] : [family(own, sharing: count)]) + families(of: longer, sharing: count + 1)
    }
  }

  /// A family under the words that its members share; a type that is alone has its own name.
  private func family(_ group: [Member], sharing count: Int) -> Family {
    let name = group[0].name
    let length = group[0].words.prefix(count).reduce(0) { $0 + $1.unicodeScalars.count }
    let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(length)))
    return Family(fileName: group.count == 1 ? name : start, members: group)
  }
}
