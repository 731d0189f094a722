extension PDFMetadata {
  /// Returns the same facts as an XMP packet (ISO 32000-1 §14.3.2; ISO 16684-1).
  func packet(_ conformance: PDFConformance) -> String {
    let facts = dublinCore + adobe + formFacts + conformance.facts
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:mingce="\(PDFMetadata.namespace)"\(conformance.namespaces)>
      \(facts.joined(separator: "\n"))
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  private var dublinCore: [String] {
    var facts = [
      "<dc:format>application/pdf</dc:format>",
      list("dc:title", "Alt", [title], language: "x-default"),
      list("dc:language", "Bag", [language]),
    ]
    if let author { facts.append(list("dc:creator", "Seq", [author])) }
    if let subject { facts.append(list("dc:description", "Alt", [subject], language: "x-default")) }
    if !keywords.isEmpty { facts.append(list("dc:subject", "Bag", keywords)) }
    return facts
  }

  /// The namespace of our own properties.
  static let namespace = "urn:mingce:ns:form:1.0/"

  /// Our own properties with what they mean.
  static let formProperties = [
    ("form", "Name of the form"), ("edition", "Edition of the form"),
    ("number", "Number of the document"),
  ]

  private var formFacts: [String] {
    guard let form else { return [] }
    let values =
      [("form", form.name), ("edition", form.edition)]
      + (form.number.map { [("number", $0)] } ?? [])
    return values.map { "<mingce:\($0.0)>\(escaped($0.1))</mingce:\($0.0)>" }
  }

  private var adobe: [String] {
    var facts = [
      "<xmp:CreatorTool>\(escaped(creator))</xmp:CreatorTool>",
      "<pdf:Producer>\(escaped(PDFMetadata.producer))</pdf:Producer>",
    ]
    if !keywords.isEmpty { facts.append("<pdf:Keywords>\(escaped(keywordLine))</pdf:Keywords>") }
    if let date {
      facts.append("<xmp:CreateDate>\(date)T00:00:00Z</xmp:CreateDate>")
      facts.append("<xmp:ModifyDate>\(date)T00:00:00Z</xmp:ModifyDate>")
    }
    return facts
  }

  private func list(
    _ property: String,
    _ kind: String,
    _ texts: [String],
    language: String? = nil
  ) -> String {
    let attribute = language.map { " xml:lang=\"\($0)\"" } ?? ""
    let items = texts.map { "<rdf:li\(attribute)>\(escaped($0))</rdf:li>" }.joined()
    return "<\(property)><rdf:\(kind)>\(items)</rdf:\(kind)></\(property)>"
  }

  /// Returns `text` as XML character data.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in PDFMetadata.printable(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
