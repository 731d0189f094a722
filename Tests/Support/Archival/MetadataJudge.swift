import Foundation
import FoundationXML

/// Judges what a file says of itself.
struct MetadataJudge {
  private(set) var breaches: [Breach] = []
  private let file: ArchivalFile

  init(_ file: ArchivalFile) {
    self.file = file
    let preferences = file.resolved(file.catalog["ViewerPreferences"])?.dictionary
    if preferences?["DisplayDocTitle"] != .word("true") {
      breaches.append(Breach(.titleShown, "the catalogue"))
    }
    if (file.catalog["Lang"]?.text ?? "").isEmpty {
      breaches.append(Breach(.language, "the catalogue"))
    }
    let entries = file.resolved(file.catalog["Metadata"])?.dictionary
    guard let bytes = file.stream(file.catalog["Metadata"]), entries?["Type"]?.name == "Metadata",
      entries?["Subtype"]?.name == "XML", let packet = Packet(bytes)
    else {
      breaches.append(Breach(.packet, "there is none that can be read"))
      return
    }
    judge(packet)
  }

  private mutating func judge(_ packet: Packet) {
    let claim = ["pdfaid:part", "pdfaid:conformance"].map { packet[$0] }
    if claim != ["3", "A"] || !packet.declares("pdfaid", "http://www.aiim.org/pdfa/ns/id/") {
      breaches.append(Breach(.identification, "\(claim)"))
    }
    let other = "http://www.aiim.org/pdfua/ns/id/"
    if packet["pdfuaid:part"] != "1" || !packet.declares("pdfuaid", other) {
      breaches.append(
        Breach(.accessibleIdentification, "\(packet["pdfuaid:part"], default: "none")")
      )
    }
    for property in packet.undescribed {
      breaches.append(Breach(.extensionSchema, "\(property) is not described"))
    }
    if (packet["dc:title"] ?? "").isEmpty { breaches.append(Breach(.title, "the packet")) }
    let info = file.resolved(file.trailer["Info"])?.dictionary ?? [:]
    for (key, property) in MetadataJudge.twins {
      let (left, right) = (info[key]?.text, packet[property])
      guard comparable(left, key) != comparable(right, key) else { continue }
      // A document without a title breaks the clause of titles.
      if key == "Title", (right ?? "").isEmpty { continue }
      breaches.append(
        Breach(.agreement, "\(key) is '\(left ?? "")', \(property) is '\(right ?? "")'")
      )
    }
  }

  /// The entries that say the same.
  private static let twins = [
    ("Title", "dc:title"), ("Author", "dc:creator"), ("Subject", "dc:description"),
    ("Keywords", "pdf:Keywords"), ("Creator", "xmp:CreatorTool"), ("Producer", "pdf:Producer"),
    ("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"),
  ]

  /// Dates are compared by their digits.
  private func comparable(_ text: String?, _ key: String) -> String? {
    key.hasSuffix("Date") ? text?.filter(\.isNumber) : text
  }
}

/// The properties of an XMP packet by their qualified names, and what it describes of others.
private final class Packet: NSObject, XMLParserDelegate {
  /// The prefixes whose properties the standard knows.
  private static let known: Set<String> = [
    "dc", "xmp", "pdf", "pdfaid", "rdf", "x", "pdfaExtension", "pdfaSchema", "pdfaProperty",
  ]

  private var texts: [String: String] = [:]
  /// The properties that are described, with the prefix of their schema.
  private var described: Set<String> = []
  private var prefix = ""
  private var namespaces: [String: String] = [:]
  private var open: [String] = []

  /// Reads a packet; nothing when it is not well-formed or names an encoding (ISO 19005-3 §6.6.2.1).
  init?(_ bytes: [UInt8]) {
    super.init()
    let head = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard head.hasPrefix("<?xpacket begin="), !head.contains(" bytes="),
      !head.contains(" encoding=")
    else { return nil }
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  subscript(property: String) -> String? { texts[property] }

  /// The properties that the standard does not know and the packet does not describe.
  var undescribed: [String] {
    texts.keys.filter { name in
      !Packet.known.contains(String(name.prefix { $0 != ":" })) && !described.contains(name)
    }.sorted()
  }

  /// Whether `prefix` stands for `namespace`.
  func declares(_ prefix: String, _ namespace: String) -> Bool {
    namespaces["xmlns:\(prefix)"] == namespace
  }

  func parser(
    _: XMLParser,
    didStartElement name: String,
    namespaceURI _: String?,
    qualifiedName _: String?,
    attributes: [String: String]
  ) {
    namespaces.merge(attributes) { first, _ in first }
    // The words of a list belong to the property around it.
    open.append(name.hasPrefix("rdf:") ? open.last ?? name : name)
  }

  func parser(_: XMLParser, foundCharacters text: String) {
    guard let name = open.last, !text.allSatisfy(\.isNewline) else { return }
    switch name {
    case "pdfaSchema:prefix": prefix = text
    case "pdfaProperty:name": described.insert("\(prefix):\(text)")
    default: texts[name, default: ""] += text
    }
  }

  func parser(
    _: XMLParser,
    didEndElement _: String,
    namespaceURI _: String?,
    qualifiedName _: String?
  ) {
    open.removeLast()
  }
}
