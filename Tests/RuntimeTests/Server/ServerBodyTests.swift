import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

@Suite("Bodies, from the client to the server")
struct ServerBodyTests: ServerExchange {
  @Test("Forms in every encoding", arguments: [ParameterStyle.form, .deepObject])
  func forms(style: ParameterStyle) async throws {
    let value = FormValue(
      name: "a b&c",
      tags: ["x,y", "z"],
      rows: [["k": "v w"], ["k": "2"]],
      more: ["a": "b"]
    )
    let found = try await read {
      $0.setForm(value, style)
    } _: {
      try await $0.form(FormValue.self, style)
    }
    #expect(found.value == value, "\(found.message ?? "")")
    let encoding = [FormEncoding("tags", explode: false), FormEncoding("rows", .deepObject)]
    let mixed = try await read {
      $0.setForm(value, encoding: encoding)
    } _: {
      try await $0.form(FormValue.self, encoding: encoding)
    }
    #expect(mixed.value == value, "\(mixed.message ?? "")")
    let none = try await read {
      $0.setFormIfPresent(nil as FormValue?)
    } _: {
      try await $0.formIfPresent(FormValue.self) == nil
    }
    #expect(none.value == true)
  }

  @Test("A body that is left out")
  func absent() async throws {
    let found = try await read({ _ in }) { try await $0.jsonIfPresent(Filter.self) == nil }
    #expect(found.value == true)
    let missing = try await read({ _ in }) { try await $0.json(Filter.self) }
    #expect(missing.message == "a body is required")
  }

  @Test("Errors in forms name the member and not the value")
  func errors() async throws {
    let number = try await read {
      $0.setForm(["kind": "sms", "limit": "hunter2"] as JSONValue)
    } _: {
      try await $0.form(Filter.self)
    }
    #expect(number.message == "limit: expected a whole number")
    let type = try await read {
      $0.setJSON(["kind": "sms"])
    } _: {
      try await $0.form(Filter.self)
    }
    #expect(type.message == "expected application/x-www-form-urlencoded")
  }

  @Test("Text and bytes")
  func textAndBytes() async throws {
    #expect(
      try await read {
        $0.setText("é")
      } _: {
        try await $0.text()
      }.value == "é"
    )
    #expect(
      try await read {
        $0.setData(Data([0, 255]))
      } _: {
        try await $0.data()
      }.value == Data([0, 255])
    )
    let invalid = try await read {
      $0.setData(Data([0, 255]))
    } _: {
      try await $0.text()
    }
    #expect(invalid.message == "expected text in UTF-8")
  }
}
