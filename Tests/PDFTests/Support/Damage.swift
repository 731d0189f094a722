import TestSupport

/// One thing wrong with a good file, and the clauses that it breaks.
struct Damage: CustomStringConvertible, Sendable {
  /// The clause of which it is the example.
  let clause: ArchivalClause
  /// What cannot be had without.
  var others: Set<ArchivalClause> = []
  let text: String
  let replacement: String
  /// Whether the bytes are edited as they are, the cross-reference and the lengths left alone.
  var isRaw = false

  init(
    _ clause: ArchivalClause,
    _ text: String,
    _ replacement: String,
    and others: Set<ArchivalClause> = [],
    isRaw: Bool = false
  ) {
    self.clause = clause
    self.others = others
    self.text = text
    self.replacement = replacement
    self.isRaw = isRaw
  }

  var description: String { "\(clause.rawValue) | \(text) → \(replacement.prefix(40))" }

  /// The damages, in the order of the clauses.
  static let all: [Damage] = [
    Damage(.header, "%PDF-1.7", "%PDF-2.0"),
    Damage(.identifier, "/ID [", "/Id ["),
    Damage(.openness, "/ID [", "/Encrypt <</V 1>>\n/ID ["),
    Damage(.end, "\n%%EOF\n", "\n%%EOF\nx", isRaw: true),
    Damage(.crossReference, "\n1 0 obj\n", "\n1 1 obj\n", isRaw: true),
    Damage(
      .streamLength,
      "/N 3\n/Length 548",
      "/N 3\n/Length 547",
      and: [.outputIntent],
      isRaw: true
    ),
    Damage(.streamKeys, "/N 3\n", "/N 3\n/F (x.icc)\n"),
    Damage(.filters, "/N 3\n", "/N 3\n/Filter /LZWDecode\n", and: [.outputIntent]),
    Damage(.limits, "/N 3\n", "/N 3\n/\(String(repeating: "x", count: 128)) 1\n"),
    Damage(.limits, "/MediaBox [0 0 ", "/MediaBox [0 0 2 2]\n/Old [0 0 "),
    Damage(.resources, "/Font <<\n/F", "/Font <<\n/G"),
    Damage(.resources, "/Resources ", "/Old ", and: []),
    Damage(.operators, "EMC\nQ\n", "EMC\nPS\nQ\n"),
    Damage(.operators, "EMC\nQ\n", "EMC\nQ\nQ\n"),
    Damage(.outputIntent, "/N 3\n", "/N 4\n"),
    Damage(.outputIntent, "/OutputIntents ", "/Old "),
    Damage(.colours, "stream\nq\n", "stream\nq\n0 0 0 1 k\n"),
    Damage(.glyphNumbers, "/CIDToGIDMap ", "/Old "),
    Damage(.encoding, "/Encoding /Identity-H", "/Encoding /GBK-EUC-H"),
    Damage(.embedding, "/FontFile3 ", "/Old "),
    Damage(.glyphs, ") Tj\nET", "\\376\\376) Tj\nET", and: [.texts]),
    Damage(.widths, "/DW 1000", "/DW 900"),
    Damage(.texts, "/ToUnicode ", "/Old "),
    Damage(.texts, "> <540D>\n", "> <FFFE>\n"),
    Damage(.privateUse, "> <540D>\n", "> <E000>\n"),
    Damage(.missingGlyph, ") Tj\nET", "\\000\\000) Tj\nET"),
    Damage(.annotationFlags, "/F 4\n", "/F 6\n"),
    Damage(.actions, "/S /URI", "/S /Launch"),
    Damage(.actions, "/Lang (zh-CN)", "/Lang (zh-CN)\n/OpenAction <</S /JavaScript>>"),
    Damage(.tabOrder, "/Tabs /S", "/Tabs /R"),
    Damage(.linkWords, "/Contents <FEFF", "/Old <FEFF"),
    Damage(.linkElement, "<</S/Link/P", "<</S/Span/P"),
    Damage(.packet, "<x:xmpmeta ", "<x:xmp "),
    Damage(.packet, "<?xpacket begin=", "<?xpacket encoding=\"UTF-8\" begin="),
    Damage(.extensionSchema, "<pdfaProperty:name>part<", "<pdfaProperty:name>amd<"),
    Damage(.agreement, "/Producer (Mingce)", "/Producer (Other)"),
    Damage(.identification, "<pdfaid:part>3<", "<pdfaid:part>2<"),
    Damage(.accessibleIdentification, "<pdfuaid:part>1<", "<pdfuaid:part>2<"),
    Damage(.title, "x-default\">名册<", "x-default\"><"),
    Damage(.titleShown, "/DisplayDocTitle true", "/DisplayDocTitle false"),
    Damage(.embeddedType, "/Subtype /application#2Fjson\n", "/Subtype /json\n"),
    Damage(.embeddedType, "/Subtype /application#2Fjson\n", "/Old /application#2Fjson\n"),
    Damage(.embeddedDate, "/Params <<\n/Size", "/Old <<\n/Size"),
    Damage(.embeddedDate, "/ModDate (D:20261120000000Z)\n>>\n/Filter", ">>\n/Filter"),
    Damage(.embeddedName, "/F (mingce-record.json)", "/Old (mingce-record.json)"),
    Damage(.embeddedName, "/UF (mingce-record.json)", "/UF ()"),
    Damage(.relationship, "/AFRelationship /Source", "/AFRelationship /Copy"),
    Damage(.relationship, "/AFRelationship /Source", "/Old /Source"),
    Damage(.association, "/AF [", "/Old ["),
    Damage(.marked, "/Marked true", "/Marked false"),
    Damage(.structure, "<</S/TR/P ", "<</S/TR/Old "),
    Damage(.structureTypes, "<</S/Code/P", "<</S/Listing/P"),
    Damage(.language, "/Lang (zh-CN)", "/Lang ()"),
    Damage(.tagged, "stream\nq\n", "stream\nq\n0 0 1 1 re f\n"),
    Damage(.separation, "/Artifact BMC\n", "/Artifact BMC\n/Artifact BMC\nEMC\n"),
    Damage(.separation, "/MCID 0>>BDC\n", "/MCID 0>>BDC\n/Artifact BMC\nEMC\n"),
    Damage(.ownership, "/StructParents ", "/Old "),
    Damage(.ownership, "/MCID 0>>BDC\n", "/MCID 900>>BDC\n"),
    Damage(.nesting, "<</S/LI/P", "<</S/Div/P"),
    Damage(.nesting, "<</S/TBody/P", "<</S/TFoot/P"),
    Damage(.captions, "<</S/THead/P", "<</S/Caption/P", and: [.nesting]),
    Damage(.grid, "/ColSpan 2", "/ColSpan 3"),
    Damage(.grid, "/RowSpan 2", "/RowSpan 3"),
    Damage(.figures, "/Alt ", "/Old "),
    Damage(.headings, "<</S/H1/P", "<</S/H2/P"),
    Damage(.headers, "/Scope /Column", "/Old /Column"),
    Damage(.notes, "/ID (n", "/Old (n"),
  ]
}
