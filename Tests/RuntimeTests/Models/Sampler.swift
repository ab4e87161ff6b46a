import ClientRuntime
import Foundation

/// A model with every kind of member.
nonisolated struct Sampler: APIModel {
  var string = "s"
  var integer = 1
  var number = 1.5
  var boolean = true
  var date = Date(timeIntervalSince1970: 0)
  var value: [String] = ["a"]
  var stringIfPresent: String?
  var integerIfPresent: Int?
  var numberIfPresent: Double?
  var booleanIfPresent: Bool?
  var dateIfPresent: Date?
  var valueIfPresent: [Date]?
  var stringOrNull: String?
  var integerOrNull: Int?
  var numberOrNull: Double?
  var booleanOrNull: Bool?
  var dateOrNull: Date?
  var valueOrNull: [Int]?
  var nullable: Nullable<Date>?

  init() {}

  init(from fields: FieldReader) throws {
    string = try fields.string("string")
    integer = try fields.integer("integer")
    number = try fields.number("number")
    boolean = try fields.boolean("boolean")
    date = try fields.date("date")
    value = try fields.value("value", [String].self)
    stringIfPresent = try fields.stringIfPresent("string_if_present")
    integerIfPresent = try fields.integerIfPresent("integer_if_present")
    numberIfPresent = try fields.numberIfPresent("number_if_present")
    booleanIfPresent = try fields.booleanIfPresent("boolean_if_present")
    dateIfPresent = try fields.dateIfPresent("date_if_present")
    valueIfPresent = try fields.valueIfPresent("value_if_present", [Date].self)
    stringOrNull = try fields.stringOrNull("string_or_null")
    integerOrNull = try fields.integerOrNull("integer_or_null")
    numberOrNull = try fields.numberOrNull("number_or_null")
    booleanOrNull = try fields.booleanOrNull("boolean_or_null")
    dateOrNull = try fields.dateOrNull("date_or_null")
    valueOrNull = try fields.valueOrNull("value_or_null", [Int].self)
    nullable = try fields.nullable("nullable", Date.self)
  }

  func write(to fields: inout FieldWriter) throws {
    try fields.string("string", string)
    try fields.integer("integer", integer)
    try fields.number("number", number)
    try fields.boolean("boolean", boolean)
    try fields.date("date", date)
    try fields.value("value", value)
    try fields.stringIfPresent("string_if_present", stringIfPresent)
    try fields.integerIfPresent("integer_if_present", integerIfPresent)
    try fields.numberIfPresent("number_if_present", numberIfPresent)
    try fields.booleanIfPresent("boolean_if_present", booleanIfPresent)
    try fields.dateIfPresent("date_if_present", dateIfPresent)
    try fields.valueIfPresent("value_if_present", valueIfPresent)
    try fields.stringOrNull("string_or_null", stringOrNull)
    try fields.integerOrNull("integer_or_null", integerOrNull)
    try fields.numberOrNull("number_or_null", numberOrNull)
    try fields.booleanOrNull("boolean_or_null", booleanOrNull)
    try fields.dateOrNull("date_or_null", dateOrNull)
    try fields.valueOrNull("value_or_null", valueOrNull)
    try fields.nullable("nullable", nullable)
  }
}
