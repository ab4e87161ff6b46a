import ClientRuntime
import Foundation
import HTTPTypes

/// Reads bodies of several parts (RFC 7578 and RFC 2046, section 5.1).
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
    // A part without headers begins with the empty line.
    let separator =
      data.starts(with: "\r\n".utf8)
      ? data.startIndex..<(data.startIndex + 2) : data.range(of: Data("\r\n\r\n".utf8))
    guard let separator else { return nil }
    var part = MultipartBody.Part(nil, .data(Data(data[separator.upperBound...])))
    let head = String(decoding: data[..<separator.lowerBound], as: UTF8.self)
    for line in head.components(separatedBy: "\r\n") where !line.isEmpty {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      let value = pair[1].trimmingCharacters(in: .whitespaces)
      switch pair[0].lowercased() {
      case "content-disposition":
        part.name = parameter("name", of: value)
        part.filename = parameter("filename", of: value)
      case "content-type":
        part.contentType = value
      default:
        guard let name = HTTPField.Name(String(pair[0])) else { return nil }
        part.headers[name] = value
      }
    }
    return part
  }

  /// A parameter of a header, without its quotation marks; the escapes of names are taken back.
  private static func parameter(_ name: String, of header: String) -> String? {
    var rest = header.drop { $0 != ";" }
    while rest.first == ";" {
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest[key.endIndex...].dropFirst(rest[key.endIndex...].hasPrefix("=") ? 1 : 0)
      let value = rest.hasPrefix("\"") ? quoted(&rest) : String(rest.prefix { $0 != ";" })
      rest = rest.drop { $0 != ";" }
      guard key.trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
      return value.trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "%22", with: "\"")
        .replacingOccurrences(of: "%0D", with: "\r")
        .replacingOccurrences(of: "%0A", with: "\n")
    }
    return nil
  }

  /// The text between quotation marks, in which what separates parameters has no meaning and a backslash stands before
  /// a quotation mark.
  private static func quoted(_ rest: inout Substring) -> String {
    var text = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
        text.append(next)
        rest = rest.dropFirst()
      } else {
        text.append(character)
      }
    }
    return text
  }
}
