import Pages

/// The named places of the file, to which inner links lead (ISO 32000-1 §12.3.2.3).
struct Destinations {
  private var places: [String: Place] = [:]
  private var wanted: Set<String> = []

  /// Whether there are none.
  var isEmpty: Bool { places.isEmpty }

  /// Returns the name of the anchor `id` in a section; anchors are unique in their own section only.
  static func name(of id: String, section: Int) -> String {
    section == 0 ? id : "\(section + 1):\(id)"
  }

  /// Notes that a link leads to `name`.
  mutating func want(_ name: String) {
    wanted.insert(name)
  }

  /// Notes where `name` is.
  mutating func add(_ name: String, at place: Place) throws(PDFFailure) {
    guard places.updateValue(place, forKey: name) == nil else {
      throw .duplicateDestination(name)
    }
  }

  /// Writes the name tree (ISO 32000-1 §7.9.6) and returns its root, or nothing when there are no names.
  func write(on pages: [WrittenPage], to file: ObjectFile) throws(PDFFailure) -> Reference? {
    if let missing = wanted.filter({ places[$0] == nil }).min() { throw .danglingLink(missing) }
    guard !places.isEmpty else { return nil }
    let sorted = places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let leaves = sorted.map { (name: Array($0.key.utf8), value: $0.value.destination(on: pages)) }
    return try NameTree.write(leaves, to: file)
  }
}
