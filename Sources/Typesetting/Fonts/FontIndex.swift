import Styling

/// The faces of the installed font files, found by name.
struct FontIndex {
  /// The faces in the order of their files.
  private(set) var records: [FaceRecord] = []
  /// The files that hold no font, or cannot be read.
  private(set) var unreadable: [String] = []
  private var byFamily: [String: [Int]] = [:]
  private var byFace: [String: [Int]] = [:]
  private var byFile: [String: [Int]] = [:]

  /// Reads the names of every face in `files`, whose order settles which of two equal faces wins.
  init(files: [String]) {
    for path in files {
      guard let file = FontFile(path: path), file.faceCount > 0 else {
        unreadable.append(path)
        continue
      }
      for index in 0..<file.faceCount { add(FaceRecord(file: file, index: index)) }
    }
  }

  private mutating func add(_ record: FaceRecord) {
    let place = records.count
    records.append(record)
    for name in record.familyNames { byFamily[name, default: []].append(place) }
    for name in record.faceNames { byFace[name, default: []].append(place) }
    if let name = record.file.split(separator: "/").last {
      byFile[folded(String(name)), default: []].append(place)
    }
  }

  /// Returns the places of all faces that answer to one of `names`, the best first.
  ///
  /// Upright faces come before slanted ones, then those nearest to the weight, then those of earlier files.
  func faces(named names: [String], weight: FontWeight) -> [Int] {
    for name in names.map(folded) {
      let places = byFamily[name] ?? byFace[name] ?? byFile[name] ?? []
      guard !places.isEmpty else { continue }
      return places.sorted { rank($0, weight) < rank($1, weight) }
    }
    return []
  }

  private func rank(_ place: Int, _ weight: FontWeight) -> (Int, Int, Int, Int) {
    let record = records[place]
    let isOfOtherWeight = (record.weight >= 600) != (weight == .bold)
    let wanted = weight == .bold ? 700 : 400
    return (
      record.isItalic ? 1 : 0, isOfOtherWeight ? 1 : 0, abs(record.weight - wanted), place
    )
  }
}
