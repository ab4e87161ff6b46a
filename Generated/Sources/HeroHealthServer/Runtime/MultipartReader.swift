import Foundation
import HeroHealth

/// Reads `multipart/form-data` (RFC 7578).
nonisolated enum MultipartReader {
  /// The parts of a body, or nil if it is not well-formed.
  static func parts(of data: Data, _ contentType: String) -> [MultipartBody.Part]? {
    guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty else { return nil }
    let delimiter = Data("\r\n--\(boundary)".utf8)
    // The first delimiter may stand at the start, without a line break before it.
    let data = Data("\r\n".utf8) + data
    guard var position = data.range(of: delimiter)?.upperBound else { return nil }
    var parts: [MultipartBody.Part] = []
    while !data[position...].starts(with: "--".utf8) {
      guard data[position...].starts(with: "\r\n".utf8),
        let end = data.range(of: delimiter, in: (position + 2)..<data.endIndex),
        let part = part(data[(position + 2)..<end.lowerBound])
      else { return nil }
      parts.append(part)
      position = end.upperBound
    }
    return parts
  }

  private static func part(_ data: Data) -> MultipartBody.Part? {
    guard let separator = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    var name: String?
    var filename: String?
    var contentType: String?
    let head = String(decoding: data[..<separator.lowerBound], as: UTF8.self)
    for line in head.components(separatedBy: "\r\n") {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      switch pair[0].lowercased() {
      case "content-disposition":
        name = parameter("name", of: String(pair[1]))
        filename = parameter("filename", of: String(pair[1]))
      case "content-type":
        contentType = pair[1].trimmingCharacters(in: .whitespaces)
      default:
        break
      }
    }
    guard let name else { return nil }
    return MultipartBody.Part(
      name,
      Data(data[separator.upperBound...]),
      filename: filename,
      contentType: contentType
    )
  }

  /// A parameter of a header, without its quotation marks; the escapes of names are taken back.
  private static func parameter(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else {
        continue
      }
      return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
        .replacingOccurrences(of: "%22", with: "\"")
        .replacingOccurrences(of: "%0D", with: "\r")
        .replacingOccurrences(of: "%0A", with: "\n")
    }
    return nil
  }
}
