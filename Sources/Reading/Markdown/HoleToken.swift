import Diagnostics
import DocumentTree

/// A `{{…}}` of a form: while the Markdown is parsed, a token of two noncharacters and a number stands in its place.
///
/// So no character of a hole can be taken for markup; in code the written text comes back.
struct HoleToken<Hole: Sendable> {
  /// The hole as it is written, braces included.
  var written: String
  /// What it becomes in text; nothing when it cannot stand there.
  var inline: Inline<Hole>?
  /// What is wrong with it, told only when it stands in text.
  var diagnostics: [Diagnostic]
}

/// The bytes of tokens: U+FDD0, the token's number, U+FDD1.
enum TokenBytes {
  private static let open: [UInt8] = [0xEF, 0xB7, 0x90]
  private static let close: [UInt8] = [0xEF, 0xB7, 0x91]

  /// Returns the bytes of token `number`.
  static func token(_ number: Int) -> [UInt8] {
    open + Array(String(number).utf8) + close
  }

  /// Returns the number of the token that begins at `index` and the index after it, or nothing.
  static func readToken(_ bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
    guard bytes[index] == open[0], bytes[index...].starts(with: open) else { return nil }
    var number = 0
    var position = index + open.count
    while position < bytes.count, (0x30...0x39).contains(bytes[position]), number < 1_000_000_000 {
      number = number * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    guard position > index + open.count, bytes[position...].starts(with: close) else { return nil }
    return (number, position + close.count)
  }

  /// Returns whether a token stands anywhere in `text`.
  static func holdsToken(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { readToken(bytes, at: $0) != nil }
  }

  /// Replaces the two noncharacters, which no real text holds, by U+FFFD of the same length.
  static func replaceReserved(in source: inout SourceText) {
    guard source.traits.contains(.reserved) else { return }
    for line in source.lines.indices {
      var bytes = source.lines[line].bytes
      for index in bytes.indices.dropLast(2)
      where bytes[index] == open[0] && bytes[index + 1] == open[1]
        && (bytes[index + 2] == open[2] || bytes[index + 2] == close[2])
      {
        bytes.replaceSubrange(index..<(index + 3), with: [0xEF, 0xBF, 0xBD])
      }
      source.lines[line].bytes = bytes
    }
  }

  /// Puts a token in place of every `{{…}}` that closes on its line, and returns what they stand for.
  static func extract(from source: inout SourceText) -> [HoleToken<FieldReference>] {
    var tokens: [HoleToken<FieldReference>] = []
    for line in source.lines.indices {
      let bytes = source.lines[line].bytes
      let spans = BraceSpan.spans(in: bytes)
      guard !spans.isEmpty else { continue }
      var result = SourceText.Line(bytes: [])
      var start = 0
      for span in spans {
        result.bytes += bytes[start..<span.range.lowerBound]
        let place = source.location(line: line, offset: span.range.lowerBound)
        let token = span.token(at: place)
        let mark = self.token(tokens.count)
        let characters = token.written.unicodeScalars.count
        result.edits.append(
          SourceText.Edit(offset: result.bytes.count, length: mark.count, characters: characters)
        )
        result.bytes += mark
        tokens.append(token)
        start = span.range.upperBound
      }
      result.bytes += bytes[start...]
      source.lines[line] = result
    }
    return tokens
  }
}

/// A `{{…}}` in a line.
struct BraceSpan {
  /// The bytes, braces included.
  var range: Range<Int>
  /// The text between the braces.
  var content: String

  /// Returns the spans of `bytes` from left to right; the innermost wins where braces open twice.
  static func spans(in bytes: [UInt8]) -> [BraceSpan] {
    var spans: [BraceSpan] = []
    var open: Int?
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0x7B, bytes[index + 1] == 0x7B {
        // In `{{{` the last two braces open.
        let isTriple = index + 2 < bytes.count && bytes[index + 2] == 0x7B
        open = isTriple ? open : index
        index += isTriple ? 1 : 2
      } else if bytes[index] == 0x7D, bytes[index + 1] == 0x7D, let begin = open {
        let content = String(decoding: bytes[(begin + 2)..<index], as: UTF8.self)
        spans.append(BraceSpan(range: begin..<(index + 2), content: content))
        open = nil
        index += 2
      } else {
        index += 1
      }
    }
    return spans
  }

  /// Returns what the span stands for when its braces begin at `place`.
  func token(at place: SourceLocation) -> HoleToken<FieldReference> {
    var reader = HoleReader(place: place)
    let inline = reader.inline(content)
    return HoleToken(
      written: "{{\(content)}}",
      inline: inline,
      diagnostics: reader.diagnostics
    )
  }
}
