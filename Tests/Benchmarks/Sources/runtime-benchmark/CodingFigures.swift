import Foundation
import HeroHealth

/// Decoding and encoding, beside synthesized `Codable` types of the same shape.
enum CodingFigures {
  static func all() throws -> [Figure] {
    let text = appointmentTypes(count: 500)
    let generated = try JSONCoding.decode(AppointmentTypeList.self, from: text)
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let synthesized = try decoder.decode(SynthesizedAppointmentTypeList.self, from: text)
    let otherGenerated = try JSONCoding.decode(AppointmentTypeList.self, from: text)
    let otherSynthesized = try decoder.decode(SynthesizedAppointmentTypeList.self, from: text)
    let decoding = try compared(
      "decode 500 appointment types",
      generated: { _ = try JSONCoding.decode(AppointmentTypeList.self, from: text) },
      reference: { _ = try decoder.decode(SynthesizedAppointmentTypeList.self, from: text) }
    )
    let encoding = try compared(
      "encode 500 appointment types",
      generated: { _ = try JSONCoding.encode(generated) },
      reference: { _ = try encoder.encode(synthesized) }
    )
    let comparing = try compared(
      "compare 500 appointment types",
      generated: { precondition(generated == otherGenerated) },
      reference: { precondition(synthesized == otherSynthesized) }
    )
    let freeForm = try compared(
      "decode any JSON",
      generated: { _ = try JSONCoding.decode(JSONValue.self, from: text) },
      reference: { _ = try JSONSerialization.jsonObject(with: text) },
      "JSONSerialization"
    )
    return decoding + encoding + comparing + freeForm
  }

  private static func compared(
    _ metric: String,
    generated: () throws -> Void,
    reference: () throws -> Void,
    _ name: String = "synthesized Codable"
  ) throws -> [Figure] {
    let own = try Timing.seconds(repeating: 10, generated)
    let other = try Timing.seconds(repeating: 10, reference)
    return [
      Figure(subject: "generated", metric: metric, value: own * 1000, unit: "milliseconds"),
      Figure(subject: name, metric: metric, value: other * 1000, unit: "milliseconds"),
      Figure(subject: "\(name) / generated", metric: metric, value: other / own, unit: "ratio"),
    ]
  }

  /// A list with members that the description does not declare, as APIs that grow send them.
  private static func appointmentTypes(count: Int) -> Data {
    let entries = (0..<count).map { number in
      """
      {"id": "\(number)", "name": "Flu vaccination \(number) – Größe \\u00fc", "partner_slot_name": "Slot", \
      "next_available_at": "2026-11-23T09:30:00Z", "slot_count": \(number), "price": 12.5, \
      "assignee_id": null, "assignee_type": null, "duration": 15, "video": false, "in_person": true, \
      "use_partner_bookable_slots": false, "form_id": "f\(number)", "practitioner_type": "nurse", \
      "created": "2026-01-02", "labels": ["a", "b"], "owner": {"id": 7, "team": null}}
      """
    }
    return Data("{\"count\": \(count), \"data\": [\(entries.joined(separator: ",\n"))]}".utf8)
  }
}
