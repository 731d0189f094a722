/// The named places of the file, to which inner links lead (ISO 32000-1 §12.3.2.3).
struct Destinations {
  /// The places by the bytes of their names: strings call some different names equal.
  private var places: [[UInt8]: Place] = [:]
  private var wanted: Set<[UInt8]> = []

  /// Returns the name of the anchor `id` in a section; anchors are unique in their own section only.
  ///
  /// The first section's anchors keep their names, but for those that look like another section's.
  static func name(of id: String, section: Int) -> [UInt8] {
    let bytes = Array(id.utf8)
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let looksNumbered = !digits.isEmpty && bytes.dropFirst(digits.count).first == UInt8(ascii: ":")
    return section == 0 && !looksNumbered ? bytes : Array("\(section + 1):".utf8) + bytes
  }

  /// Notes that a link leads to `name`.
  mutating func want(_ name: [UInt8]) {
    wanted.insert(name)
  }

  /// Notes where `name` is.
  mutating func add(_ name: [UInt8], at place: Place) throws(PDFFailure) {
    guard places.updateValue(place, forKey: name) == nil else {
      throw .duplicateDestination(String(decoding: name, as: UTF8.self))
    }
  }

  /// Writes the name tree (ISO 32000-1 §7.9.6) and returns its root, or nothing when there are no names.
  func write(on pages: [WrittenPage], to file: ObjectFile) throws(PDFFailure) -> Reference? {
    let missing = wanted.filter { places[$0] == nil }
    if let name = missing.min(by: { $0.lexicographicallyPrecedes($1) }) {
      throw .danglingLink(String(decoding: name, as: UTF8.self))
    }
    guard !places.isEmpty else { return nil }
    let sorted = places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let leaves = sorted.map { (key: Value.bytes($0.key), value: $0.value.destination(on: pages)) }
    return try SearchTree.write(leaves, .names, to: file)
  }
}
