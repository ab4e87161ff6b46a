import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

/// The table of “Style Values” of OpenAPI 3.1, with a value that needs percent-encoding.
@Suite("Parameter styles")
struct ParameterStyleTests {
  static let colours = ["blue", "black", "a,b c/é"]
  static let members: [String: JSONValue] = ["R": 100, "G": "2,0", "none": nil]

  @Test(
    "Lists in a path",
    arguments: [
      (ParameterStyle.simple, false, "blue,black,a%2Cb%20c%2F%C3%A9"),
      (.simple, true, "blue,black,a%2Cb%20c%2F%C3%A9"),
      (.label, false, ".blue,black,a%2Cb%20c%2F%C3%A9"),
      (.label, true, ".blue.black.a%2Cb%20c%2F%C3%A9"),
      (.matrix, false, ";color=blue,black,a%2Cb%20c%2F%C3%A9"),
      (.matrix, true, ";color=blue;color=black;color=a%2Cb%20c%2F%C3%A9"),
    ]
  )
  func pathLists(style: ParameterStyle, explode: Bool, text: String) throws {
    var parts = RequestParts("o", .get, "/{color}")
    parts.setPath("color", Self.colours, style, explode: explode)
    #expect(try parts.encodedPath() == "/" + text)
  }

  @Test(
    "Objects in a path",
    arguments: [
      (ParameterStyle.simple, false, "G,2%2C0,R,100"), (.simple, true, "G=2%2C0,R=100"),
      (.label, false, ".G,2%2C0,R,100"), (.label, true, ".G=2%2C0.R=100"),
      (.matrix, false, ";color=G,2%2C0,R,100"), (.matrix, true, ";G=2%2C0;R=100"),
    ]
  )
  func pathObjects(style: ParameterStyle, explode: Bool, text: String) throws {
    var parts = RequestParts("o", .get, "/{color}")
    parts.setPath("color", value: Self.members, style, explode: explode)
    #expect(try parts.encodedPath() == "/" + text)
  }

  @Test(
    "Scalars in a path",
    arguments: [(ParameterStyle.simple, "b%2Fe"), (.label, ".b%2Fe"), (.matrix, ";color=b%2Fe")]
  )
  func pathScalars(style: ParameterStyle, text: String) throws {
    var parts = RequestParts("o", .get, "/x/{color}/y")
    parts.setPath("color", "b/e", style)
    #expect(try parts.encodedPath() == "/x/\(text)/y")
  }

  @Test(
    "Lists in a query",
    arguments: [
      (ParameterStyle.form, nil, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=a%2Cb%20c%2F%C3%A9"),
      (.form, true, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=a%2Cb%20c%2F%C3%A9"),
      (.form, false, "color%5B%5D=blue,black,a%2Cb%20c%2F%C3%A9"),
      (.spaceDelimited, nil, "color%5B%5D=blue%20black%20a%2Cb%20c%2F%C3%A9"),
      (.pipeDelimited, false, "color%5B%5D=blue%7Cblack%7Ca%2Cb%20c%2F%C3%A9"),
      (.pipeDelimited, true, "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=a%2Cb%20c%2F%C3%A9"),
    ] as [(ParameterStyle, Bool?, String)]
  )
  func queryLists(style: ParameterStyle, explode: Bool?, text: String) {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("color[]", Self.colours, style, explode: explode)
    #expect(parts.query == text)
  }

  @Test(
    "Objects in a query",
    arguments: [
      (ParameterStyle.form, true, "G=2%2C0&R=100"),
      (.form, false, "color=G,2%2C0,R,100"),
      (.spaceDelimited, false, "color=G%202%2C0%20R%20100"),
      (.pipeDelimited, false, "color=G%7C2%2C0%7CR%7C100"),
      (.deepObject, true, "color%5BG%5D=2%2C0&color%5BR%5D=100"),
    ]
  )
  func queryObjects(style: ParameterStyle, explode: Bool, text: String) {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("color", value: Self.members, style, explode: explode)
    #expect(parts.query == text)
  }

  @Test("Objects in objects are JSON, lists in them are repeated")
  func nestedObjects() throws {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("f", value: ["a": [1, 2], "b": ["c": 1]] as JSONValue)
    #expect(parts.query == "a=1&a=2&b=%7B%22c%22%3A1%7D")
    parts.addQuery("f", value: ["a": [[1], [2]], "secret": "secret"] as JSONValue)
    #expect(parts.problem?.description == "f: a: is a list, which no parameter can carry there")
  }

  @Test(
    "Deep objects, with lists and objects inside",
    arguments: [
      (["gte": 1, "lt": 2], "f[gte]=1&f[lt]=2"), (["a": [1, 2]], "f[a][]=1&f[a][]=2"),
      (["a": ["b": ["c": "x y"]]], "f[a][b][c]=x%20y"),
      (["rows": [["x": 1, "y": [2]], ["x": 3]]], "f[rows][0][x]=1&f[rows][0][y][]=2&f[rows][1][x]=3"),
      (["none": nil, "empty": [:]], nil), (7, "f=7"), (["a", "b"], "f[]=a&f[]=b"), ([], nil),
    ] as [(JSONValue, String?)]
  )
  func deepObjects(value: JSONValue, text: String?) {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("f", value: value, .deepObject)
    #expect(parts.query?.replacing("%5B", with: "[").replacing("%5D", with: "]") == text)
  }

  @Test("Lists in brackets")
  func deepLists() {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("expand", ["a", "b"], .deepObject)
    #expect(parts.query == "expand%5B%5D=a&expand%5B%5D=b")
  }

  @Test("The query string as a whole")
  func queryStrings() {
    var form = RequestParts("o", .get, "/")
    form.setQueryString(
      form: ["a": [1, 2], "b": [3, 4], "c": "x y"] as JSONValue,
      encoding: [FormEncoding("b", explode: false)]
    )
    #expect(form.query == "a=1&a=2&b=3,4&c=x%20y")
    var json = RequestParts("o", .get, "/")
    json.setQueryString(json: ["a": 1] as JSONValue)
    #expect(json.query == "%7B%22a%22%3A1%7D")
    json.addQuery("key", "k")
    #expect(json.query == "%7B%22a%22%3A1%7D&key=k")
  }

  @Test("Reserved characters in a path, where the description allows them")
  func reservedInPath() throws {
    var parts = RequestParts("o", .get, "/{p}")
    parts.setPath("p", "a:b@c;d=e/f?g#h i", allowReserved: true)
    #expect(try parts.encodedPath() == "/a:b@c;d=e%2Ff%3Fg%23h%20i")
  }

  @Test("Scalars in a query, and what is left out")
  func queryScalars() {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("s", "a b&c=d+é[]")
    parts.addQuery("i", 1)
    parts.addQuery("n", 2.0)
    parts.addQuery("m", 2.5)
    parts.addQuery("b", true)
    parts.addQuery("d", Date(timeIntervalSince1970: 0))
    parts.addQuery("c", CalendarDate("1989-04-11"))
    parts.addQuery("e", SendMessageRequest.MessageType.nhsApp)
    parts.addQuery("empty", "")
    parts.addQuery("nil", nil as String?)
    parts.addQuery("nil", nil as [String]?)
    parts.addQuery("none", [] as [String])
    parts.addQuery("nil", value: nil as JSONValue?)
    parts.addQuery("json", json: ["a": [1]] as JSONValue)
    #expect(
      parts.query == """
        s=a%20b%26c%3Dd%2B%C3%A9%5B%5D&i=1&n=2&m=2.5&b=true&d=1970-01-01T00%3A00%3A00Z&c=1989-04-11&e=nhs_app\
        &empty=&json=%7B%22a%22%3A%5B1%5D%7D
        """
    )
    #expect(RequestParts("o", .get, "/").query == nil)
  }

  @Test("Reserved characters, where the description allows them")
  func reserved() {
    var parts = RequestParts("o", .get, "/")
    parts.addQuery("u", "https://a.b/c?d=e&f#g[h] +", allowReserved: true)
    #expect(parts.query == "u=https://a.b/c?d=e%26f%23g%5Bh%5D%20%2B")
  }

  @Test("Headers are not percent-encoded")
  func headers() throws {
    var parts = RequestParts("o", .get, "/")
    parts.addHeader("X-List", ["a b", "c/é"])
    parts.addHeader("X-Object", value: Self.members)
    parts.addHeader("X-Exploded", value: Self.members, explode: true)
    parts.addHeader("X-JSON", json: ["a": 1] as JSONValue)
    parts.addHeader("X-Nil", nil as Int?)
    parts.addHeader("X-None", [] as [String])
    let names = ["X-List", "X-Object", "X-Exploded", "X-JSON"]
    let values = try names.map { parts.headers[try #require(HTTPField.Name($0))] }
    #expect(values == ["a b,c/é", "G,2,0,R,100", "G=2,0,R=100", #"{"a":1}"#])
    #expect(parts.headers.count == 4)
  }

  @Test("Cookies")
  func cookies() throws {
    var parts = RequestParts("o", .get, "/")
    parts.addCookie("a", "x; y")
    parts.addCookie("b", [1, 2], explode: false)
    parts.addCookie("d", [3, 4])
    parts.addCookie("e", value: ["R": 1, "G": "x y"] as JSONValue, explode: false)
    parts.addCookie("f", value: ["g": 1, "h": 2] as JSONValue)
    parts.addCookie("i", "a=b+c", .cookie)
    parts.addCookie("j", json: [1] as JSONValue)
    parts.addCookie("c", nil as Int?)
    let configuration = ClientConfiguration(headers: [.cookie: "z=0"])
    let request = try parts.request(to: .staging, APICredentials(), configuration)
    #expect(
      request.http.headerFields[.cookie]
        == "z=0; a=x%3B%20y; b=1,2; d=3; d=4; e=G,x%20y,R,1; g=1; h=2; i=a=b+c; j=%5B1%5D"
    )
    var refused = RequestParts("o", .get, "/")
    refused.addCookie("c", "a; secret", .cookie)
    #expect(refused.problem?.description == "c: has characters that no cookie can carry")
  }
}

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test func everyByte() {
    for byte in UInt8.min...0x7F {
      let text = String(decoding: [byte], as: UTF8.self)
      let encoded = PercentEncoding.encode(text)
      let isUnreserved = text.range(of: "^[A-Za-z0-9._~-]$", options: .regularExpression) != nil
      #expect(encoded == (isUnreserved ? text : "%" + String(format: "%02X", byte)))
      #expect(PercentEncoding.decode(encoded[...]) == text)
    }
    #expect(PercentEncoding.encode("é😀") == "%C3%A9%F0%9F%98%80")
  }

  @Test("Malformed escapes are refused", arguments: ["%", "%2", "%zz", "a%", "%-1", "%C3", "%ff%fe"])
  func malformed(text: String) {
    #expect(PercentEncoding.decode(text[...]) == nil)
  }
}
