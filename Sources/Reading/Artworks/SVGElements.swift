import XML

/// The elements of an SVG file, one after another.
final class SVGElements {
  private let reader: XMLReader

  /// Opens the file.
  init(_ bytes: [UInt8]) throws(ArtworkFailure) {
    guard let reader = XMLReader(bytes) else { throw .damaged(line: 1) }
    self.reader = reader
  }

  /// Moves on to the next element, and returns how many are around it; nothing at the end of the file.
  func next() throws(ArtworkFailure) -> Int? {
    while true {
      switch reader.next() {
      case .start: return reader.depth
      case .end, .text: continue
      // They serve only to fetch files, to blow up, or to bring styles.
      case .documentType, .instruction:
        throw .forbidden(line: line, what: "文档类型声明、实体或者处理指令")
      case .finished: return nil
      case .damaged: throw .damaged(line: reader.lineReached)
      }
    }
  }

  /// The local name of the element.
  var name: String { reader.name }

  /// The line of the element, from 1.
  var line: Int { reader.line }

  /// Returns the value of the attribute with the local name `name`.
  func attribute(_ name: String) -> String? { reader.attribute(name) }
}
