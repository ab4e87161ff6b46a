import ClientRuntime
import HTTPTypes
import ServerRuntime

/// A model with constraints, as it is generated.
nonisolated struct Prescription: APIModel {
  var drug: String
  var nhsNumber: String?
  var doses: [Int]?
  var memo: Nullable<String>?
  var repeats: [Prescription]?
  var notes: [String: String]?

  init(
    drug: String,
    nhsNumber: String? = nil,
    doses: [Int]? = nil,
    memo: Nullable<String>? = nil,
    repeats: [Prescription]? = nil,
    notes: [String: String]? = nil
  ) {
    self.drug = drug
    self.nhsNumber = nhsNumber
    self.doses = doses
    self.memo = memo
    self.repeats = repeats
    self.notes = notes
  }

  init(from fields: FieldReader) throws {
    drug = try fields.string("drug")
    nhsNumber = try fields.stringIfPresent("nhs_number")
    doses = try fields.valueIfPresent("doses", [Int].self)
    memo = try fields.nullable("memo", String.self)
    repeats = try fields.valueIfPresent("repeats", [Prescription].self)
    notes = try fields.valueIfPresent("notes", [String: String].self)
  }

  func write(to fields: inout FieldWriter) {
    fields.string("drug", drug)
    fields.stringIfPresent("nhs_number", nhsNumber)
    fields.valueIfPresent("doses", doses)
    fields.nullable("memo", memo)
    fields.valueIfPresent("repeats", repeats)
    fields.valueIfPresent("notes", notes)
  }

  func validate(_ check: inout ConstraintCheck) {
    check.string(drug, "drug", minLength: 1, maxLength: 8)
    check.string(nhsNumber, "nhs_number", pattern: "^[0-9]{10}$")
    check.items(doses?.count, "doses", maxItems: 3)
    check.unique(doses, "doses")
    check.integers(doses, "doses", minimum: 1)
    check.string(memo?.value, "memo", maxLength: 4)
    check.value(repeats, "repeats")
    check.strings(notes, "notes", maxLength: 3)
    check.json(self, "", Self.rules)
  }

  private static let rules = #"{"dependentRequired":{"doses":["nhs_number"]}}"#
}

/// An endpoint with a constraint on a parameter, as it is generated.
nonisolated enum PrescriptionsEndpoint: APIEndpoint {
  case prescribe(_ body: Prescription, copies: Int? = nil)

  var parts: RequestParts {
    switch self {
    case .prescribe(let body, let copies):
      var parts = RequestParts("prescribe", .post, "/prescriptions", security: [])
      parts.addQuery("copies", copies)
      parts.setJSON(body)
      parts.setEndpoint(self)
      return parts
    }
  }

  func validateArguments(_ check: inout ConstraintCheck) {
    switch self {
    case .prescribe(_, let copies):
      check.integer(copies, "copies", minimum: 1, maximum: 5)
    }
  }
}

nonisolated struct PrescriptionsRoutes: RouteGroup {
  static let routes: [Route] = [Route("prescribe", .post, "/prescriptions", security: [])]

  func respond(to request: ServerRequest) async throws -> ServerResponse {
    var check = ConstraintCheck()
    try check.integer(request.queryIfPresent("copies", Int.self), "copies", minimum: 1, maximum: 5)
    try ServerRequest.finish(check)
    _ = try await request.json(Prescription.self)
    return .empty(.noContent)
  }
}
