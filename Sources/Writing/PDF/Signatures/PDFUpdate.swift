/// Continues a file that is there by a further revision, of which not a byte is changed (ISO 32000-1 §7.5.6).
///
/// It knows objects by their numbers and entries by their spelling; what they mean is for the caller to know.
public final class PDFUpdate {
  let file: ObjectFile
  private let fonts: PDFFonts
  private let resources: Reference
  private var uses = FontUses()
  /// The seal of the revision, and how it is mixed with pages, once they are written.
  private var overlay: Overlay?
  private var mixingReference: Reference?

  /// Begins a revision behind the file that `base` tells of; `write` takes the bytes that are added.
  public init(
    of base: ContinuedFile,
    fonts: PDFFonts,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    file = try ObjectFile(behind: base, deflater: Deflater(), write: write)
    self.fonts = fonts
    resources = try file.allocate()
  }

  /// Takes the next object number.
  public func allocate() throws(PDFFailure) -> Int { try file.allocate().number }

  /// Writes a dictionary under `number`, a new one or one of the file; keys stand without solidus, values as they are spelt.
  public func put(
    _ entries: [(key: String, spelling: [UInt8])],
    as number: Int,
    generation: Int = 0
  ) throws(PDFFailure) {
    let dictionary = Entries(entries.map { ($0.key, Value.spelt($0.spelling)) })
    let reference = Reference(number: number)
    file.setGeneration(generation, of: reference)
    try file.add(.dictionary(dictionary), as: reference)
  }

  /// Writes a stream of `bytes`, and returns its number.
  public func add(stream bytes: [UInt8]) throws(PDFFailure) -> Int {
    try file.add(stream: bytes).number
  }

  /// Writes what is seen of a signature in a field whose sides are `room` points, and returns its number.
  public func add(
    appearance mark: SignatureMark,
    room: (width: Double, height: Double)
  ) throws(PDFFailure) -> Int {
    guard !mark.isSeal else {
      return try file.add(appearance: try overlay(of: mark), room: room).number
    }
    return try file.add(
      appearance: mark,
      room: room,
      resources: resources,
      fonts: fonts,
      uses: &uses
    ).number
  }

  /// Writes `seal`, the only one of the revision, unless it was written before.
  func overlay(of seal: SignatureMark) throws(PDFFailure) -> Overlay {
    if let overlay { return overlay }
    let made = try file.add(overlay: seal, resources: resources, fonts: fonts, uses: &uses)
    overlay = made
    return made
  }

  /// Writes how a seal is mixed with pages, unless it was written before.
  func mixing() throws(PDFFailure) -> Reference {
    if let mixingReference { return mixingReference }
    let made = try file.add(Overlay.mixing)
    mixingReference = made
    return made
  }

  /// Writes the dictionary of a signature with room for it, and returns its number.
  public func add(signature facts: SignatureFacts) throws(PDFFailure) -> Int {
    let reference = try file.allocate()
    try file.add(signature: facts, as: reference)
    return reference.number
  }

  /// Ends the revision; tells where the signature is to be filled in, if there is one.
  public func finish() throws(PDFFailure) -> SignaturePlace? {
    try writeResources(of: uses, fonts: fonts, as: resources, to: file)
    try file.finishUpdate()
    return file.signaturePlace
  }
}
