/// The file as a sequence of numbered objects; it knows nothing of pages (ISO 32000-1 §7.5).
///
/// Bytes go to the sink at once; what stays is the place of each object, and the object stream in the making.
final class ObjectFile {
  /// How objects are laid down.
  enum Form {
    /// Deflated streams, object streams, a cross-reference stream.
    case compact
    /// Nothing compressed, a cross-reference table: for reading by people.
    case plain
  }

  private let form: Form
  private let write: ([UInt8]) throws -> Void
  private let deflater: Deflater
  private var crossReference = CrossReference()
  private var pending: ObjectStream?
  private var hash = ContentHash()
  private var offset = 0

  /// Creates the file and writes its header: the version and four bytes that tell binary from text (§7.5.2).
  init(
    form: Form,
    deflater: Deflater,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    self.form = form
    self.write = write
    self.deflater = deflater
    try emit(Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// Takes the next `count` object numbers and returns the first.
  func allocate(_ count: Int = 1) throws(PDFFailure) -> Reference {
    try crossReference.allocate(count)
  }

  /// Writes an object that is not a stream.
  func add(_ value: Value, as reference: Reference) throws(PDFFailure) {
    try add(as: reference) { (object: inout ByteBuffer) throws(PDFFailure) in
      try object.append(value)
    }
  }

  /// Writes an object that is not a stream; `spell` appends it where it will stand.
  func add(
    as reference: Reference,
    _ spell: (inout ByteBuffer) throws(PDFFailure) -> Void
  ) throws(PDFFailure) {
    switch form {
    case .plain:
      var object = ByteBuffer()
      try spell(&object)
      try emit(object, as: reference)
    case .compact: try gather(spell, as: reference)
    }
  }

  /// Writes an object that is not a stream under the next number, which it returns.
  func add(_ value: Value) throws(PDFFailure) -> Reference {
    let reference = try allocate()
    try add(value, as: reference)
    return reference
  }

  /// Writes a stream (§7.3.8) under the next number, which it returns.
  ///
  /// Without `effort` it stays readable for programs that know no PDF.
  func add(
    stream bytes: [UInt8],
    _ entries: Entries = [:],
    effort: Deflater.Effort? = .usual
  ) throws(PDFFailure) -> Reference {
    let reference = try allocate()
    try add(stream: bytes, entries, effort: effort, as: reference)
    return reference
  }

  /// Writes a stream of bytes that are deflated already, under the next number, which it returns.
  func add(deflated bytes: [UInt8], _ entries: Entries) throws(PDFFailure) -> Reference {
    let reference = try allocate()
    var entries = entries
    entries.add("Filter", .name("FlateDecode"))
    try emit(stream: bytes, entries, as: reference)
    return reference
  }

  /// Writes the last object stream, the cross-reference and the trailer (§7.5.5).
  func finish(root: Reference, info: Reference) throws(PDFFailure) {
    try writePending()
    let identifier = Value.bytes(hash.bytes)
    let trailer: Entries = [
      "Root": .reference(root), "Info": .reference(info), "ID": [identifier, identifier],
    ]
    switch form {
    case .compact: try writeCrossReferenceStream(trailer)
    case .plain: try writeCrossReferenceTable(trailer)
    }
  }

  private func add(
    stream bytes: [UInt8],
    _ entries: Entries,
    effort: Deflater.Effort?,
    as reference: Reference
  ) throws(PDFFailure) {
    var (entries, data) = (entries, bytes)
    if let effort, form == .compact {
      data = try deflater.deflate(bytes, effort)
      entries.add("Filter", .name("FlateDecode"))
    }
    try emit(stream: data, entries, as: reference)
  }

  private func emit(
    stream data: [UInt8],
    _ entries: Entries,
    as reference: Reference
  ) throws(PDFFailure) {
    var entries = entries
    entries.add("Length", .integer(data.count))
    var object = ByteBuffer()
    try object.append(dictionary: entries)
    object.append("\nstream\n")
    object.append(data)
    object.append("\nendstream")
    try emit(object, as: reference)
  }

  private func gather(
    _ spell: (inout ByteBuffer) throws(PDFFailure) -> Void,
    as reference: Reference
  ) throws(PDFFailure) {
    if pending?.isFull == true { try writePending() }
    // Taken out and put back, so that its bytes are never copied.
    var stream: ObjectStream
    if let begun = pending { stream = begun } else { stream = ObjectStream(try allocate()) }
    pending = nil
    let index = try stream.add(reference, spell)
    crossReference.place(reference, at: .inside(stream: stream.reference, index: index))
    pending = stream
  }

  private func writePending() throws(PDFFailure) {
    guard let stream = pending else { return }
    pending = nil
    try add(stream: stream.bytes, stream.entries, effort: .little, as: stream.reference)
  }

  /// Writes a cross-reference stream (§7.5.8), whose dictionary is the trailer too.
  private func writeCrossReferenceStream(_ trailer: Entries) throws(PDFFailure) {
    let (start, reference) = (offset, try allocate())
    crossReference.place(reference, at: .offset(start))
    let offsetBytes = (64 - max(start, crossReference.size).leadingZeroBitCount + 7) / 8
    var entries: Entries = [
      "Type": .name("XRef"), "Size": .integer(crossReference.size),
      "W": [1, .integer(offsetBytes), 2],
      "DecodeParms": ["Predictor": 12, "Columns": .integer(1 + offsetBytes + 2)],
    ]
    for (key, value) in trailer.pairs { entries.add(key, value) }
    let rows = try deflater.deflate(crossReference.rows(offsetBytes: offsetBytes))
    entries.add("Filter", .name("FlateDecode"))
    entries.add("Length", .integer(rows.count))
    var object = ByteBuffer()
    object.append("\(reference.number) 0 obj\n")
    try object.append(dictionary: entries)
    object.append("\nstream\n")
    object.append(rows)
    object.append("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n")
    try emit(object.bytes)
  }

  /// Writes a cross-reference table and a trailer (§7.5.4, §7.5.5).
  private func writeCrossReferenceTable(_ trailer: Entries) throws(PDFFailure) {
    var entries: Entries = ["Size": .integer(crossReference.size)]
    for (key, value) in trailer.pairs { entries.add(key, value) }
    var end = ByteBuffer()
    end.append(crossReference.table())
    end.append("trailer\n")
    try end.append(dictionary: entries)
    end.append("\nstartxref\n\(offset)\n%%EOF\n")
    try emit(end.bytes)
  }

  /// Writes an indirect object (§7.3.10) and notes its place.
  private func emit(_ object: ByteBuffer, as reference: Reference) throws(PDFFailure) {
    crossReference.place(reference, at: .offset(offset))
    var whole = ByteBuffer()
    whole.append("\(reference.number) 0 obj\n")
    whole.append(object.bytes)
    whole.append("\nendobj\n")
    try emit(whole.bytes)
  }

  private func emit(_ bytes: [UInt8]) throws(PDFFailure) {
    do { try write(bytes) } catch { throw .sink(error) }
    offset += bytes.count
    hash.combine(words: bytes)
  }
}
