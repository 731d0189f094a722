import CLibXML2

/// What stands next in an XML text.
public enum XMLEvent: Sendable, Hashable {
  /// An element begins, named locally in a namespace, which is empty where it has none.
  case start(name: String, namespace: String)
  /// Characters; those of one element may come in several pieces.
  case text(String)
  /// An element ends, be it empty or not.
  case end(name: String, namespace: String)
}

/// Hands what stands in `bytes` to `visit`, and returns whether that was a whole, well-formed text.
///
/// Whatever the bytes are, nothing is fetched and no entity is replaced; a text with a document type is read up to there.
/// libxml2 does the work: Foundation's own parser of Swift 6 stops the program at some bytes that are no UTF-8.
public func readXML(_ bytes: [UInt8], _ visit: (XMLEvent) -> Void) -> Bool {
  guard bytes.count < Int(Int32.max) else { return false }
  return unsafe bytes.withUnsafeBytes { buffer in
    guard let reader = unsafe mc_xml_open_memory(buffer.baseAddress, Int32(buffer.count)) else {
      return false
    }
    defer { unsafe xmlFreeTextReader(reader) }
    return unsafe read(reader, visit)
  }
}

private func read(_ reader: xmlTextReaderPtr, _ visit: (XMLEvent) -> Void) -> Bool {
  while unsafe xmlTextReaderRead(reader) == 1 {
    switch unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let (name, namespace) = unsafe names(reader)
      visit(.start(name: name, namespace: namespace))
      if unsafe xmlTextReaderIsEmptyElement(reader) == 1 {
        visit(.end(name: name, namespace: namespace))
      }
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      let (name, namespace) = unsafe names(reader)
      visit(.end(name: name, namespace: namespace))
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      visit(.text(unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } ?? ""))
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      return false
    default: continue
    }
  }
  return unsafe xmlTextReaderReadState(reader) == Int32(XML_TEXTREADER_MODE_EOF.rawValue)
}

private func names(_ reader: xmlTextReaderPtr) -> (name: String, namespace: String) {
  let name = unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) }
  let namespace = unsafe xmlTextReaderConstNamespaceUri(reader).map { unsafe String(cString: $0) }
  return (name ?? "", namespace ?? "")
}
