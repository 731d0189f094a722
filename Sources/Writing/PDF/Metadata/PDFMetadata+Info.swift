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
    entries.add("CreationDate", date.map { .text(PDFMetadata.pdfDate($0)) })
    entries.add("ModDate", date.map { .text(PDFMetadata.pdfDate($0)) })
    return .dictionary(entries)
  }

  /// Returns midnight of `day` in the form of ISO 32000-1 §7.9.4.
  static func pdfDate(_ day: CivilDate) -> String { "D:\(day.compact)000000Z" }

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
