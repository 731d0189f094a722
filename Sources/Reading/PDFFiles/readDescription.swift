import Foundation
import FoundationXML

/// Reads an XMP packet; one that is not well-formed tells what stands before the damage.
func readDescription(_ packet: [UInt8]) -> PDFDescription {
  let reading = DescriptionReading()
  let parser = XMLParser(data: Data(packet))
  parser.shouldProcessNamespaces = true
  parser.shouldResolveExternalEntities = false
  parser.delegate = reading
  _ = parser.parse()
  return reading.packet
}

/// One reading of a packet.
private final class DescriptionReading: NSObject, XMLParserDelegate {
  /// What the text that comes next belongs to.
  private enum Property {
    case title, created
    case form(String)
  }

  private static let forms = "urn:mingce:ns:form:1.0/"
  private static let dublinCore = "http://purl.org/dc/elements/1.1/"
  private static let adobe = "http://ns.adobe.com/xap/1.0/"
  private static let syntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  private(set) var packet = PDFDescription()
  private var property: Property?

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch (namespaceURI, element) {
    // The title stands in a list, one element deeper or two.
    case (Self.syntax, _): return
    case (Self.dublinCore, "title"): property = .title
    case (Self.adobe, "CreateDate"): property = .created
    case (Self.forms, _): property = .form(element)
    default: property = nil
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    switch property {
    case nil: return
    case .title: packet.title = (packet.title ?? "") + text
    case .created: packet.created = (packet.created ?? "") + text
    case .form(let name): packet.form[name, default: ""] += text
    }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement element: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    if namespaceURI != Self.syntax { property = nil }
  }
}
