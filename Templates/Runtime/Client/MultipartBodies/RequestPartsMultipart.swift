nonisolated extension RequestParts {
  /// A body of several parts.
  ///
  /// - Parameters:
  ///   - value: The parts.
  ///   - subtype: What stands behind `multipart/` in the media type; as the parts have it unless given.
  public mutating func setMultipart(_ value: MultipartBody, subtype: String? = nil) {
    var value = value
    if let subtype { value.subtype = subtype }
    if let problem = value.problem { note("body", problem.description) }
    setBody(value.body, contentType: value.contentType)
  }

  /// A body of several parts that may be left out.
  public mutating func setMultipartIfPresent(_ value: MultipartBody?, subtype: String? = nil) {
    if let value { setMultipart(value, subtype: subtype) }
  }

  /// A body of several parts with names and types.
  ///
  /// - Parameters:
  ///   - value: The parts.
  ///   - subtype: What stands behind `multipart/` in the media type.
  public mutating func setMultipart<Form: MultipartForm>(_ value: Form, subtype: String = "form-data") {
    var body = MultipartBody([], subtype: subtype)
    value.write(to: &body)
    setMultipart(body)
    validatableBody = value
  }

  /// A body of several parts with names and types that may be left out.
  public mutating func setMultipartIfPresent<Form: MultipartForm>(
    _ value: Form?,
    subtype: String = "form-data"
  ) {
    if let value { setMultipart(value, subtype: subtype) }
  }
}
