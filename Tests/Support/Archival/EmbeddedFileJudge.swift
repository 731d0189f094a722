/// Judges the files inside a file (ISO 19005-3 §6.8).
struct EmbeddedFileJudge {
  private(set) var breaches: [Breach] = []
  private let file: ArchivalFile

  init(_ file: ArchivalFile) {
    self.file = file
    let associated = EmbeddedFileJudge.associatedFiles(of: file)
    for (number, object) in file.objects.sorted(by: { $0.key < $1.key }) {
      guard let specification = object.dictionary,
        let streams = file.resolved(specification["EF"])?.dictionary
      else { continue }
      judge(specification, number)
      if !associated.contains(number) {
        breaches.append(Breach(.association, "no AF has file \(number)"))
      }
      for stream in Set(streams.values.compactMap(\.reference)).sorted() { judge(stream) }
    }
  }

  /// Judges a file specification (ISO 32000-1 §7.11.3).
  private mutating func judge(_ specification: [String: Thing], _ number: Int) {
    let names = ["F", "UF"].filter { (specification[$0]?.text ?? "").isEmpty }
    if !names.isEmpty { breaches.append(Breach(.embeddedName, "file \(number) lacks \(names)")) }
    let relationship = specification["AFRelationship"]?.name ?? ""
    if !EmbeddedFileJudge.relationships.contains(relationship) {
      breaches.append(Breach(.relationship, "file \(number) is “\(relationship)”"))
    }
  }

  /// Judges an embedded file stream (ISO 32000-1 §7.11.4).
  private mutating func judge(_ stream: Int) {
    let head = file.objects[stream]?.dictionary ?? [:]
    let type = head["Subtype"]?.name ?? ""
    // A media type of RFC 2046.
    if type.wholeMatch(of: /[A-Za-z0-9.+-]+\/[A-Za-z0-9.+-]+/) == nil {
      breaches.append(Breach(.embeddedType, "stream \(stream) is of type “\(type)”"))
    }
    let date = file.resolved(head["Params"])?.dictionary?["ModDate"]?.text ?? ""
    if date.wholeMatch(of: /D:\d{4}(\d{2}){0,5}(Z|[+-]\d{2}'(\d{2}'?)?)?/) == nil {
      breaches.append(Breach(.embeddedDate, "stream \(stream) was changed on “\(date)”"))
    }
  }

  /// The file specifications that an AF anywhere in the file has (ISO 19005-3 annex E).
  private static func associatedFiles(of file: ArchivalFile) -> Set<Int> {
    var files: Set<Int> = []
    for object in file.objects.values {
      let associated = file.resolved(object.dictionary?["AF"])?.array ?? []
      files.formUnion(associated.compactMap(\.reference))
    }
    return files
  }

  /// ISO 19005-3 table E.1.
  private static let relationships: Set = [
    "Source", "Data", "Alternative", "Supplement", "Unspecified",
  ]
}
