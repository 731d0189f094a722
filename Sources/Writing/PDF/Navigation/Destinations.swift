import Pages

/// The named places of the file, to which inner links lead (ISO 32000-1 §12.3.2.3).
struct Destinations {
  /// The places by the bytes of their names: strings call some different names equal.
  private var places: [[UInt8]: Place] = [:]
  /// Where links lead, with the first link that leads there.
  private var wanted: [[UInt8]: LinkArea] = [:]

  /// Returns the name of the anchor `id` in a section; anchors are unique in their own section only.
  ///
  /// The first section's anchors keep their names, but for those that look like another section's.
  static func name(of id: String, section: Int) -> [UInt8] {
    let bytes = Array(id.utf8)
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let looksNumbered = !digits.isEmpty && bytes.dropFirst(digits.count).first == UInt8(ascii: ":")
    return section == 0 && !looksNumbered ? bytes : Array("\(section + 1):".utf8) + bytes
  }

  /// Notes that `link` leads to `name`.
  mutating func want(_ name: [UInt8], by link: LinkArea) {
    if wanted[name] == nil { wanted[name] = link }
  }

  /// Notes where `name` is; returns whether nothing has had that name.
  mutating func add(_ name: [UInt8], at place: Place) -> Bool {
    guard places[name] == nil else { return false }
    places[name] = place
    return true
  }

  /// The links that lead to no place of the file, by the names that they want.
  var dangling: [PDFViolation] {
    wanted.filter { places[$0.key] == nil }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { _, link in
        PDFViolation(.danglingLink(String(link.destination.dropFirst())), at: link.source)
      }
  }

  /// Writes the name tree (ISO 32000-1 §7.9.6) and returns its root, or nothing when there are no names.
  func write(on pages: [WrittenPage], to file: ObjectFile) throws(PDFFailure) -> Reference? {
    guard !places.isEmpty else { return nil }
    let sorted = places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let leaves = sorted.map { (key: Value.bytes($0.key), value: $0.value.destination(on: pages)) }
    return try SearchTree.write(leaves, .names, to: file)
  }
}
