import Calendar

extension PDFMetadata {
  /// The document information dictionary (ISO 32000-1 §14.3.3).
  var info: Value {
    func text(_ fact: String) -> Value { .text(PDFMetadata.printable(fact)) }
    var entries: Entries = ["Title": text(title)]
    entries.add("Author", author.map(text))
    entries.add("Subject", subject.map(text))
    entries.add("Keywords", keywords.isEmpty ? nil : text(keywordLine))
    entries.add("Creator", text(creator))
    entries.add("Producer", text(PDFMetadata.producer))
    // The date form of ISO 32000-1 §7.9.4.
    entries.add("CreationDate", date.map { .text("D:\($0.compact)000000Z") })
    entries.add("ModDate", date.map { .text("D:\($0.compact)000000Z") })
    return .dictionary(entries)
  }

  /// The keywords as one text.
  var keywordLine: String { keywords.joined(separator: ", ") }

  /// Returns `text` on one line and without the characters that XML 1.0 cannot hold, so that both forms agree.
  static func printable(_ text: String) -> String {
    var printable = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": printable += " "
      case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": continue
      default: printable.unicodeScalars.append(scalar)
      }
    }
    return printable
  }
}
