import ClientRuntime
import Foundation

/// A response body as it is generated: received, so its properties are constants; open, and it contains itself.
nonisolated struct SentMessage: APIModel {
  let messageID: String
  let snomedCode: String?
  let count: Int
  let title: PersonTitle?
  let tags: [String]
  let emails: [String]?
  let createdAt: Date
  let dob: CalendarDate?
  let writeToRecord: Bool
  let target: RegistrationTarget?
  let additionalProperties: [String: JSONValue]

  init(
    messageID: String,
    snomedCode: String?,
    count: Int,
    title: PersonTitle? = nil,
    tags: [String],
    emails: [String]? = nil,
    createdAt: Date,
    dob: CalendarDate? = nil,
    writeToRecord: Bool,
    target: RegistrationTarget? = nil,
    additionalProperties: [String: JSONValue] = [:]
  ) {
    self.messageID = messageID
    self.snomedCode = snomedCode
    self.count = count
    self.title = title
    self.tags = tags
    self.emails = emails
    self.createdAt = createdAt
    self.dob = dob
    self.writeToRecord = writeToRecord
    self.target = target
    self.additionalProperties = additionalProperties
  }

  init(from fields: FieldReader) throws {
    messageID = try fields.string("message_id")
    snomedCode = try fields.stringOrNull("snomed_code")
    count = try fields.integer("count")
    title = try fields.valueIfPresent("title", PersonTitle.self)
    tags = try fields.value("tags", [String].self)
    emails = try fields.valueIfPresent("emails", [String].self)
    createdAt = try fields.date("created_at")
    dob = try fields.valueIfPresent("dob", CalendarDate.self)
    writeToRecord = try fields.boolean("write_to_record")
    target = try fields.valueIfPresent("target", RegistrationTarget.self)
    additionalProperties = try fields.additionalProperties(JSONValue.self, except: Self.declared)
  }

  func write(to fields: inout FieldWriter) {
    fields.string("message_id", messageID)
    fields.stringOrNull("snomed_code", snomedCode)
    fields.integer("count", count)
    fields.valueIfPresent("title", title)
    fields.value("tags", tags)
    fields.valueIfPresent("emails", emails)
    fields.date("created_at", createdAt)
    fields.valueIfPresent("dob", dob)
    fields.boolean("write_to_record", writeToRecord)
    fields.valueIfPresent("target", target)
    fields.additionalProperties(additionalProperties)
  }

  private static let declared: Set<String> = [
    "message_id", "snomed_code", "count", "title", "tags", "emails", "created_at", "dob", "write_to_record",
    "target",
  ]
}

/// An enumeration that is only sent.
nonisolated enum PersonTitle: String, APIClosedEnumeration, ParameterValue {
  case mr = "Mr"
  case mrs = "Mrs"
}

/// A union with a discriminator, one member of which recurs.
nonisolated enum RegistrationTarget: APIUnion {
  case sent(Box<SentMessage>)
  case request(SendMessageRequest)
  case unrecognized(JSONValue)

  init(from union: UnionReader) throws {
    switch try union.discriminator("kind") {
    case "sent": self = .sent(try union.value(Box<SentMessage>.self))
    case "request": self = .request(try union.value(SendMessageRequest.self))
    default: self = .unrecognized(try union.unrecognized(allowed: ["sent", "request"]))
    }
  }

  func write(to union: inout UnionWriter) {
    switch self {
    case .sent(let value): union.write(value)
    case .request(let value): union.write(value)
    case .unrecognized(let value): union.write(value)
    }
  }
}
