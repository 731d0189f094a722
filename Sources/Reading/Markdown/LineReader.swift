public import Diagnostics
public import DocumentTree

/// Reads one line of text with holes; the only markup is `**strong**` and `^raised^`.
///
/// For the cells of a form's fenced blocks, and for titles and footers in form.yaml.
public func readFormLine(_ text: String, at start: SourceLocation) -> (
  content: [Inline<FieldReference>], diagnostics: [Diagnostic]
) {
  var reader = LineReader(start: start)
  return (reader.read(text), reader.diagnostics)
}

/// Reads one line with holes.
struct LineReader {
  let start: SourceLocation
  var diagnostics: [Diagnostic] = []

  init(start: SourceLocation) {
    self.start = start
  }

  mutating func read(_ text: String) -> [Inline<FieldReference>] {
    var result: [Inline<FieldReference>] = []
    var strong: [Inline<FieldReference>]?
    var column = start.column
    let parts = pieces(of: text)
    let starCount = parts.count { $0.isStars }
    var stars = 0
    for part in parts {
      let place = SourceLocation(file: start.file, line: start.line, column: column)
      column += part.text.unicodeScalars.count
      if part.isStars, stars < starCount - starCount % 2 {
        stars += 1
        if let content = strong { result.append(.strong(content)) }
        strong = strong == nil ? [] : nil
        continue
      }
      let inlines = inlines(of: part, at: place)
      if strong == nil { result += inlines } else { strong? += inlines }
    }
    return result
  }

  private struct Piece {
    var text: String
    var isHole = false
    var isStars: Bool { !isHole && text == "**" }
  }

  private func pieces(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var result: [Piece] = []
    var start = 0
    for span in BraceSpan.spans(in: bytes) {
      result += plainPieces(bytes[start..<span.range.lowerBound])
      result.append(Piece(text: String(decoding: bytes[span.range], as: UTF8.self), isHole: true))
      start = span.range.upperBound
    }
    return result + plainPieces(bytes[start...])
  }

  private func plainPieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    let text = String(decoding: bytes, as: UTF8.self)
    var result: [Piece] = []
    for (index, part) in text.split(separator: "**", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { result.append(Piece(text: "**")) }
      if !part.isEmpty { result.append(Piece(text: String(part))) }
    }
    return result
  }

  private mutating func inlines(of piece: Piece, at place: SourceLocation) -> [Inline<
    FieldReference
  >] {
    guard piece.isHole else {
      complainOfBraces(in: piece.text, at: place)
      return raising(piece.text, .source(place))
    }
    var reader = HoleReader(place: place)
    let inline = reader.inline(String(piece.text.dropFirst(2).dropLast(2)))
    diagnostics += reader.diagnostics
    return inline.map { [$0] } ?? []
  }

  private mutating func complainOfBraces(in text: String, at place: SourceLocation) {
    var previous: Unicode.Scalar = " "
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar == previous, scalar == "{" || scalar == "}" {
        var found = place
        found.column += offset - 1
        diagnostics.append(BraceDiagnostic.stray(isOpening: scalar == "{", at: found))
        previous = " "
      } else {
        previous = scalar
      }
    }
  }
}

extension FenceLine {
  /// The line's cells, parted by `|` outside of braces, each with its place.
  var cells: [FenceLine] { pieces(at: "|") }

  /// The pieces of the line, parted by `mark` outside of braces, each with its place.
  func pieces(at mark: Unicode.Scalar) -> [FenceLine] {
    var result: [FenceLine] = []
    var cell = FenceLine(text: "", location: location)
    var column = location.column
    var depth = 0
    for scalar in text.unicodeScalars {
      column += 1
      depth = max(0, depth + (scalar == "{" ? 1 : scalar == "}" ? -1 : 0))
      if scalar == mark, depth == 0 {
        result.append(cell.trimmed)
        cell = FenceLine(text: "", location: location)
        cell.location.column = column
      } else {
        cell.text.unicodeScalars.append(scalar)
      }
    }
    return result + [cell.trimmed]
  }

  /// The line without ASCII spaces at either end, its place moved along.
  var trimmed: FenceLine {
    var place = location
    place.column += text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    return FenceLine(text: text.trimmed, location: place)
  }
}
