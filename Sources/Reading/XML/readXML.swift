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
/// A text with a document type is read up to there. libxml2 does the work: Foundation's own parser of Swift 6 stops the
/// program at some bytes that are no UTF-8.
public func readXML(_ bytes: [UInt8], _ visit: (XMLEvent) -> Void) -> Bool {
  guard let reader = XMLReader(bytes) else { return false }
  while true {
    switch reader.next() {
    case .start: visit(.start(name: reader.name, namespace: reader.namespace))
    case .end: visit(.end(name: reader.name, namespace: reader.namespace))
    case .text: visit(.text(reader.text))
    case .instruction: continue
    case .finished: return true
    case .documentType, .damaged: return false
    }
  }
}
