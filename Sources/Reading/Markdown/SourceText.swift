import Diagnostics

/// The lines of a Markdown file as the parser is to see them, each able to say where its bytes came from.
///
/// A parsed line may differ from the written one in two ways: a form's `{{…}}` stands as a token, and a mark that
/// prints nothing may stand beside emphasis. Both are undone after parsing.
struct SourceText {
  /// A line as it is parsed.
  struct Line {
    /// The bytes without the line's end.
    var bytes: [UInt8]
    /// What differs from the written line, from left to right.
    var edits: [Edit] = []
  }

  /// A stretch of a parsed line that stands for something else in the written line.
  struct Edit {
    /// Where it begins in the parsed line.
    var offset: Int
    /// How many bytes it has in the parsed line.
    var length: Int
    /// How many characters it has in the written line.
    var characters: Int
  }

  let file: String
  var lines: [Line]
  /// What may stand in the lines.
  let traits: SourceTraits
  /// Whether marks stand in the lines that are to be taken out again.
  var isMended = false
  /// The place last asked for: asking from left to right never counts a character twice.
  private var asked = (line: -1, offset: 0, edit: 0, column: 1)

  /// Splits `text` at line ends; a byte order mark is dropped.
  init(_ text: String, file: String) {
    self.file = file
    traits = SourceTraits(of: text)
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    lines = SourceText.split(bytes)
  }

  /// The bytes of `range` as one text.
  func bytes(of range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    for line in lines[range] {
      result += line.bytes
      result.append(0x0A)
    }
    return result
  }

  /// Returns the written place of byte `offset` (from 0) of the line `line` (from 0).
  mutating func location(line: Int, offset: Int) -> SourceLocation {
    guard lines.indices.contains(line) else { return SourceLocation(file: file) }
    if asked.line != line || asked.offset > offset { asked = (line, 0, 0, 1) }
    let parsed = lines[line]
    let end = min(offset, parsed.bytes.count)
    while asked.offset < end {
      if asked.edit < parsed.edits.count, parsed.edits[asked.edit].offset == asked.offset {
        let edit = parsed.edits[asked.edit]
        guard asked.offset + edit.length <= end else { break }
        asked.offset += edit.length
        asked.column += edit.characters
        asked.edit += 1
      } else {
        asked.offset += 1
        let isLeading =
          asked.offset >= parsed.bytes.count || parsed.bytes[asked.offset] & 0xC0 != 0x80
        if isLeading { asked.column += 1 }
      }
    }
    return SourceLocation(file: file, line: line + 1, column: asked.column)
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        // No line ends within a character.
        index += byte < 0xE0 ? 1 : 3
        continue
      }
      lines.append(Line(bytes: Array(bytes[start..<index])))
      let isPair = byte == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    if start < bytes.endIndex { lines.append(Line(bytes: Array(bytes[start...]))) }
    return lines
  }
}

extension SourceText {
  /// The lines between the `---` marks at the top of the file, or nothing when it has none.
  var frontMatter: Range<Int>? {
    guard let first = lines.first, SourceText.isMark(first) else { return nil }
    guard let end = lines.dropFirst().firstIndex(where: SourceText.isMark) else { return nil }
    return 1..<end
  }

  /// Empties the front matter and its marks, so that every other line keeps its number; says that it is not used.
  mutating func dropFrontMatter() -> [Diagnostic] {
    guard let range = frontMatter else { return [] }
    for index in 0...range.upperBound { lines[index] = Line(bytes: []) }
    return [
      Diagnostic(
        "markdown.frontMatter",
        .warning,
        at: .source(SourceLocation(file: file, line: 1, column: 1)),
        "文件开头两条 --- 之间的内容没有使用",
        advice: "标题、日期等设置写在 guide.yaml；若是正文，请在第一条 --- 之前空一行"
      )
    ]
  }

  private static func isMark(_ line: Line) -> Bool {
    let text = line.bytes.reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return text.elementsEqual([0x2D, 0x2D, 0x2D])
  }
}
