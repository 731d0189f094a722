/// Judges files by the clauses of PDF/A-3a and PDF/UA-1, written against the standards alone: it shares nothing with
/// the writer.
package enum ArchivalJudge {
  /// Returns every breach of a clause in `file`; none of a file that keeps them all.
  ///
  /// A file whose objects cannot be read is judged by its bytes only.
  package static func breaches(in file: [UInt8]) -> [Breach] {
    let bytes = breachesOfBytes(file)
    guard bytes.isEmpty else { return bytes }
    do {
      let file = try ArchivalFile(file)
      let content = file.pages.map { PageWalk(of: $0, in: file) }
      return breachesOfStreams(file) + breachesOfLimits(file) + breachesOfColour(file)
        + content.flatMap(\.breaches) + FontJudge(file, content).breaches
        + breachesOfAnnotations(file) + MetadataJudge(file).breaches
        + EmbeddedFileJudge(file).breaches
        + StructureJudge(file, content).breaches
    } catch {
      return [Breach(.crossReference, "\(error)")]
    }
  }

  // MARK: Bytes

  private static func breachesOfBytes(_ file: [UInt8]) -> [Breach] {
    var breaches: [Breach] = []
    let head = file.prefix(15)
    let comment = head.dropFirst(9)
    if !head.starts(with: "%PDF-1.".utf8) || !(0x30...0x37).contains(head.dropFirst(7).first ?? 0)
      || comment.first != UInt8(ascii: "%")
      || comment.dropFirst().prefix(4).contains(where: { $0 < 128 })
    {
      breaches.append(Breach(.header, "the first bytes are \(Array(head))"))
    }
    let ends = ["%%EOF", "%%EOF\n", "%%EOF\r", "%%EOF\r\n"]
    if !ends.contains(where: { file.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      breaches.append(Breach(.end, "the last bytes are \(Array(file.suffix(8)))"))
    }
    return breaches
  }

  // MARK: Streams and trailer

  private static let filters: Set = [
    "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode",
    "JBIG2Decode", "DCTDecode", "JPXDecode",
  ]

  private static func breachesOfStreams(_ file: ArchivalFile) -> [Breach] {
    var breaches: [Breach] = []
    if file.trailer["ID"]?.array?.count != 2 {
      breaches.append(
        Breach(.identifier, "the trailer's ID is \(file.trailer["ID"], default: "not there")")
      )
    }
    if file.trailer["Encrypt"] != nil { breaches.append(Breach(.openness, "the trailer")) }
    for (number, head) in file.streamHeads {
      let keys = ["F", "FFilter", "FDecodeParms"].filter { head[$0] != nil }
      if !keys.isEmpty { breaches.append(Breach(.streamKeys, "stream \(number) has \(keys)")) }
      let named = head["Filter"].map { $0.array ?? [$0] } ?? []
      for filter in named where !filters.contains(filter.name ?? "") {
        breaches.append(Breach(.filters, "stream \(number) has \(filter)"))
      }
      if named.isEmpty || named.map(\.name) == ["FlateDecode"], file.streams[number] == nil {
        breaches.append(Breach(.streamLength, "stream \(number)"))
      }
    }
    return breaches
  }

  // MARK: Limits

  private static func breachesOfLimits(_ file: ArchivalFile) -> [Breach] {
    var breaches: [Breach] = []
    for number in file.objects.keys.sorted() {
      guard let object = file.objects[number], let words = excess(of: object) else { continue }
      breaches.append(Breach(.limits, "object \(number) has \(words)"))
    }
    for page in file.pages {
      let box = page.entries["MediaBox"]?.array?.compactMap(\.number) ?? []
      let sides = box.count == 4 ? [box[2] - box[0], box[3] - box[1]] : [0]
      guard sides.allSatisfy((3...14_400).contains) else {
        breaches.append(Breach(.limits, "page \(page.number) measures \(sides)"))
        continue
      }
    }
    return breaches
  }

  private static func excess(of thing: Thing) -> String? {
    switch thing {
    case .string(let bytes): bytes.count < 32_768 ? nil : "a string of \(bytes.count) bytes"
    case .name(let name): name.utf8.count <= 127 ? nil : "a name of \(name.utf8.count) bytes"
    case .array(let elements): elements.lazy.compactMap(excess).first
    case .dictionary(let entries):
      entries.lazy.compactMap { excess(of: .name($0.key)) ?? excess(of: $0.value) }.first
    case .word, .number, .reference: nil
    }
  }

  // MARK: Colour

  private static func breachesOfColour(_ file: ArchivalFile) -> [Breach] {
    let intents = file.resolved(file.catalog["OutputIntents"])?.array ?? []
    guard let intent = file.resolved(intents.first)?.dictionary, intent["S"]?.name == "GTS_PDFA1",
      let number = intent["DestOutputProfile"]?.reference, let profile = file.streams[number],
      let count = file.objects[number]?.dictionary?["N"]?.integer
    else { return [Breach(.outputIntent, "there is none with a profile")] }
    // The version, class, colour space and signature of ICC.1:2010 §7.2.
    let spaces = ["GRAY": 1, "RGB ": 3, "CMYK": 4]
    guard profile.count > 128, profile[8] < 5,
      ["prtr", "mntr"].contains(String(decoding: profile[12..<16], as: UTF8.self)),
      spaces[String(decoding: profile[16..<20], as: UTF8.self)] == count,
      profile[36..<40].elementsEqual("acsp".utf8)
    else { return [Breach(.outputIntent, "profile \(number) is not of \(count) colours")] }
    return []
  }

  // MARK: Annotations

  private static func breachesOfAnnotations(_ file: ArchivalFile) -> [Breach] {
    var breaches: [Breach] = []
    for page in file.pages {
      let annotations = page.entries["Annots"]?.array ?? []
      if !annotations.isEmpty, page.entries["Tabs"]?.name != "S" {
        breaches.append(Breach(.tabOrder, "page \(page.number)"))
      }
      for annotation in annotations {
        guard let entries = file.resolved(annotation)?.dictionary else { continue }
        let flags = entries["F"]?.integer ?? 0
        // Print is bit 3; Invisible, Hidden, NoView and ToggleNoView are 1, 2, 6 and 9 (ISO 32000-1 table 165).
        if flags & 0b1_0010_0111 != 0b100 {
          breaches.append(Breach(.annotationFlags, "\(annotation) has \(flags)"))
        }
        if entries["Subtype"]?.name == "Link", entries["Contents"]?.text ?? "" == "" {
          breaches.append(Breach(.linkWords, "\(annotation)"))
        }
      }
    }
    for (number, object) in file.objects.sorted(by: { $0.key < $1.key }) {
      guard let entries = object.dictionary else { continue }
      let action = file.resolved(entries["A"])?.dictionary?["S"]?.name ?? "GoTo"
      let own = entries["OpenAction"] != nil || entries["AA"] != nil || entries["JS"] != nil
      guard own || (entries["Subtype"]?.name == "Link" && !["GoTo", "URI"].contains(action)) else {
        continue
      }
      breaches.append(Breach(.actions, "object \(number)"))
    }
    return breaches
  }
}
