import CLibXML2

/// The owner of a pull reader over an SVG file, which gives its elements one after another.
@safe final class SVGElements {
  private let reader: xmlTextReaderPtr
  private let feed: ByteFeed

  /// Opens the file.
  init(_ bytes: [UInt8]) throws(ArtworkFailure) {
    let feed = ByteFeed(bytes)
    let context = unsafe Unmanaged.passUnretained(feed).toOpaque()
    let opened = unsafe mc_xml_open(
      { context, buffer, capacity in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let feed = unsafe Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
        let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(capacity))
        return unsafe Int32(feed.read(into: room))
      },
      context
    )
    guard let opened = unsafe opened else { throw .damaged(line: 1) }
    unsafe reader = opened
    self.feed = feed
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
  }

  /// Moves on to the next element, and returns how many are around it; nothing at the end of the file.
  func next() throws(ArtworkFailure) -> Int? {
    while unsafe xmlTextReaderRead(reader) == 1 {
      switch unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue: return Int(unsafe xmlTextReaderDepth(reader))
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue,
        XML_READER_TYPE_PROCESSING_INSTRUCTION.rawValue:
        // They serve only to fetch files, to blow up, or to bring styles.
        throw .forbidden(line: line, what: "文档类型声明、实体或者处理指令")
      default: continue
      }
    }
    guard unsafe xmlTextReaderReadState(reader) == Int32(XML_TEXTREADER_MODE_EOF.rawValue) else {
      throw .damaged(line: Int(unsafe xmlTextReaderGetParserLineNumber(reader)))
    }
    return nil
  }

  /// The local name of the element.
  var name: String {
    unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// The line of the element, from 1.
  var line: Int { unsafe xmlGetLineNo(xmlTextReaderCurrentNode(reader)) }

  /// Returns the value of the attribute with the local name `name`.
  func attribute(_ name: String) -> String? {
    unsafe mc_xml_attribute(reader, name).map { unsafe String(cString: $0) }
  }
}
