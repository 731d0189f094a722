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
    /// Deflated streams behind a file that is there, whose kind of cross-reference goes on.
    case update(ContinuedFile)
  }

  /// Streams that are longer are handed over by themselves: a font program takes longer to copy than to note.
  private static let longStream = 1 << 12

  private let form: Form
  private let write: ([UInt8]) throws -> Void
  private let deflater: Deflater
  /// Whoever compresses streams meanwhile, and the streams that have not come back.
  private let deflating: DeflateLine?
  private var underWay: [(entries: Entries, reference: Reference)] = []
  private var crossReference = CrossReference()
  /// The object stream in the making, and its number once it holds an object.
  private var pending = ObjectStream()
  private var pendingReference: Reference?
  private var hash = ContentHash()
  private var offset = 0
  /// The generations of rewritten objects, but for 0.
  private var generations: [Reference: Int] = [:]
  /// Where the last signature that was written is to be filled in.
  private(set) var signaturePlace: SignaturePlace?

  /// Creates the file and writes its header: the version and four bytes that tell binary from text (§7.5.2).
  init(
    form: Form,
    deflater: Deflater,
    deflating: DeflateLine? = nil,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    self.form = form
    self.write = write
    self.deflater = deflater
    self.deflating = deflating
    try emit(Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// Goes on behind the file that `base` tells of.
  init(
    behind base: ContinuedFile,
    deflater: Deflater,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    form = .update(base)
    self.write = write
    self.deflater = deflater
    deflating = nil
    crossReference = CrossReference(behind: base.size - 1)
    offset = base.length
    if !base.endsLine { try emit([0x0A]) }
  }

  /// Notes the generation of an object that is written anew.
  func setGeneration(_ generation: Int, of reference: Reference) {
    if generation != 0 { generations[reference] = generation }
  }

  /// Writes the dictionary of a signature, which stands by itself so that its rooms can be filled.
  func add(signature facts: SignatureFacts, as reference: Reference) throws(PDFFailure) {
    var object = ByteBuffer()
    let place = try SignatureDictionary(facts).append(to: &object)
    try emitUnderWay(downTo: 0)
    let head = "\(reference.number) 0 obj\n".utf8.count
    signaturePlace = place.moved(by: offset + head)
    try emit(object, as: reference)
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
    case .plain, .update:
      // Neither has streams under way.
      var object = ByteBuffer()
      try spell(&object)
      try emit(object, as: reference)
    case .compact: try gather(spell, as: reference)
    }
  }

  /// Writes `count` objects that are not streams, numbered from `first` on; `spell` appends one of them, at most `most`
  /// bytes.
  ///
  /// A roster has millions of small elements: what is done for an object by itself is done once for many here.
  func add(
    _ count: Int,
    from first: Reference,
    atMost most: Int,
    _ spell: (Int, inout OutputSpan<UInt8>) -> Void
  ) throws(PDFFailure) {
    guard case .compact = form else {
      for index in 0..<count {
        try add(as: Reference(number: first.number + index)) { object in
          object.append(atMost: most) { spell(index, &$0) }
        }
      }
      return
    }
    var rest = 0..<count
    while !rest.isEmpty {
      if pending.isFull { try writePending() }
      let stream = try pendingStream()
      let index = pending.count
      let added = pending.add(rest, from: first, atMost: most, spell)
      let start = Reference(number: first.number + added.lowerBound)
      crossReference.place(added.count, from: start, inside: stream, index: index)
      rest = added.upperBound..<count
    }
  }

  /// Ends the object stream in the making, if it is worth having: what follows has little in common with what it holds.
  func endStretch() throws(PDFFailure) {
    if pending.count >= ObjectStream.fairCount { try writePending() }
  }

  /// Writes an object that is not a stream under the next number, which it returns.
  func add(_ value: Value) throws(PDFFailure) -> Reference {
    let reference = try allocate()
    try add(value, as: reference)
    return reference
  }

  /// Writes a stream (§7.3.8) under the next number, which it returns.
  ///
  /// Without `effort` it stays readable for programs that know no PDF. What `recurs` in other files is compressed once.
  func add(
    stream bytes: [UInt8],
    _ entries: Entries = [:],
    effort: Deflater.Effort? = .usual,
    recurs: Bool = false
  ) throws(PDFFailure) -> Reference {
    let reference = try allocate()
    try add(stream: bytes, entries, effort: effort, recurs: recurs, as: reference)
    return reference
  }

  /// Begins a stream that comes piece by piece, to be written when it has ended.
  func compressedStream() -> StreamDeflater { StreamDeflater(deflater) }

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
    try emitUnderWay(downTo: 0)
    let identifier = Value.bytes(hash.bytes)
    let trailer: Entries = [
      "Root": .reference(root), "Info": .reference(info), "ID": [identifier, identifier],
    ]
    switch form {
    case .compact: try writeCrossReferenceStream(trailer)
    case .plain: try writeCrossReferenceTable(trailer)
    case .update: preconditionFailure("an update ends in its own way")
    }
  }

  /// Writes the cross-reference and the trailer of an update (§7.5.6).
  func finishUpdate() throws(PDFFailure) {
    guard case .update(let base) = form else { preconditionFailure("the file has a base") }
    var trailer: Entries = [:]
    for (key, spelling) in base.trailer { trailer.add(key, .spelt(spelling)) }
    trailer.add("Prev", .integer(base.crossReference))
    let start = offset
    let end = base.hasStreams ? try allocate() : nil
    if let end { crossReference.place(end, at: .offset(start)) }
    let section = UpdateSection(of: crossReference, generations: generations)
    try emit(try section.bytes(asStream: end, trailer: trailer, start: start))
  }

  private func add(
    stream bytes: [UInt8],
    _ entries: Entries,
    effort: Deflater.Effort?,
    recurs: Bool,
    as reference: Reference
  ) throws(PDFFailure) {
    guard let effort, compresses else { return try emit(stream: bytes, entries, as: reference) }
    var entries = entries
    entries.add("Filter", .name("FlateDecode"))
    guard let deflating else {
      return try emit(
        stream: deflater.deflate(bytes, effort, recurs: recurs),
        entries,
        as: reference
      )
    }
    deflating.give(DeflateJob(bytes: bytes, effort: effort))
    underWay.append((entries, reference))
    try emitUnderWay(downTo: DeflateLine.most - 1)
  }

  /// Emits the streams that are compressed meanwhile, until only the last `count` of them are still under way.
  private func emitUnderWay(downTo count: Int) throws(PDFFailure) {
    guard let deflating else { return }
    while underWay.count > count {
      let stream = underWay.removeFirst()
      try emitNext(stream: deflating.take(), stream.entries, as: stream.reference)
    }
  }

  private var compresses: Bool { if case .plain = form { false } else { true } }

  /// Writes a stream whose bytes are as they will be, behind all that are under way.
  private func emit(
    stream data: [UInt8],
    _ entries: Entries,
    as reference: Reference
  ) throws(PDFFailure) {
    try emitUnderWay(downTo: 0)
    try emitNext(stream: data, entries, as: reference)
  }

  private func emitNext(
    stream data: [UInt8],
    _ entries: Entries,
    as reference: Reference
  ) throws(PDFFailure) {
    var entries = entries
    entries.add("Length", .integer(data.count))
    var opening = ByteBuffer()
    try opening.append(dictionary: entries)
    opening.append("\nstream\n")
    let closing = "\nendstream"
    guard data.count > Self.longStream else {
      opening.append(data)
      opening.append(closing)
      return try emit(opening, as: reference)
    }
    // The record of a long roster is the largest piece of memory there is: it is not copied either.
    var head = ByteBuffer()
    head.append("\(reference.number) 0 obj\n")
    head.append(opening.bytes)
    crossReference.place(reference, at: .offset(offset))
    try emit(head.bytes)
    try emit(data)
    try emit(Array("\(closing)\nendobj\n".utf8))
  }

  private func gather(
    _ spell: (inout ByteBuffer) throws(PDFFailure) -> Void,
    as reference: Reference
  ) throws(PDFFailure) {
    if pending.isFull { try writePending() }
    let stream = try pendingStream()
    let index = try pending.add(reference, spell)
    crossReference.place(reference, at: .inside(stream: stream, index: index))
  }

  /// The number of the object stream in the making.
  private func pendingStream() throws(PDFFailure) -> Reference {
    if let known = pendingReference { return known }
    let stream = try allocate()
    pendingReference = stream
    return stream
  }

  private func writePending() throws(PDFFailure) {
    guard let reference = pendingReference else { return }
    let stream = pending
    (pending, pendingReference) = (ObjectStream(), nil)
    try add(stream: stream.bytes, stream.entries, effort: .little, recurs: false, as: reference)
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
    let rows = try deflatedRows(offsetBytes: offsetBytes)
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

  private func deflatedRows(offsetBytes: Int) throws(PDFFailure) -> [UInt8] {
    var stream = compressedStream()
    try crossReference.forEachPieceOfRows(offsetBytes: offsetBytes) { piece throws(PDFFailure) in
      try stream.add(piece)
    }
    return try stream.finish()
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
    whole.append("\(reference.number) \(generations[reference] ?? 0) obj\n")
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
