import ClientRuntime
import Foundation
import HTTPTypes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A small HTTP/1.1 server on this machine, one thread per connection.
nonisolated final class LocalServer: Sendable {
  typealias Handler = @Sendable (HTTPRequest, HTTPBody) async -> (HTTPResponse, HTTPBody)

  nonisolated struct Failure: Error {}

  /// The base URL, with a port that was free.
  let url: String

  private let socket: Int32

  init(_ handler: @escaping Handler) throws {
    #if canImport(Darwin)
    let stream = SOCK_STREAM
    #else
    let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    let listener = Foundation.socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    socket = listener
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { Self.serve(connection, handler) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  /// Answers one request and closes the connection.
  private static func serve(_ connection: Int32, _ handler: @escaping Handler) {
    defer { close(connection) }
    guard let (request, body) = read(connection) else { return }
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let (response, body) = await handler(request, .data(body))
      if case .stream = body {
        await stream(body, of: response, to: connection)
        done.signal()
        return
      }
      let data = (try? await body.collect(upTo: .max)) ?? Data()
      var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\nConnection: close\r\n"
      for field in response.headerFields where field.name != .contentLength {
        head += "\(field.name.rawName): \(field.value)\r\n"
      }
      let length = response.headerFields[.contentLength] ?? String(data.count)
      head += "Content-Length: \(length)\r\n\r\n"
      write(Data(head.utf8) + data, to: connection)
      done.signal()
    }
    done.wait()
  }

  /// Writes each chunk of a body when it is there, until the client is gone.
  private static func stream(_ body: HTTPBody, of response: HTTPResponse, to connection: Int32) async {
    var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\nConnection: close\r\n"
    for field in response.headerFields { head += "\(field.name.rawName): \(field.value)\r\n" }
    head += "Transfer-Encoding: chunked\r\n\r\n"
    guard write(Data(head.utf8), to: connection) else { return }
    do {
      for try await chunk in body where !chunk.isEmpty {
        let size = String(chunk.count, radix: 16)
        guard write(Data("\(size)\r\n".utf8) + chunk + Data("\r\n".utf8), to: connection) else { return }
      }
      _ = write(Data("0\r\n\r\n".utf8), to: connection)
    } catch {
      // The connection is cut without the last chunk, as a server does whose body fails.
    }
  }

  @discardableResult
  private static func write(_ data: Data, to connection: Int32) -> Bool {
    data.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count, let base = buffer.baseAddress {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        let count = send(connection, base + sent, buffer.count - sent, flags)
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  /// Reads a request whose body has a length.
  private static func read(_ connection: Int32) -> (HTTPRequest, Data)? {
    var data = Data()
    let end = Data("\r\n\r\n".utf8)
    while data.range(of: end) == nil {
      guard let chunk = receive(connection) else { return nil }
      data.append(chunk)
    }
    guard let headEnd = data.range(of: end) else { return nil }
    let head = String(decoding: data[..<headEnd.lowerBound], as: UTF8.self)
    var lines = head.components(separatedBy: "\r\n")
    let start = lines.removeFirst().split(separator: " ")
    guard start.count == 3, let method = HTTPRequest.Method(String(start[0])) else { return nil }
    var request = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: String(start[1]))
    for line in lines {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2, let name = HTTPField.Name(String(pair[0])) else { continue }
      request.headerFields[name] = pair[1].trimmingCharacters(in: .whitespaces)
    }
    var body = data[headEnd.upperBound...]
    let length = request.headerFields[.contentLength].flatMap { Int($0) } ?? 0
    while body.count < length, let chunk = receive(connection) { body.append(chunk) }
    return (request, Data(body))
  }

  private static func receive(_ connection: Int32) -> Data? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &buffer, buffer.count, 0)
    return count > 0 ? Data(buffer[..<count]) : nil
  }
}
