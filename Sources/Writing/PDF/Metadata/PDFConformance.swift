/// What a file promises to its readers.
public enum PDFConformance: Sendable, Hashable {
  /// PDF/A-3a and PDF/UA-1 together (ISO 19005-3, ISO 14289-1): for archives, and for those who listen.
  case archival
  /// Plain PDF 1.7, somewhat smaller.
  case plain

  /// The properties that claim conformance (ISO 19005-3 §6.6.4, ISO 14289-1 §5).
  var facts: [String] {
    guard self == .archival else { return [] }
    return [
      "<pdfaid:part>3</pdfaid:part>",
      "<pdfaid:conformance>A</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>",
      extensionSchema,
    ]
  }

  /// The declarations of the namespaces that `facts` uses.
  var namespaces: String {
    guard self == .archival else { return "" }
    let schemas = [
      ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
      ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
      ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
      ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
      ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ]
    return schemas.map { "\n  xmlns:\($0.0)=\"\($0.1)\"" }.joined()
  }

  /// PDF/A knows neither the property of PDF/UA nor ours, so the file has to describe them (ISO 19005-3 §6.6.2.3).
  private var extensionSchema: String {
    let pdfua = schema(
      "PDF/UA identification schema",
      prefix: "pdfuaid",
      "http://www.aiim.org/pdfua/ns/id/",
      [("part", "Integer", "Part of ISO 14289 the file conforms to")]
    )
    let mingce = schema(
      "Mingce form schema",
      prefix: "mingce",
      PDFMetadata.namespace,
      PDFMetadata.formProperties.map { ($0.0, "Text", $0.1) }
    )
    return
      "<pdfaExtension:schemas><rdf:Bag>\n\(pdfua)\n\(mingce)\n</rdf:Bag></pdfaExtension:schemas>"
  }

  private func schema(
    _ name: String,
    prefix: String,
    _ namespace: String,
    _ properties: [(name: String, type: String, meaning: String)]
  ) -> String {
    let properties = properties.map { property in
      """
      <rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>\(property.name)</pdfaProperty:name>
      <pdfaProperty:valueType>\(property.type)</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>\(property.meaning)</pdfaProperty:description>
      </rdf:li>
      """
    }
    return """
      <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>\(name)</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>
      \(properties.joined(separator: "\n"))
      </rdf:Seq></pdfaSchema:property>
      </rdf:li>
      """
  }
}
