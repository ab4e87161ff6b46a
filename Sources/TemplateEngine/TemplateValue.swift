/// What a name in a template stands for.
public enum TemplateValue: Sendable {
  /// Text, filled in as it is; a section of it is rendered once, with the text as `{{.}}`.
  case text(String)
  /// Whether a section is rendered. A flag fills in as nothing.
  case flag(Bool)
  /// Texts that a section is rendered for one after the other, each as `{{.}}`.
  case texts([String])
  /// A view whose names a section is rendered with.
  case view(any TemplateView)
  /// Views that a section is rendered for one after the other.
  case views([any TemplateView])

  /// Nothing: the section is left out, and the inverted section rendered.
  ///
  /// It differs from a name that a view does not know, which is looked up in the surrounding views.
  public static let none = TemplateValue.flag(false)

  /// The text, or ``none`` without one.
  public static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .none }

  /// The view, or ``none`` without one.
  public static func optional(_ view: (some TemplateView)?) -> TemplateValue {
    view.map { TemplateValue.view($0) } ?? .none
  }
}

/// A value that templates are rendered with.
public protocol TemplateView: Sendable {
  /// What a name stands for; nil when this view does not know it and a surrounding one may.
  func value(named name: String) -> TemplateValue?
}
