/// How a form prints the machine mark.
public enum MachineMarkKind: String, Sendable, Hashable {
  /// As a line.
  case line = "text"
  /// As a line with a QR code beside it.
  case code = "qr"
}
