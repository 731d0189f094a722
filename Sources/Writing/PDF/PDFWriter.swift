import Geometry
public import Pages

/// Writes pages as one PDF 1.7 file (ISO 32000-1), byte by byte as they come.
///
/// A file may hold several documents one after another, such as a batch of certificates. What is kept of a page is
/// its place in the file. A failure is final: the bytes written so far are then of no use.
public final class PDFWriter {
  /// How far the file has come.
  private enum State {
    case open, failed, finished
  }

  let metadata: PDFMetadata
  let fonts: PDFFonts
  let conformance: PDFConformance
  let file: ObjectFile
  /// Objects that others name before they are written.
  let catalog, pageTree, resources: Reference
  /// The logical structure of an archival file.
  let structure: StructureTree?
  /// The places for signatures that pages may have.
  let fields: [SignatureField]

  private(set) var pages: [WrittenPage] = []
  private(set) var sections = Sections()
  private(set) var destinations = Destinations()
  private(set) var outline = Outline()
  private(set) var uses = FontUses()
  private(set) var record: RecordFile?
  private var standing = StandingContents()
  private(set) var widgets: [SignatureWidget] = []
  /// The signatures that fields name, to be written last.
  var unwrittenSignatures: [(SignatureFacts, as: Reference)] = []
  /// What is taken on the pages that have a seal with a caption.
  var freePlaces: [Int: FreePlace] = [:]
  /// The names of fields whose captions found no free place, once the file is finished.
  public internal(set) var missingCaptions: [String] = []
  /// The seal whose slices stand across the edges of the pages, and the resources of those pages.
  private(set) var overlay: (Overlay, as: Reference)?
  /// What the documents so far break.
  private var violations: PDFViolations
  private var beginsDocument = false
  private var state = State.open

  /// Begins a file; `write` takes its bytes in order, `deflater` may serve other files before and after.
  ///
  /// With `deflating` streams are compressed there while the next ones are written; the bytes are the same.
  /// `fields` become signature fields where pages have a stamp place of that name.
  /// The caller keeps the bytes of a file that failed from being taken for a whole one.
  public convenience init(
    metadata: PDFMetadata,
    fonts: PDFFonts,
    conformance: PDFConformance = .archival,
    fields: [SignatureField] = [],
    deflater: Deflater = Deflater(),
    deflating: DeflateLine? = nil,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    try self.init(
      metadata: metadata,
      fonts: fonts,
      conformance: conformance,
      fields: fields,
      form: .compact,
      deflater: deflater,
      deflating: deflating,
      write: write
    )
  }

  /// Begins a file of the given form.
  init(
    metadata: PDFMetadata,
    fonts: PDFFonts,
    conformance: PDFConformance = .archival,
    fields: [SignatureField] = [],
    form: ObjectFile.Form,
    deflater: Deflater = Deflater(),
    deflating: DeflateLine? = nil,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(PDFFailure) {
    var (metadata, violations) = (metadata, PDFViolations())
    metadata.title = violations.fitting(metadata.title, .title)
    (self.metadata, self.violations) = (metadata, violations)
    self.fonts = fonts
    self.conformance = conformance
    self.fields = fields
    file = try ObjectFile(form: form, deflater: deflater, deflating: deflating, write: write)
    catalog = try file.allocate()
    pageTree = try file.allocate()
    resources = try file.allocate()
    structure = conformance == .archival ? try StructureTree(of: file) : nil
  }

  /// Where the signature is to be filled in, once the file is finished.
  public var signaturePlace: SignaturePlace? { file.signaturePlace }

  /// The number of pages so far.
  public var pageCount: Int { pages.count }

  /// Begins another document in the same file, with page labels and anchors of its own.
  ///
  /// A title puts the document into the outline, its headings below. The first document begins by itself; calling
  /// this before its first page gives it a title.
  public func begin(title: String? = nil) {
    sections.begin(title: title.map { violations.fitting($0, .title) }, at: pages.count)
    beginsDocument = true
  }

  /// Writes a page of the current document.
  public func add(_ page: Page) throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      check(page.size)
      let written = WrittenPage(reference: try file.allocate(), size: page.size)
      pages.append(written)
      try write(page, onto: pages.count - 1)
    }
  }

  /// Writes more onto a page that was added before, above what stands there.
  ///
  /// `index` counts from 0 in the file. This is for what is known last, such as the number of pages; it is decoration.
  public func addFurniture(_ furniture: PageFurniture, toPage index: Int) throws(PDFFailure) {
    precondition(pages.indices.contains(index), "furniture stands on a page that was added")
    try step { () throws(PDFFailure) in
      for items in furniture.standing { try writeStanding(items, onto: index) }
      if !furniture.items.isEmpty { try writeFurniture(furniture.items, onto: index) }
      freePlaces[index]?.take(furniture.allItems)
    }
  }

  /// Writes decoration above what stands on a page.
  func writeFurniture(_ items: [PageItem], onto index: Int) throws(PDFFailure) {
    let content = try ContentStream.bytes(
      of: items,
      pageHeight: pages[index].size.height,
      fonts: fonts,
      uses: &uses
    )
    pages[index].contents.append(try file.add(stream: content))
  }

  /// Puts what stands alike on many pages onto one of them; it is written with the first.
  private func writeStanding(_ items: StandingItems, onto index: Int) throws(PDFFailure) {
    let height = pages[index].size.height
    if let known = standing.reference(of: items, pageHeight: height) {
      return pages[index].contents.append(known)
    }
    try writeFurniture(items.items, onto: index)
    standing.add(
      items,
      pageHeight: height,
      as: pages[index].contents[pages[index].contents.count - 1]
    )
  }

  /// Adds the headings of a document, whose page 1 is page `firstPage` of the file, counted from 0.
  ///
  /// They make the outline, but for places of level 0, and inner links lead to them. The documents may come in any order.
  /// Of places of one name links lead to the first.
  public func addOutline(_ entries: [OutlineEntry], firstPage: Int) throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      let section = sections.section(ofPage: firstPage)
      for entry in entries {
        let place = Place(page: firstPage + entry.page - 1, top: entry.top)
        precondition(
          pages.indices.contains(place.page),
          "a heading stands on a page that was added"
        )
        let name = Destinations.name(of: entry.id, section: section)
        if !destinations.add(name, at: place) {
          violations.add(PDFViolation(.duplicateDestination(entry.id), at: entry.source))
        }
        guard entry.level > 0 else { continue }
        let title = violations.fitting(entry.title, .heading, at: entry.source)
        outline.add(title, level: entry.level, at: place, section: section)
      }
    }
  }

  /// Puts a further piece into the record that the file carries (ISO 19005-3 §6.8).
  public func embed(_ piece: [UInt8]) throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      var begun = record ?? RecordFile(of: file)
      // Out of its place while it grows, so that its bytes are never copied.
      record = nil
      try begun.add(piece)
      record = begun
    }
  }

  /// Writes what was waiting for the last page: pages, fonts, outline, metadata and the cross-reference.
  ///
  /// - Throws: `violations` with everything that the documents break; nothing more is written of such a file.
  public func finish() throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      guard !pages.isEmpty else { throw .noPages }
      sections.end(at: pages.count)
      destinations.dangling.forEach { violations.add($0) }
      fieldsWithoutPlace.forEach { violations.add(PDFViolation(.noSignaturePlace($0.name))) }
      try checkSoFar()
      try writeEnd()
    }
    state = .finished
  }

  /// Throws `violations` when the documents so far break anything that is known before the end.
  public func settle() throws(PDFFailure) {
    try step { () throws(PDFFailure) in try checkSoFar() }
  }

  private func checkSoFar() throws(PDFFailure) {
    let found = uses.violations + (structure?.violations.all ?? [])
    found.forEach { violations.add($0) }
    try violations.check()
  }

  /// Runs one step of writing, unless an earlier one failed.
  private func step(_ body: () throws(PDFFailure) -> Void) throws(PDFFailure) {
    precondition(state != .finished, "nothing is added to a finished file")
    guard state == .open else { throw .abandoned }
    // Until the step is through, it counts as failed: so no way out of it can be forgotten.
    state = .failed
    do throws(PDFFailure) {
      try body()
    } catch {
      guard case .violations(let more) = error else { throw error }
      // What nobody looked for beforehand has broken off an object: it is told behind what is known.
      more.forEach { violations.add($0) }
      throw .violations(violations.all)
    }
    state = .open
  }

  private func write(_ page: Page, onto index: Int) throws(PDFFailure) {
    let reference = pages[index].reference
    if beginsDocument { try structure?.endDocument() }
    beginsDocument = false
    try structure?.follow(page.structure)
    var tagging = structure?.beginPage(reference)
    let content = try ContentStream.bytes(
      of: page.items,
      pageHeight: page.size.height,
      fonts: fonts,
      uses: &uses,
      tagging: &tagging
    )
    for items in page.under { try writeStanding(items, onto: index) }
    // A roster's pages are the most of its bytes: to look hard for what repeats would take thrice the time of all else
    // that is written, for a tenth of the size.
    pages[index].contents.append(try file.add(stream: content, effort: .little))
    for items in page.over { try writeStanding(items, onto: index) }
    for link in page.items.links where link.mark != .decoration {
      try write(link, onto: index)
    }
    try placeFields(of: page, onto: index)
    if let structure, let tagging {
      pages[index].structureKey = try structure.endPage(reference, tagging)
    }
  }

  /// Notes a field that has its place on a page.
  func place(_ widget: SignatureWidget, onto index: Int) {
    widgets.append(widget)
    pages[index].annotations.append(widget.reference)
  }

  /// Writes what is seen of a field, and the slices of its seal.
  func writeAppearance(of widget: SignatureWidget) throws(PDFFailure) -> Reference {
    let field = widget.field
    let room = (width: field.size.width / .pt(1), height: field.size.height / .pt(1))
    guard let mark = field.mark, mark.isSeal else {
      return try file.add(
        appearance: field.mark,
        room: room,
        resources: resources,
        fonts: fonts,
        uses: &uses
      )
    }
    let overlay = try file.add(
      overlay: mark,
      resources: resources,
      fonts: fonts,
      uses: &uses
    )
    if let sides = field.seam { try writeSlices(of: overlay, on: sides) }
    return try file.add(appearance: overlay, room: room)
  }

  /// Puts the slices of a seal above what stands on the pages (骑缝章); they are decoration.
  private func writeSlices(
    of overlay: Overlay,
    on sides: SealSlices.Sides
  ) throws(PDFFailure) {
    let slices = SealSlices(of: overlay.size, over: pages.count, printedOn: sides)
    let resources = try file.allocate()
    for index in pages.indices {
      let paper = pages[index].size
      guard let slice = slices.slice(onPage: index, paper: paper) else { continue }
      let content = overlay.painting(slice, paperHeight: paper.height)
      pages[index].contents.append(try file.add(stream: content))
      pages[index].resources = resources
    }
    self.overlay = (overlay, as: resources)
  }

  private func write(_ link: LinkArea, onto index: Int) throws(PDFFailure) {
    let annotation = LinkAnnotation(link, section: sections.section(ofPage: index))
    switch annotation.target {
    case .destination(let name): destinations.want(name, by: link)
    case .address(let address):
      guard violations.fitting(address, .address, at: link.source) == address else { return }
    }
    let reference = try file.allocate()
    let tag = try structure?.add(
      annotation: reference,
      of: link.mark,
      on: pages[index].reference
    )
    let height = pages[index].size.height
    try file.add(annotation.dictionary(pageHeight: height, tag: tag), as: reference)
    pages[index].annotations.append(reference)
  }

  /// The sides that a page may have, in thousandths of a point (ISO 32000-1 annex C).
  private static let sides = 3_000...14_400_000

  private func check(_ size: Size) {
    let (width, height) = (Number(size.width).thousandths, Number(size.height).thousandths)
    guard !Self.sides.contains(width) || !Self.sides.contains(height) else { return }
    let kind = PDFViolation.Kind.pageSize(
      width: Double(width) / 1000,
      height: Double(height) / 1000
    )
    violations.add(PDFViolation(kind))
  }
}
