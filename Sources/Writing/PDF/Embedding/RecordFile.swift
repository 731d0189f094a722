import Calendar

/// The record from which the documents were made, as a file inside the file (ISO 19005-3 §6.8).
///
/// It comes in pieces and is compressed as it comes.
struct RecordFile {
  /// The name under which readers show it.
  static let name = "mingce-record.json"

  private var stream: StreamDeflater
  private var size = 0

  /// Begins the record of `file`.
  init(of file: ObjectFile) {
    stream = file.compressedStream()
  }

  /// Adds a piece.
  mutating func add(_ piece: [UInt8]) throws(PDFFailure) {
    try stream.add(piece)
    size += piece.count
  }

  /// Writes the file, and returns its specification (ISO 32000-1 §7.11.3).
  func write(date: CivilDate?, to file: ObjectFile) throws(PDFFailure) -> Reference {
    var facts: Entries = ["Size": .integer(size)]
    facts.add("ModDate", date.map { .text(PDFMetadata.pdfDate($0)) })
    let entries: Entries = [
      "Type": .name("EmbeddedFile"),
      "Subtype": .name("application/json"),
      "Params": .dictionary(facts),
    ]
    let stream = try file.add(deflated: stream.finish(), entries)
    return try file.add([
      "Type": .name("Filespec"),
      "F": .text(RecordFile.name),
      "UF": .text(RecordFile.name),
      "Desc": .text("本文件印出的全部数据"),
      "AFRelationship": .name("Source"),
      "EF": ["F": .reference(stream), "UF": .reference(stream)],
    ])
  }
}
