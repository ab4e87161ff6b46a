import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

@Suite("Parameters, from the client to the server")
struct ServerParameterTests: ServerExchange {
  @Test("Lists in every style", arguments: [true, false])
  func lists(explode: Bool) async throws {
    let values = ["blue", "a b", "c,d", "e&f=g", "é|h"]
    for style in [ParameterStyle.form, .spaceDelimited, .pipeDelimited] {
      let found = try await read { parts in
        parts.addQuery("q[]", values, style, explode: explode)
      } _: {
        try $0.query("q[]", [String].self, style, explode: explode)
      }
      // The values that hold the delimiter itself cannot be told apart in the delimited styles.
      if explode || style == .form { #expect(found.value == values) } else { #expect(found.value != nil) }
    }
    for style in [ParameterStyle.simple, .label, .matrix] {
      let found = try await read(path: "/x/{p}") { parts in
        parts.setPath("p", ["1", "a,b", "c;d e"], style, explode: explode)
      } _: {
        try $0.path("p", [String].self, style, explode: explode)
      }
      #expect(found.value == ["1", "a,b", "c;d e"])
    }
    let header = try await read {
      $0.addHeader("X-List", [1, 2, 3])
    } _: {
      try $0.header("X-List", [Int].self)
    }
    #expect(header.value == [1, 2, 3])
  }

  @Test("Objects in every style", arguments: [true, false])
  func objects(explode: Bool) async throws {
    let small = Filter(kind: .sms, limit: 3, active: false)
    for style in [ParameterStyle.form, .spaceDelimited, .pipeDelimited] {
      let found = try await read { parts in
        parts.addQuery("q", value: small, style, explode: explode)
      } _: {
        try $0.query("q", object: Filter.self, style, explode: explode)
      }
      #expect(found.value == small, "\(style) \(found.message ?? "")")
    }
    for style in [ParameterStyle.simple, .label, .matrix] {
      let found = try await read(path: "/x/{p}") { parts in
        parts.setPath("p", value: small, style, explode: explode)
      } _: {
        try $0.path("p", object: Filter.self, style, explode: explode)
      }
      #expect(found.value == small, "\(style) \(found.message ?? "")")
    }
    let header = try await read { parts in
      parts.addHeader("X-Filter", value: small, explode: explode)
    } _: {
      try $0.header("X-Filter", object: Filter.self, explode: explode)
    }
    #expect(header.value == small)
  }

  @Test("Deep objects, forms and JSON in parameters")
  func richObjects() async throws {
    let deep = try await read {
      $0.addQuery("f", value: Filter.example, .deepObject)
    } _: {
      try $0.query("f", object: Filter.self, .deepObject)
    }
    #expect(deep.value == Filter.example)
    let form = try await read {
      $0.setForm(Filter.example)
    } _: {
      try await $0.form(Filter.self)
    }
    #expect(form.value == Filter.example)
    let query = try await read {
      $0.addQuery("f", json: Filter.example)
    } _: {
      try $0.query("f", json: Filter.self)
    }
    #expect(query.value == Filter.example)
    let header = try await read {
      $0.addHeader("F", json: Filter.example)
    } _: {
      try $0.header("F", json: Filter.self)
    }
    #expect(header.value == Filter.example)
  }

  @Test("Deep objects with lists and objects inside, as servers and clients write them")
  func bracketedNames() async throws {
    let value: JSONValue = ["rows": [["x": 1, "y": ["a", "b"]], ["x": 3]], "who": ["name": "n"]]
    let found = try await read {
      $0.addQuery("f[g]", value: value, .deepObject)
    } _: {
      try $0.query("f[g]", object: JSONValue.self, .deepObject)
    }
    #expect(found.value?["who"]["name"] == "n")
    #expect(found.value?["rows"] == [["x": "1", "y": ["a", "b"]], ["x": "3"]])
    let lists = try await read {
      $0.addQuery("f", value: [["x": 1], ["x": 2]] as JSONValue, .deepObject)
      $0.addQuery("g", ["a", "b"], .deepObject)
      $0.addQuery("h", "x")
      $0.addQuery("h", "y")
    } _: { request in
      [
        try request.query("f", value: [[String: Int]].self, .deepObject).map { $0["x"] ?? 0 }.map(
          String.init
        ),
        try request.query("g", [String].self, .deepObject),
        try request.query("h", [String].self, .deepObject),
      ]
    }
    #expect(lists.value == [["1", "2"], ["a", "b"], ["x", "y"]], "\(lists.message ?? "")")
    let deep = try await read {
      $0.addQuery("f" + String(repeating: "[a]", count: 100), 1)
    } _: {
      try $0.query("f", object: JSONValue.self, .deepObject)
    }
    #expect(deep.message == "a name has too many brackets")
  }

  @Test("Values of several types")
  func variousValues() async throws {
    // Text does not say whether it is a number.
    for value: JSONValue in ["7", "a b", ["a", "b"], ["1", "2"]] {
      let query = try await read {
        $0.addQuery("q", value: value)
      } _: {
        try $0.query("q", value: JSONValue.self)
      }
      #expect(query.value == value)
      let path = try await read(path: "/x/{p}") {
        $0.setPath("p", value: value, .label)
      } _: {
        try $0.path("p", value: JSONValue.self, .label)
      }
      #expect(path.value == value)
      let header = try await read {
        $0.addHeader("H", value: value)
      } _: {
        try $0.header("H", value: JSONValue.self)
      }
      #expect(header.value == value)
      let cookie = try await read {
        $0.addCookie("c", value: value, explode: false)
      } _: {
        try $0.cookie("c", value: JSONValue.self, explode: false)
      }
      #expect(cookie.value == value)
    }
    let number = try await read {
      $0.addQuery("q", value: 7)
    } _: {
      try $0.query("q", value: Int.self)
    }
    #expect(number.value == 7)
    let objects = try await read {
      $0.addQuery("q", value: [["a": 1, "b": "x,y"], ["a": 2]] as JSONValue)
    } _: {
      try $0.query("q", value: [[String: String]].self)
    }
    #expect(objects.value == [["a": "1", "b": "x,y"], ["a": "2"]], "\(objects.message ?? "")")
  }

  @Test("Cookies of every shape", arguments: [true, false])
  func cookies(explode: Bool) async throws {
    let list = try await read {
      $0.addCookie("c", ["a b", "c+d", "e,f"], explode: explode)
    } _: {
      try $0.cookie("c", [String].self, explode: explode)
    }
    #expect(list.value == ["a b", "c+d", "e,f"])
    let small = Filter(kind: .sms, limit: 3, active: false)
    let object = try await read {
      $0.addCookie("other", 1)
      $0.addCookie("c", value: small, explode: explode)
    } _: {
      try $0.cookie("c", object: Filter.self, explode: explode)
    }
    #expect(object.value == small)
    let json = try await read {
      $0.addCookie("c", json: Filter.example)
    } _: {
      try $0.cookie("c", json: Filter.self)
    }
    #expect(json.value == Filter.example)
    let raw = try await read {
      $0.addCookie("c", "a%20b+=", .cookie)
    } _: {
      try $0.cookie("c", String.self, .cookie)
    }
    #expect(raw.value == "a%20b+=")
    let absent = try await read({ $0.addCookie("limit", 1) }) {
      try $0.cookieIfPresent("c", object: Filter.self, explode: explode) == nil
    }
    #expect(absent.value == true)
  }

  @Test("Query strings, and objects whose members have any name")
  func queryStrings() async throws {
    let form = try await read {
      $0.setQueryString(
        form: Filter.example,
        encoding: [FormEncoding("tags", .pipeDelimited, explode: false)]
      )
    } _: {
      try $0.queryString(form: Filter.self, encoding: [FormEncoding("tags", .pipeDelimited, explode: false)])
    }
    #expect(form.value == Filter.example, "\(form.message ?? "")")
    let json = try await read {
      $0.setQueryString(json: Filter.example)
    } _: {
      try $0.queryString(json: Filter.self)
    }
    #expect(json.value == Filter.example)
    let open = try await read {
      $0.addQuery("limit", 5)
      $0.addQuery("fields", value: ["a": "1", "b": "x"])
    } _: {
      try $0.query("fields", object: [String: String].self, except: ["limit"])
    }
    #expect(open.value == ["a": "1", "b": "x"])
  }

  @Test("Cookies with characters of their own")
  func cookieText() async throws {
    let cookie = try await read {
      $0.addCookie("c", "a; b=c")
    } _: {
      try $0.cookie("c", String.self)
    }
    #expect(cookie.value == "a; b=c")
  }

  @Test("What is absent")
  func absent() async throws {
    let found = try await read {
      $0.addQuery("other", 1)
    } _: { request in
      [
        try request.queryIfPresent("q", String.self) == nil,
        try request.queryIfPresent("q", [String].self) == nil,
        try request.queryIfPresent("q", object: Filter.self) == nil,
        try request.queryIfPresent("q", object: Filter.self, .deepObject) == nil,
        try request.queryIfPresent("q", object: Filter.self, explode: false) == nil,
        try request.queryIfPresent("q", json: Filter.self) == nil,
        try request.headerIfPresent("H", Int.self) == nil,
        try request.headerIfPresent("H", [Int].self) == nil,
        try request.headerIfPresent("H", object: Filter.self) == nil,
        try request.headerIfPresent("H", json: Filter.self) == nil,
        try request.cookieIfPresent("c", String.self) == nil,
      ]
    }
    #expect(found.value == Array(repeating: true, count: 11), "\(found.message ?? "")")
    let readings: [@Sendable (ServerRequest) async throws -> Bool] = [
      { try $0.query("q", String.self).isEmpty }, { try $0.query("q", [String].self).isEmpty },
      { try $0.header("q", Int.self) == 0 }, { try $0.header("q", [Int].self).isEmpty },
      { try $0.cookie("q", Int.self) == 0 }, { try $0.query("q", json: JSONValue.self).isNull },
      { try $0.header("q", json: JSONValue.self).isNull },
      { try $0.header("q", object: JSONValue.self).isNull },
      { try $0.path("q", String.self).isEmpty }, { try $0.path("q", object: JSONValue.self).isNull },
    ]
    for reading in readings {
      #expect(try await read({ _ in }, reading).message == "q: is missing")
    }
    let object = try await read({ _ in }) { try $0.query("q", object: Filter.self, .deepObject) }
    #expect(object.message == "q.kind: is missing")
  }

  @Test("Errors in objects name the member and not the value")
  func errors() async throws {
    let text = try await read {
      $0.addQuery("f", value: ["kind": "hunter2"] as JSONValue, .deepObject)
    } _: {
      try $0.query("f", object: Filter.self, .deepObject)
    }
    #expect(text.message == "f.kind: expected one of hero, sms, nhs_app")
    let odd = try await read {
      $0.addQuery("f", "a,b,c")
    } _: { request in
      try request.query("f", object: JSONValue.self, explode: false)
    }
    #expect(odd.value == nil || odd.message != nil)
  }
}
