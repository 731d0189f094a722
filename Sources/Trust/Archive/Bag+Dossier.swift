import Digests

extension Bag {
  /// The most documents of a dossier: they are packed in memory, and read by whoever opens the folder.
  public static let mostDocuments = 1000

  /// Packs the documents of `bags` together under one `title` (案卷): each has a numbered folder below `data` with all
  /// that its own bag would hold, its metadata among it.
  public init(dossier title: String, of bags: [Bag]) {
    let payload = bags.enumerated().flatMap { index, bag in
      (bag.payload + bag.files.filter { $0.path == FileName.metadata }).map { file in
        BagFile(path: Bag.path(file.path, ofDocument: index + 1), bytes: file.bytes)
      }
    }
    self.init(
      Holding(dossier: title, of: bags.map(\.holding)),
      records: bags.flatMap(\.records),
      payload: payload
    )
  }

  /// Returns where a file that the bag of one document has at `path` stands in a dossier, for its document `number`.
  static func path(_ path: String, ofDocument number: Int) -> String {
    let digits = String(number)
    let name = path.hasPrefix("data/") ? path.dropFirst(5) : path[...]
    return "data/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)/\(name)"
  }

  /// Returns whether a document stands at `path`, in a bag of one or of several.
  static func isDocument(_ path: String) -> Bool {
    let steps = path.split(separator: "/")
    return path == FileName.document
      || steps.count == 3 && path.hasPrefix("data/") && path.hasSuffix("/document.pdf")
        && steps[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension Holding {
  /// Returns where the bag has what it has at `path` for one document: a path for each document.
  public func paths(of path: String) -> [String] {
    isDossier ? (1...documentCount).map { Bag.path(path, ofDocument: $0) } : [path]
  }

  /// Sums up several documents: kept as long as any of them and from the last of their days on, so that none falls due
  /// early; renewed as soon as the first of their time stamps asks for it.
  init(dossier title: String, of parts: [Holding]) {
    precondition(!parts.isEmpty, "a dossier has documents")
    self.init(
      digest: dossierDigest(of: parts.map(\.digest)),
      title: title,
      day: parts.map(\.day).reduce(parts[0].day, max),
      archivedOn: parts[0].archivedOn,
      retention: parts.map(\.retention).reduce(parts[0].retention, max),
      fileName: "data",
      byteCount: parts.reduce(0) { $0 + $1.byteCount }
    )
    documentCount = parts.count
    numbers = unique(parts.flatMap(\.numbers))
    keywords = unique(parts.flatMap { [$0.title] + ($0.form.map { [$0] } ?? []) })
    persons = unique(parts.flatMap(\.persons))
    employer = parts.lazy.compactMap(\.employer).first
    employerCode = parts.lazy.compactMap(\.employerCode).first
    stampedUntil = parts.compactMap(\.stampedUntil).min()
  }
}

/// Returns the digest that names a bag with these documents, in whichever order they came.
///
/// It is that of the one document, or that of all their digests in hexadecimal digits, sorted, a line each.
func dossierDigest(of documents: [Digest]) -> Digest {
  guard documents.count > 1 else { return documents.first ?? Digest(of: []) }
  return Digest(of: documents.map { $0.hex + "\n" }.sorted().flatMap(\.utf8))
}

private func unique(_ texts: [String]) -> [String] {
  var known: Set<String> = []
  return texts.filter { known.insert($0).inserted }
}
