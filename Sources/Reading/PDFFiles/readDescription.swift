import XML

/// Reads an XMP packet; one that is not well-formed tells what stands before the damage.
func readDescription(_ packet: [UInt8]) -> PDFDescription {
  var reading = DescriptionReading()
  _ = readXML(packet) { reading.take($0) }
  return reading.description
}

/// One reading of a packet.
private struct DescriptionReading {
  /// What the text that comes next belongs to.
  private enum Property {
    case title, created
    case form(String)
  }

  private static let forms = "urn:mingce:ns:form:1.0/"
  private static let dublinCore = "http://purl.org/dc/elements/1.1/"
  private static let adobe = "http://ns.adobe.com/xap/1.0/"
  private static let syntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  private(set) var description = PDFDescription()
  private var property: Property?

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start(let name, let namespace): begin(name, in: namespace)
    case .text(let text): add(text)
    case .end(_, let namespace): if namespace != Self.syntax { property = nil }
    }
  }

  private mutating func begin(_ name: String, in namespace: String) {
    switch (namespace, name) {
    // The title stands in a list, one element deeper or two.
    case (Self.syntax, _): return
    case (Self.dublinCore, "title"): property = .title
    case (Self.adobe, "CreateDate"): property = .created
    case (Self.forms, _): property = .form(name)
    default: property = nil
    }
  }

  private mutating func add(_ text: String) {
    switch property {
    case nil: return
    case .title: description.title = (description.title ?? "") + text
    case .created: description.created = (description.created ?? "") + text
    case .form(let name): description.form[name, default: ""] += text
    }
  }
}
