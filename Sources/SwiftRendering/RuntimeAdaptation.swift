import SwiftModel

/// Makes the runtime's files part of a package.
struct RuntimeAdaptation {
  let package: SwiftPackage

  /// The text with the access level and the module names of the package; whatever else stands in it stays.
  func adapted(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + 64)
      for line in Lines(bytes) {
        if let changed = changed(line) {
          output.append(contentsOf: changed.utf8)
        } else {
          output.append(contentsOf: line)
        }
        output.append(UInt8(ascii: "\n"))
      }
      return output
    }
  }

  /// The line in other words, where it has to be; nil where it stays.
  private func changed(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = line.firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    let rest = UnsafeBufferPointer(rebasing: line[first...])
    let isImport = first == 0 && (rest.hasPrefix("public import ") || rest.hasPrefix("import "))
    guard isImport || package.accessLevel != .public, !rest.hasPrefix("//") else { return nil }
    let text = String(decoding: rest, as: UTF8.self)
    return String(repeating: " ", count: first) + accessAdapted(isImport ? importAdapted(text) : text)
  }

  private func importAdapted(_ line: String) -> String {
    var words = line.split(separator: " ").map(String.init)
    switch words.last {
    case "ClientRuntime": words[words.count - 1] = package.names.module
    case "ServerRuntime": words[words.count - 1] = package.names.serverModule
    default: break
    }
    return words.joined(separator: " ")
  }

  private func accessAdapted(_ line: String) -> String {
    guard package.accessLevel != .public else { return line }
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let position = words.firstIndex(of: "public") else { return line }
    if package.accessLevel == .internal {
      words.remove(at: position)
      // `internal(set)` says nothing where everything is internal.
      if position < words.count, words[position] == "internal(set)" { words.remove(at: position) }
    } else {
      words[position] = package.accessLevel.rawValue
    }
    return words.joined(separator: " ")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func hasPrefix(_ prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    return (0..<prefix.utf8CodeUnitCount).allSatisfy { self[$0] == prefix.utf8Start[$0] }
  }
}
