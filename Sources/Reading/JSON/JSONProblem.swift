/// Why a text could not be read as JSON, and where.
public struct JSONProblem: Error, Sendable, Hashable {
  /// What is wrong.
  public let reason: Reason
  /// The byte offset in the source.
  public let offset: Int

  /// What can be wrong with a JSON text.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// There is nothing but white space.
    case empty
    /// A byte that cannot stand there in UTF-8.
    case badUTF8
    /// The text ends inside a string, an array or an object; the place is that of the quote or bracket left open.
    case unclosed
    /// A control character that is not written as an escape.
    case rawControl
    /// Something like `01`, `1.` or `+1`.
    case badNumber
    /// A word that JSON does not have, such as `NaN` or `None`.
    case badLiteral
    /// A wrong escape, or half of a surrogate pair.
    case badString
    /// A comma, colon or bracket too many or too few.
    case badStructure
    /// Something after the value.
    case trailing
    /// Arrays or objects nested too deep.
    case tooDeep
    /// More than two thousand million bytes.
    case tooLong
    /// There was not memory enough.
    case noMemory
  }
}
