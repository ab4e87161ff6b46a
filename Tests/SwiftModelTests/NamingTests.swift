import Testing

@testable import SwiftModel

@Suite struct NamingTests {
  private let style = NamingStyle(acronyms: ["nhs", "ehr", "PDS"])

  @Test(arguments: [
    ("patient_id", "PatientID"), ("message", "Message"), ("HCAConsultant", "HCAConsultant"),
    ("nhs_app", "NHSApp"),
    ("Booking - HCA", "BookingHCA"), ("user_ids", "UserIDs"), ("HTTPServerURLs", "HTTPServerURLs"),
    ("1st", "Type1st"),
    ("größe", "Größe"), ("", "Type"), ("a.b/c", "ABC"), ("SCREAMING_CASE", "ScreamingCase"),
    ("😀", "GrinningFace"),
  ])
  func types(_ text: String, _ name: String) {
    #expect(style.typeName(text) == name)
  }

  @Test(arguments: [
    ("patient_id", "patientID"), ("ID", "id"), ("id", "id"), ("URLString", "urlString"),
    ("nhs_number", "nhsNumber"),
    ("ehr_partner_id", "ehrPartnerID"), ("registerPatientPds", "registerPatientPDS"),
    ("filter[name]", "filterName"),
    ("order_by[]", "orderBy"), ("X-Request-ID", "xRequestID"), ("1st", "field1st"), ("$ref", "ref"),
    ("", "field"),
    ("list-slots.v2", "listSlotsV2"), ("@type", "type"), ("__typename", "typename"),
    ("\u{0}\u{202E}", "field"),
  ])
  func members(_ text: String, _ name: String) {
    #expect(style.memberName(text) == name)
  }

  @Test(arguments: [
    ("NHS_APP", "nhsApp"), ("+1", "plus1"), ("-1", "minus1"), ("1", "value1"), ("", "empty"), ("*", "star"),
    ("GP – Dermatology Specialist", "gpDermatologySpecialist"), ("e-mail", "eMail"), ("HTTP/2", "http2"),
    ("Not known", "notKnown"),
  ])
  func cases(_ text: String, _ name: String) {
    #expect(style.caseName(text) == name)
  }

  @Test func noNameIsGivenTwice() {
    var scope = NameScope(reserved: ["Data"])
    #expect(scope.claim("Data", "DataModel") == "DataModel")
    #expect(scope.claim("Data", "DataModel") == "DataModel2")
    #expect(scope.claim("Data", "DataModel") == "DataModel3")
    scope.pin("Other")
    #expect(scope.claim("Other") == "Other2")
  }

  @Test(arguments: [
    ("entries", "entry"), ("boxes", "box"), ("patients", "patient"), ("status", nil), ("data", nil),
    ("address", nil),
  ])
  func singular(_ plural: String, _ name: String?) {
    #expect(NamingStyle.singular(plural) == name)
  }
}
