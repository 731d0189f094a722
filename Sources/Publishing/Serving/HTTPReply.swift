/// What a server sends back: a status, fields and a body.
struct HTTPReply {
  /// What follows the fields.
  enum Body {
    /// Bytes.
    case bytes([UInt8])
    /// What comes piece by piece, until there is nothing more; a piece is waited for where it is asked for.
    case pieces(next: () -> [UInt8]?, end: () -> Void)
  }

  /// The status (RFC 9110 §15).
  var status: Int
  /// The fields, each with its name.
  var fields: [(name: String, value: String)]
  /// What follows them, but for the method `HEAD`.
  var body: Body
}
