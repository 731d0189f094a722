import Diagnostics
import XML

/// The elements and texts of one part of an archive; of names it tells the local ones only.
final class XMLPull {
  /// What stands next in the part.
  enum Event {
    case start
    case end
    case text
    case finished
  }

  private let reader: XMLReader
  private let part: ZipPart
  /// How many bytes had come out of the part when the last thing was told.
  private var toldCount = 0

  /// Opens the part.
  init(_ part: ZipPart) throws(SpreadsheetFailure) {
    let reader = unsafe XMLReader { room in unsafe part.read(into: room) }
    guard let reader else { throw .memory }
    self.reader = reader
    self.part = part
  }

  /// Moves on to the next element, end of an element, or text.
  func next() throws(SpreadsheetFailure) -> Event {
    let event = try pull()
    toldCount = part.count
    return event
  }

  private func pull() throws(SpreadsheetFailure) -> Event {
    while true {
      switch reader.next() {
      case .start: return .start
      case .end: return .end
      case .text: return .text
      case .instruction: continue
      // ECMA-376-2 §8.3.1 forbids them; they serve only to fetch files and to blow up.
      case .documentType: throw .forbidden(part: part.name, what: "文档类型声明（DTD）或者实体")
      case .finished:
        if let failure = part.failure { throw failure }
        return .finished
      case .damaged:
        throw part.failure ?? damage
      }
    }
  }

  /// A text of ten million bytes is where libxml2 gives up (XML_MAX_TEXT_LENGTH): it is too long, and nothing is broken.
  private static let mostTextBytes = 9_900_000

  private var damage: SpreadsheetFailure {
    part.count - toldCount > Self.mostTextBytes
      ? .tooLarge(part: part.name, limit: "一格的文字展开后不超过10MB（Excel一格最多32767个字）")
      : .damaged(part: part.name, reason: "第\(reader.lineReached)行的XML有误")
  }

  /// The local name of the element.
  var name: String { reader.name }

  /// The text.
  var text: String { reader.text }

  /// Returns the value of the attribute with the local name `name`.
  func attribute(_ name: String) -> String? { reader.attribute(name) }

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
