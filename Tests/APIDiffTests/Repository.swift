/// The repository that these tests stand in.
enum Repository {
  static let folder = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
}
