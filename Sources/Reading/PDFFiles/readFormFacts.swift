import Foundation
import FoundationXML

/// Reads our own properties from an XMP packet; one that is not well-formed tells what stands before the damage.
func readFormFacts(_ packet: [UInt8]) -> [String: String] {
  let reading = FormFactsReading()
  let parser = XMLParser(data: Data(packet))
  parser.shouldProcessNamespaces = true
  parser.shouldResolveExternalEntities = false
  parser.delegate = reading
  _ = parser.parse()
  return reading.facts
}

/// One reading of a packet.
private final class FormFactsReading: NSObject, XMLParserDelegate {
  private static let namespace = "urn:mingce:ns:form:1.0/"

  private(set) var facts: [String: String] = [:]
  private var name: String?

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    name = namespaceURI == Self.namespace ? element : nil
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let name { facts[name, default: ""] += text }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement element: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    name = nil
  }
}
