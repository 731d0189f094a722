/// Why a PDF file cannot be read.
public enum PDFFileFailure: Error, Sendable, Hashable {
  /// It is no PDF, damaged, or encrypted; `reason` are the reader's own words.
  case unreadable(reason: String)
  /// A stream is packed in a way that Mingce does not write.
  case unknownFilter
  /// A stream comes to more bytes than any that Mingce writes.
  case tooLong(limit: Int)
  /// A stream is not what its filter says.
  case damagedStream
}
