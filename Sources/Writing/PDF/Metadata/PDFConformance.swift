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

  /// PDF/A does not know the property of PDF/UA, so the file has to describe it (ISO 19005-3 §6.6.2.3).
  private var extensionSchema: String {
    """
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    """
  }
}
