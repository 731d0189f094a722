import Calendar

extension PDFMetadata {
  /// The document information dictionary (ISO 32000-1 §14.3.3).
  var info: Value {
    var entries: Entries = ["Title": .text(title)]
    entries.add("Author", author.map(Value.text))
    entries.add("Subject", subject.map(Value.text))
    entries.add("Keywords", keywords.isEmpty ? nil : .text(keywordLine))
    entries.add("Creator", .text(creator))
    entries.add("Producer", .text(PDFMetadata.producer))
    // The date form of ISO 32000-1 §7.9.4.
    entries.add("CreationDate", date.map { .text("D:\($0.compact)000000Z") })
    entries.add("ModDate", date.map { .text("D:\($0.compact)000000Z") })
    return .dictionary(entries)
  }

  /// The keywords as one text.
  var keywordLine: String { keywords.joined(separator: ", ") }
}
