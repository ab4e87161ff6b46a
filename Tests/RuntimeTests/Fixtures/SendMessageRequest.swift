import ClientRuntime
import Foundation

/// A request body as it is generated: sent, so its properties are variables.
nonisolated struct SendMessageRequest: APIModel {
  var patientID: String
  var messageType: MessageType
  var encrypted: Encrypted?
  var sendAt: Date?
  var assigneeID: Double?
  var memo: Nullable<String>?

  init(
    patientID: String,
    messageType: MessageType,
    encrypted: Encrypted? = nil,
    sendAt: Date? = nil,
    assigneeID: Double? = nil,
    memo: Nullable<String>? = nil
  ) {
    self.patientID = patientID
    self.messageType = messageType
    self.encrypted = encrypted
    self.sendAt = sendAt
    self.assigneeID = assigneeID
    self.memo = memo
  }

  init(from fields: FieldReader) throws {
    patientID = try fields.string("patient_id")
    messageType = try fields.value("message_type", MessageType.self)
    encrypted = try fields.valueIfPresent("encrypted", Encrypted.self)
    sendAt = try fields.dateIfPresent("send_at")
    assigneeID = try fields.numberIfPresent("assignee_id")
    memo = try fields.nullable("memo", String.self)
  }

  func write(to fields: inout FieldWriter) {
    fields.string("patient_id", patientID)
    fields.value("message_type", messageType)
    fields.valueIfPresent("encrypted", encrypted)
    fields.dateIfPresent("send_at", sendAt)
    fields.numberIfPresent("assignee_id", assigneeID)
    fields.nullable("memo", memo)
  }

  /// How a message is delivered: an enumeration that may grow.
  nonisolated enum MessageType: APIEnumeration, ParameterValue {
    case hero
    case sms
    case nhsApp
    case unrecognized(String)

    static let allCases: [MessageType] = [.hero, .sms, .nhsApp]

    init(rawValue: String) {
      switch rawValue {
      case "hero": self = .hero
      case "sms": self = .sms
      case "nhs_app": self = .nhsApp
      default: self = .unrecognized(rawValue)
      }
    }

    var rawValue: String {
      switch self {
      case .hero: "hero"
      case .sms: "sms"
      case .nhsApp: "nhs_app"
      case .unrecognized(let value): value
      }
    }
  }

  /// Whether to encrypt: a union without a discriminator.
  nonisolated enum Encrypted: APIUnion {
    case boolean(Bool)
    case string(String)
    case unrecognized(JSONValue)

    init(from union: UnionReader) throws {
      if let value = union.member(Bool.self, .boolean) {
        self = .boolean(value)
      } else if let value = union.member(String.self, .string) {
        self = .string(value)
      } else {
        self = .unrecognized(try union.unrecognized())
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .boolean(let value): union.write(value)
      case .string(let value): union.write(value)
      case .unrecognized(let value): union.write(value)
      }
    }
  }
}
