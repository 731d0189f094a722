import Diagnostics

/// Names of parts and the relationships between them (ECMA-376-2 §6.5).
struct Relationship {
  let id: String
  let type: String
  /// The part it leads to, or nothing when it leads out of the file.
  let target: String?
}

enum PartNames {
  /// Reads the relationships of the part `source`; the package itself is the empty name.
  static func relationships(
    of source: String,
    in archive: ZipArchive
  ) throws(SpreadsheetFailure) -> [Relationship] {
    let folder = folder(of: source)
    let name = "\(folder)_rels/\(source.dropFirst(folder.count)).rels"
    guard let part = try archive.part(name) else { return [] }
    let pull = try XMLPull(part)
    var found: [Relationship] = []
    while true {
      let event = try pull.next()
      if event == .finished { return found }
      guard event == .start, pull.name == "Relationship" else { continue }
      guard found.count < 10_000 else { throw .tooLarge(part: name, limit: "一万条关系") }
      let isInside = pull.attribute("TargetMode") != "External"
      let target = pull.attribute("Target") ?? ""
      found.append(
        Relationship(
          id: pull.attribute("Id") ?? "",
          type: String((pull.attribute("Type") ?? "").split(separator: "/").last ?? ""),
          target: isInside ? resolved(target, in: folder) : nil
        )
      )
    }
  }

  /// Returns the name that `target` has in the archive, or nothing when it climbs out of it.
  static func resolved(_ target: String, in folder: String) -> String? {
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    var names: [Substring] = []
    for name in path.split(separator: "/") {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { return nil }
      default: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }

  /// Returns the folder of a part, with its slash.
  private static func folder(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "" }
    return String(part[...slash])
  }
}
