import CLibXML2

/// The owner of a pull reader of libxml2 over a text that others hand in, which gives one thing after another.
///
/// Whatever the bytes are, nothing is fetched, no document type is loaded, no entity is replaced, and the library's own
/// limits on depth and length stay in force. An empty element gives an end as well, so that callers need not know of the
/// short form.
@safe
public final class XMLReader {
  /// What stands next.
  public enum Step: Sendable, Hashable {
    /// An element begins.
    case start
    /// An element ends.
    case end
    /// Characters; those of one element may come in several pieces.
    case text
    /// A document type, or an entity that only one could declare: they serve to fetch files and to blow up.
    case documentType
    /// An instruction to some program, such as a style sheet.
    case instruction
    /// The text is whole, and there is no more of it.
    case finished
    /// The text is not well-formed, breaks off, or could not be read on.
    case damaged
  }

  private let reader: xmlTextReaderPtr
  private let feed: ByteFeed
  private var owesEnd = false

  /// Opens a text that `read` hands out piece by piece.
  ///
  /// It fills the room that it is given and returns how many bytes it
  /// had, 0 at the end, less than 0 when it cannot go on. Fails when there is no memory.
  public init?(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    let feed = unsafe ByteFeed(read)
    let context = unsafe Unmanaged.passUnretained(feed).toOpaque()
    let opened = unsafe mc_xml_open(
      { context, buffer, capacity in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let feed = unsafe Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
        let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(capacity))
        return unsafe Int32(feed.read(room))
      },
      context
    )
    guard let opened = unsafe opened else { return nil }
    unsafe reader = opened
    self.feed = feed
  }

  /// Opens a text in memory.
  public convenience init?(_ bytes: [UInt8]) {
    var place = 0
    unsafe self.init { room in
      let piece = bytes[place..<min(bytes.count, place + room.count)]
      unsafe room.copyBytes(from: piece)
      place += piece.count
      return piece.count
    }
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
  }

  /// Moves on, comments and declarations left out.
  public func next() -> Step {
    if owesEnd {
      owesEnd = false
      return .end
    }
    while unsafe xmlTextReaderRead(reader) == 1 {
      if let step { return step }
    }
    let isWhole =
      unsafe xmlTextReaderReadState(reader) == Int32(XML_TEXTREADER_MODE_EOF.rawValue)
    return isWhole ? .finished : .damaged
  }

  private var step: Step? {
    switch unsafe UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      owesEnd = unsafe xmlTextReaderIsEmptyElement(reader) == 1
      return .start
    case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      return .text
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      return .documentType
    case XML_READER_TYPE_PROCESSING_INSTRUCTION.rawValue: return .instruction
    default: return nil
    }
  }

  /// The local name of the element.
  public var name: String {
    unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// The namespace of the element, empty where it has none.
  public var namespace: String {
    unsafe xmlTextReaderConstNamespaceUri(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// The characters.
  public var text: String {
    unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } ?? ""
  }

  /// Returns the value of the element's attribute with the local name `name`.
  public func attribute(_ name: String) -> String? {
    unsafe mc_xml_attribute(reader, name).map { unsafe String(cString: $0) }
  }

  /// How many elements are around the one that stands here.
  public var depth: Int { Int(unsafe xmlTextReaderDepth(reader)) }

  /// The line of what stands here, from 1.
  public var line: Int {
    let line = unsafe xmlGetLineNo(xmlTextReaderCurrentNode(reader))
    // A document type knows no line of its own.
    return line > 0 ? line : lineReached
  }

  /// The line up to which the text was read, from 1: where it is damaged.
  public var lineReached: Int { Int(unsafe xmlTextReaderGetParserLineNumber(reader)) }
}

/// Where a reader takes its bytes from; C code holds it by its address.
@safe private final class ByteFeed {
  let read: (UnsafeMutableRawBufferPointer) -> Int

  init(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    unsafe self.read = read
  }
}
