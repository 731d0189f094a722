import CLibXML2

/// The owner of a pull reader over one part of an archive; it knows local names only and gives text and elements.
@safe
final class XMLPull {
  /// What stands next in the part.
  enum Event {
    case start
    case end
    case text
    case finished
  }

  private let reader: xmlTextReaderPtr
  private let part: ZipPart
  /// An empty element gives an end as well, so that callers need not know of the short form.
  private var owesEnd = false

  /// Opens the part.
  init(_ part: ZipPart) throws(SpreadsheetFailure) {
    let context = unsafe Unmanaged.passUnretained(part).toOpaque()
    let opened = unsafe mc_xml_open(
      { context, buffer, capacity in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let part = unsafe Unmanaged<ZipPart>.fromOpaque(context).takeUnretainedValue()
        let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(capacity))
        return unsafe Int32(part.read(into: room))
      },
      context
    )
    guard let opened = unsafe opened else { throw .memory }
    unsafe reader = opened
    self.part = part
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
  }

  /// Moves on to the next element, end of an element, or text.
  func next() throws(SpreadsheetFailure) -> Event {
    if owesEnd {
      owesEnd = false
      return .end
    }
    while unsafe xmlTextReaderRead(reader) == 1 {
      if let event = try event() { return event }
    }
    if let failure = part.failure { throw failure }
    guard unsafe xmlTextReaderReadState(reader) == Int32(XML_TEXTREADER_MODE_EOF.rawValue) else {
      let line = unsafe xmlTextReaderGetParserLineNumber(reader)
      throw .damaged(part: part.name, reason: "第\(line)行的XML有误")
    }
    return .finished
  }

  private func event() throws(SpreadsheetFailure) -> Event? {
    switch unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      owesEnd = unsafe xmlTextReaderIsEmptyElement(reader) == 1
      return .start
    case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      return .text
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      // ECMA-376-2 §8.3.1 forbids them; they serve only to fetch files and to blow up.
      throw .forbidden(part: part.name, what: "文档类型声明（DTD）或者实体")
    default: return nil
    }
  }

  /// The local name of the element.
  var name: String {
    unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// The text.
  var text: String {
    unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// Returns the value of the attribute with the local name `name`.
  func attribute(_ name: String) -> String? {
    unsafe mc_xml_attribute(reader, name).map { unsafe String(cString: $0) }
  }

  /// Returns whether the attribute `name` says yes.
  func flag(_ name: String) -> Bool {
    ["1", "true", "on"].contains(attribute(name) ?? "")
  }

  /// Returns the text up to the end of the element that has just begun, children's text left out.
  func textOfElement() throws(SpreadsheetFailure) -> String {
    var (text, depth) = ("", 0)
    while true {
      switch try next() {
      case .text: if depth == 0 { text += self.text }
      case .start: depth += 1
      case .end:
        if depth == 0 { return text }
        depth -= 1
      case .finished: return text
      }
    }
  }

  /// Passes over the rest of the element that has just begun.
  func skipElement() throws(SpreadsheetFailure) {
    _ = try textOfElement()
  }
}
