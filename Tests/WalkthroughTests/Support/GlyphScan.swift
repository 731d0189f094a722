import Foundation

/// What the content streams of a PDF draw.
struct GlyphScan {
  /// How many glyphs the pages show.
  private(set) var glyphCount = 0
  /// How many of them are glyph 0, the box that stands for a missing character.
  private(set) var notdefCount = 0
  /// The first thing that this scan does not understand.
  private(set) var puzzle: String?

  /// Scans the PDF at `path` through the plain form that qpdf makes of it.
  init(ofPDF path: URL) throws {
    let folder = try TemporaryFolder()
    let plain = folder.file("plain.pdf").path
    let outcome = try Program.tool("qpdf").run(
      ["--qdf", "--object-streams=disable", "--normalize-content=n", path.path, plain],
      in: folder.url
    )
    guard outcome.status == 0 else { throw ToolFailure(outcome: outcome) }
    try scan(Array(try Data(contentsOf: folder.file("plain.pdf"))))
  }

  /// Scans the content streams of a file in qpdf's plain form.
  init(ofPlainForm bytes: [UInt8]) throws {
    try scan(bytes)
  }

  /// Looks at every line of every content stream; qpdf announces each with a comment.
  private mutating func scan(_ bytes: [UInt8]) throws {
    var state = State.outside
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      switch state {
      case .outside: if line.starts(with: State.announcement) { state = .announced }
      case .announced: if line.elementsEqual(State.begin) { state = .inside }
      case .inside:
        if line.elementsEqual(State.end) { state = .outside } else { read(line) }
      }
    }
  }

  private enum State {
    case outside, announced, inside
    static let announcement = Array("%% Contents for page".utf8)
    static let begin = Array("stream".utf8)
    static let end = Array("endstream".utf8)
  }

  /// Counts the glyphs of a line that shows text: two bytes a glyph (Identity-H), in literal strings without line ends.
  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard
      line.suffix(2).elementsEqual(Array("Tj".utf8))
        || line.suffix(2).elementsEqual(Array("TJ".utf8))
    else { return }
    var codes: [UInt8]?
    var isEscaped = false
    for byte in line {
      guard var shown = codes else {
        if byte == UInt8(ascii: "(") { codes = [] }
        if byte == UInt8(ascii: "<") { wonder(at: line) }
        continue
      }
      if isEscaped {
        shown.append(meaning(of: byte, in: line))
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: ")") {
        count(shown, in: line)
        codes = nil
        continue
      } else {
        shown.append(byte)
      }
      codes = shown
    }
    if codes != nil { wonder(at: line) }
  }

  /// What stands for a byte behind a reverse solidus (ISO 32000-1 table 3).
  private mutating func meaning(of byte: UInt8, in line: ArraySlice<UInt8>) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): return byte
    default:
      wonder(at: line)
      return byte
    }
  }

  private mutating func count(_ codes: [UInt8], in line: ArraySlice<UInt8>) {
    if !codes.count.isMultiple(of: 2) { wonder(at: line) }
    for start in stride(from: 0, to: codes.count, by: 2) {
      glyphCount += 1
      if codes[start..<min(start + 2, codes.count)].allSatisfy({ $0 == 0 }) { notdefCount += 1 }
    }
  }

  private mutating func wonder(at line: ArraySlice<UInt8>) {
    puzzle = puzzle ?? String(decoding: line, as: UTF8.self)
  }
}
