import SwiftModel

/// The encodings of forms as Swift expressions.
enum FormText {
  /// The elements of a list of encodings.
  static func encodings(_ form: FormDeclaration) -> String {
    form.encodings.map(encoding).joined(separator: ", ")
  }

  private static func encoding(_ field: FieldEncodingDeclaration) -> String {
    var arguments = [SwiftLiteral.string(field.name)]
    if field.style != "form" { arguments.append("." + field.style) }
    if let explode = field.explode { arguments.append("explode: \(explode)") }
    if field.allowsReserved { arguments.append("allowReserved: true") }
    return "FormEncoding(\(arguments.joined(separator: ", ")))"
  }
}
