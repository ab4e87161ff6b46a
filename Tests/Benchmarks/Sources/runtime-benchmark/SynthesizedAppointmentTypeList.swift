import Foundation

/// What an engineer would write by hand for the shape of `AppointmentTypeList`.
struct SynthesizedAppointmentTypeList: Codable, Hashable {
  struct AppointmentType: Codable, Hashable {
    var id: String
    var name: String
    var partnerSlotName: String
    var nextAvailableAt: Date?
    var slotCount: Double
    var price: Double
    var assigneeID: String?
    var assigneeType: String?
    var sector: String?
    var duration: Double
    var video: Bool?
    var inPerson: Bool?
    var telephone: Bool?
    var usePartnerBookableSlots: Bool
    var adminBookingInvoiceRequired: Bool?
    var formID: String?
    var practitionerType: String

    enum CodingKeys: String, CodingKey {
      case id, name, price, sector, duration, video, telephone
      case partnerSlotName = "partner_slot_name"
      case nextAvailableAt = "next_available_at"
      case slotCount = "slot_count"
      case assigneeID = "assignee_id"
      case assigneeType = "assignee_type"
      case inPerson = "in_person"
      case usePartnerBookableSlots = "use_partner_bookable_slots"
      case adminBookingInvoiceRequired = "admin_booking_invoice_required"
      case formID = "form_id"
      case practitionerType = "practitioner_type"
    }
  }

  var data: [AppointmentType]
  var count: Double
}
