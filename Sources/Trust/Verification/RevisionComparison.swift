import PDFFiles

/// Compares what two revisions of a file show and hold, object by object from the catalog on.
///
/// Nothing is allowed but what is told as allowed: places that are signed, validation data, time stamps. Objects are
/// followed from the catalog, so it does not matter how a revision numbers them; a pair is compared once, and what
/// waits stands in a list, so neither circles nor depth cost more than memory for the pairs.
struct RevisionComparison {
  /// Two values that should be the same.
  private struct Pair {
    var old, new: PDFValue
    var place: Place
  }

  /// Where a pair was found.
  enum Place {
    case entry(String)
    case page(Int)
    case pages
    case attachment
    case field(String)
    case properties
  }

  private struct Couple: Hashable {
    var old, new: PDFReference
  }

  private let old, new: PDFFile
  private var fields = FieldComparison()
  private var pages: [PDFReference: Int] = [:]
  private var branches: Set<PDFReference> = []
  private var waiting: [Pair] = []
  private var seen: Set<Couple> = []
  private var told: [RevisionChange] = []

  private static let mostTold = 20

  private init(from old: PDFFile, to new: PDFFile) {
    self.old = old
    self.new = new
  }

  /// Returns what changed from `old` to `new`.
  static func changes(from old: PDFFile, to new: PDFFile) -> [RevisionChange] {
    var comparison = RevisionComparison(from: old, to: new)
    do throws(PDFFileFailure) {
      try comparison.run()
    } catch {
      comparison.tell(.unreadable)
    }
    return comparison.told
  }

  private mutating func run() throws(PDFFileFailure) {
    let (first, second) = (try old.trailer().entries ?? [:], try new.trailer().entries ?? [:])
    let (oldCatalog, newCatalog) = (try old.catalog(), try new.catalog())
    try numberPages(from: oldCatalog["/Pages"])
    fields = try FieldComparison(oldCatalog, newCatalog, old, new)
    fields.changes.forEach { tell($0) }
    // What may change waits longest: an object that pages lead to as well counts as theirs.
    push(first["/Info"], second["/Info"], .properties)
    for key in Self.properties { push(oldCatalog[key], newCatalog[key], .properties) }
    fields.pairs.forEach { push($0.old, $0.new, $0.place) }
    push(first["/Encrypt"], second["/Encrypt"], .entry("Encrypt"))
    if let one = first["/Root"]?.reference, let other = second["/Root"]?.reference {
      seen.insert(Couple(old: one, new: other))
    }
    try compareCatalogs(oldCatalog, newCatalog)
    while let pair = waiting.popLast() {
      guard told.count <= RevisionComparison.mostTold else { return tell(.more) }
      try compare(pair)
    }
    // Of a key that stands twice in a dictionary readers take different ones.
    if new.doubleKeyCount() > old.doubleKeyCount() { tell(.unreadable) }
  }

  /// Programs note here that they were at work, and with what; pages look the same.
  private static let properties = ["/Extensions", "/Version", "/Metadata"]

  private mutating func compareCatalogs(
    _ old: [String: PDFValue],
    _ new: [String: PDFValue]
  ) throws(PDFFileFailure) {
    let store = try self.new.resolve(new["/DSS"])
    if store != .null, try store != self.old.resolve(old["/DSS"]) { tell(.validationData) }
    for key in Set(old.keys).union(new.keys).sorted() {
      switch key {
      // The form is compared field by field; validation data show nothing.
      case "/AcroForm": continue
      case "/DSS" where new[key] != nil: continue
      case let key where Self.properties.contains(key): continue
      case "/Pages": push(old[key], new[key], .pages)
      case "/AF", "/Names": push(old[key], new[key], .attachment)
      default: push(old[key], new[key], .entry(String(key.dropFirst())))
      }
    }
  }

  private mutating func push(_ old: PDFValue?, _ new: PDFValue?, _ place: Place) {
    guard old != nil || new != nil else { return }
    waiting.append(Pair(old: old ?? .null, new: new ?? .null, place: place))
  }

  private mutating func compare(_ pair: Pair) throws(PDFFileFailure) {
    var place = pair.place
    var isSignedField = false
    if let one = pair.old.reference {
      if let other = pair.new.reference {
        guard seen.insert(Couple(old: one, new: other)).inserted else { return }
      }
      if let number = pages[one] { place = .page(number) }
      if branches.contains(one) { place = .pages }
      if let name = fields.names[one] { place = .field(name) }
      isSignedField = fields.signed.contains(one)
    }
    let (first, second) = (try old.resolve(pair.old), try new.resolve(pair.new))
    switch (first, second) {
    case (.dictionary(let one), .dictionary(let other)):
      try compare(one, other, place, isSignedField: isSignedField)
    case (.stream(let one), .stream(let other)):
      try compare(one, other, place, isSignedField: false)
      guard let oldStream = pair.old.reference, let newStream = pair.new.reference,
        try old.rawData(oldStream) == new.rawData(newStream)
      else { return tellChange(at: place) }
    case (.array(let one), .array(let other)):
      guard one.count == other.count else { return tellChange(at: place) }
      for (one, other) in zip(one, other) { push(one, other, place) }
    default: if first != second { tellChange(at: place) }
    }
  }

  private mutating func compare(
    _ old: [String: PDFValue],
    _ new: [String: PDFValue],
    _ place: Place,
    isSignedField: Bool
  ) throws(PDFFileFailure) {
    for key in Set(old.keys).union(new.keys).sorted() {
      // What is seen of a signature stays inside the place, whose corners are compared.
      if isSignedField, ["/V", "/AP", "/M"].contains(key) { continue }
      var (one, other) = (old[key], new[key])
      if key == "/Annots", case .page = place {
        (one, other) = (
          .array(try self.old.resolve(one).elements ?? []), .array(try annotations(other))
        )
      }
      push(one, other, place)
    }
  }

  /// The annotations of a new page without those of time stamps that were added.
  private func annotations(_ value: PDFValue?) throws(PDFFileFailure) -> [PDFValue] {
    (try new.resolve(value).elements ?? []).filter { annotation in
      annotation.reference.map { !fields.added.contains($0) } ?? true
    }
  }

  /// Numbers the pages of the old revision from 1.
  private mutating func numberPages(from root: PDFValue?) throws(PDFFileFailure) {
    var (waiting, seen) = ([root ?? .null], Set<PDFReference>())
    while let next = waiting.popLast() {
      guard let reference = next.reference, seen.insert(reference).inserted,
        let node = try old.object(reference).entries
      else { continue }
      if let kids = try old.resolve(node["/Kids"]).elements {
        waiting += kids.reversed()
        branches.insert(reference)
      } else {
        pages[reference] = pages.count + 1
      }
    }
  }

  // MARK: Telling

  private mutating func tellChange(at place: Place) {
    switch place {
    case .entry(let name): tell(.entry(name: name))
    case .page(let number): tell(.page(number: number))
    case .pages: tell(.pages)
    case .attachment: tell(.attachment)
    case .field(let name): tell(.field(name: name))
    case .properties: tell(.properties)
    }
  }

  private mutating func tell(_ change: RevisionChange) {
    if !told.contains(change) { told.append(change) }
  }
}
