extension PDFFile {
  /// The record that the file carries (ISO 19005-3 §6.8): the first file that says it is the source of the document.
  public func record() throws(PDFFileFailure) -> [UInt8]? {
    try stream(at: [.name("/AF"), .place(0), .name("/EF"), .name("/F")])
  }

  /// What the file says about itself.
  public func selfDescription() throws(PDFFileFailure) -> PDFDescription {
    guard let packet = try stream(at: [.name("/Metadata")]) else { return PDFDescription() }
    return readDescription(packet)
  }
}
