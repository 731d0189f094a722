extension PDFWriter {
  /// Writes all that was waiting for the last page.
  func writeEnd() throws(PDFFailure) {
    let fields = try writeFields()
    try writeResources(of: uses, fonts: fonts, as: resources, overlay: overlay, to: file)
    try PageTree.write(pages, resources: resources, root: pageTree, to: file)
    try writeCatalog(fields)
    let info = try file.add(metadata.info)
    try writeSignatures()
    try file.finish(root: catalog, info: info)
  }

  /// Writes the document catalog (ISO 32000-1 §7.7.2).
  private func writeCatalog(_ fields: Entries) throws(PDFFailure) {
    let packet = try file.add(
      stream: Array(metadata.packet(conformance).utf8),
      ["Type": .name("Metadata"), "Subtype": .name("XML")],
      effort: nil
    )
    let destinations = try destinations.write(on: pages, to: file)
    let record = try record?.write(date: metadata.date, to: file)
    let outline = try outline.write(
      sections: sections,
      on: pages,
      to: file
    )
    let structure = try structure?.finish()
    var entries: Entries = [
      "Type": .name("Catalog"),
      "Pages": .reference(pageTree),
      "Lang": .text(metadata.language),
      "Metadata": .reference(packet),
      // Forms have the size that the hall expects: a viewer that prints must not shrink them.
      "ViewerPreferences": ["DisplayDocTitle": true, "PrintScaling": .name("None")],
    ]
    if let structure {
      entries.add("MarkInfo", ["Marked": true])
      entries.add("StructTreeRoot", .reference(structure))
      entries.add("OutputIntents", [.reference(try writeOutputIntent())])
    }
    entries.add("PageLabels", sections.labels)
    entries.add("Names", names(destinations, record))
    entries.add("AF", record.map { [.reference($0)] })
    entries.add("Outlines", outline.map(Value.reference))
    entries.add("PageMode", outline.map { _ in .name("UseOutlines") })
    for (key, value) in fields.pairs { entries.add(key, value) }
    try file.add(.dictionary(entries), as: catalog)
  }

  /// The name trees of the file: places that links lead to, and the record (ISO 32000-1 §7.7.4).
  private func names(_ destinations: Reference?, _ record: Reference?) -> Value? {
    var names: Entries = [:]
    names.add("Dests", destinations.map(Value.reference))
    names.add(
      "EmbeddedFiles",
      record.map { ["Names": [.text(RecordFile.name), .reference($0)]] }
    )
    return names.pairs.isEmpty ? nil : .dictionary(names)
  }

  /// Writes what the colours of the pages mean (ISO 19005-3 §6.2.3): sRGB, which greys are taken by as well.
  private func writeOutputIntent() throws(PDFFailure) -> Reference {
    let profile = try file.add(stream: ColourProfile.sRGB, ["N": 3])
    return try file.add([
      "Type": .name("OutputIntent"),
      "S": .name("GTS_PDFA1"),
      "OutputConditionIdentifier": .text("sRGB IEC61966-2.1"),
      "Info": .text("sRGB IEC61966-2.1"),
      "DestOutputProfile": .reference(profile),
    ])
  }
}
