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

  func write(to fields: inout FieldWriter) {
    fields.string("string", string)
    fields.integer("integer", integer)
    fields.number("number", number)
    fields.boolean("boolean", boolean)
    fields.date("date", date)
    fields.value("value", value)
    fields.stringIfPresent("string_if_present", stringIfPresent)
    fields.integerIfPresent("integer_if_present", integerIfPresent)
    fields.numberIfPresent("number_if_present", numberIfPresent)
    fields.booleanIfPresent("boolean_if_present", booleanIfPresent)
    fields.dateIfPresent("date_if_present", dateIfPresent)
    fields.valueIfPresent("value_if_present", valueIfPresent)
    fields.stringOrNull("string_or_null", stringOrNull)
    fields.integerOrNull("integer_or_null", integerOrNull)
    fields.numberOrNull("number_or_null", numberOrNull)
    fields.booleanOrNull("boolean_or_null", booleanOrNull)
    fields.dateOrNull("date_or_null", dateOrNull)
    fields.valueOrNull("value_or_null", valueOrNull)
    fields.nullable("nullable", nullable)
  }
}
