/// What is demanded of a value besides what its type demands.
public nonisolated protocol ValueRules: Sendable {
  /// Notes what a value violates.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The member that it is; empty for the value itself.
  ///   - check: What takes note.
  func check(_ value: any Encodable, _ name: String, in check: inout ConstraintCheck)
}
