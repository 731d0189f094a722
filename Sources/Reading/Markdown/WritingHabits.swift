import Diagnostics

/// Finds what Chinese authors type by habit and Markdown does not understand: it would be printed as it stands.
enum WritingHabits {
  /// Returns a warning for each such line of `source`, fenced blocks left out.
  static func complaints(about source: SourceText) -> [Diagnostic] {
    let lines = source.lines.map { String(decoding: $0.bytes, as: UTF8.self) }
    return found(in: lines).map { index, habit in
      let start = habit.found.map { lines[index].distance(to: $0) } ?? lines[index].indent
      let place = SourceLocation(file: source.file, line: index + 1, column: start + 1)
      return Diagnostic(
        "markdown.habit",
        .warning,
        at: .source(place),
        habit.message,
        found: "\(habit.found ?? String(lines[index].dropFirst(start).prefix(12)))",
        advice: habit.advice
      )
    }
  }

  /// Returns the lines with habits, by their index, fenced blocks left out; a line with two kinds of them comes twice, the
  /// second time mended of both.
  static func found(in lines: [String]) -> [(index: Int, habit: WritingHabit)] {
    var fence = FenceTracker()
    let isText = lines.map { !fence.isInside(after: $0.utf8) }
    return lines.indices.filter { isText[$0] }.flatMap { index in
      let line = lines[index]
      let habit =
        mayShowHabit(line) ? WritingHabit(line) ?? counted(index, in: lines, isText) : nil
      let habits = [habit, WritingHabit(spacedPathsOf: habit?.mended ?? line)]
      return habits.compactMap { $0 }.map { (index, $0) }
    }
  }

  /// Whether a line begins as those with habits do; most lines do not, and this is seen from a few bytes.
  static func mayShowHabit(_ line: String) -> Bool {
    let text = line.utf8.drop { $0 == UInt8(ascii: " ") }
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "#"): return text.drop { $0 == first }.beginsBeyondASCII
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return text.dropFirst().beginsBeyondASCII
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = text.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      return mark.beginsBeyondASCII
        || mark.first == UInt8(ascii: ".") && mark.dropFirst().beginsBeyondASCII
    // Of the bytes of ｜, only the first is rare enough in tables to tell.
    case UInt8(ascii: "|"): return text.contains(0xEF)
    // The first bytes of ＃, ｜, （ and １, and of ①, ⑴ and ⒈.
    case UInt8(ascii: "("), 0xEF, 0xE2: return true
    default: return false
    }
  }

  /// Returns the habit of a line such as 1、 or （1）, where the one before or after goes on counting.
  ///
  /// By itself it may be a heading of its own kind, or the words of a statute.
  private static func counted(
    _ index: Int,
    in lines: [String],
    _ isText: [Bool]
  ) -> WritingHabit? {
    guard let item = CountedItem(lines[index]) else { return nil }
    // A screenshot stays with its step (`ListMending`), so it does not come between two of them.
    let texts = lines.indices.filter {
      isText[$0] && !lines[$0].allSatisfy(\.isWhitespace) && !lines[$0].hasPrefix("![")
    }
    guard let place = texts.firstIndex(of: index) else { return nil }
    let neighbours = [place - 1, place + 1].filter(texts.indices.contains).map { texts[$0] }
    let numbers = neighbours.compactMap { CountedItem(lines[$0])?.number }
    let isCounted = numbers.contains(item.number - 1) || numbers.contains(item.number + 1)
    return isCounted ? item.habit : nil
  }
}

/// A line that goes by habit, and how Markdown has it.
struct WritingHabit {
  /// What is wrong with it.
  let message: Message
  /// What to write.
  let advice: Message
  /// The line as Markdown has it.
  let mended: String
  /// The piece of the line that is meant; nothing when it is how the line begins.
  var found: String?

  init(message: Message, advice: Message, mended: String, found: String? = nil) {
    (self.message, self.advice) = (message, advice)
    (self.mended, self.found) = (mended, found)
  }

  /// Looks for a habit that one line shows by itself.
  init?(_ line: String) {
    let indent = String(line.prefix { $0 == " " })
    let scalars = Array(line.unicodeScalars.dropFirst(indent.unicodeScalars.count))
    guard let first = scalars.first else { return nil }
    func rest(from index: Int) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[index...].drop { $0 == " " || $0 == "\u{3000}" })
      return String(text)
    }
    switch first {
    case "#":
      let depth = scalars.prefix { $0 == "#" }.count
      guard follows(scalars, from: depth) else { return nil }
      message = "井号后没有空格，不会成为标题"
      advice = "请在井号后加一个空格"
      mended = indent + String(repeating: "#", count: depth) + " " + rest(from: depth)
    case "＃":
      let depth = scalars.prefix { $0 == "＃" }.count
      message = "全角井号不会成为标题"
      advice = "请改用半角的“# ”"
      mended = indent + String(repeating: "#", count: depth) + " " + rest(from: depth)
    case "-", "+":
      guard follows(scalars, from: 1) else { return nil }
      message = "列表符号后没有空格，不会成为列表"
      advice = "请在“\(first)”后加一个空格"
      mended = indent + "\(first) " + rest(from: 1)
    case "0"..."9":
      let digits = scalars.prefix { ("0"..."9").contains($0) }.count
      guard digits <= 2, digits < scalars.count, [".", "．"].contains(scalars[digits]),
        follows(scalars, from: digits + 1)
      else { return nil }
      message = "序号后没有空格，不会成为列表"
      advice = "请写成“1. ”，点后加一个空格"
      mended =
        indent + String(line.unicodeScalars.dropFirst(indent.count).prefix(digits)) + ". "
        + rest(from: digits + 1)
    case "|", "｜":
      guard scalars.contains("｜") else { return nil }
      message = "全角竖线不能分隔表格的格子"
      advice = "请改用半角的“|”"
      mended = line.replacing("｜", with: "|")
    default: return nil
    }
  }
}

/// Whether a Chinese character stands at `index`, where a space is missing, or a space of its width.
private func follows(_ scalars: [Unicode.Scalar], from index: Int) -> Bool {
  guard index < scalars.count else { return false }
  return scalars[index] == "\u{3000}" || (scalars[index].isWide && !scalars[index].isPunctuation)
}

extension Substring.UTF8View {
  /// Whether the text begins with a character from beyond ASCII.
  fileprivate var beginsBeyondASCII: Bool { first.map { $0 >= 0x80 } ?? false }
}

extension String {
  /// How many spaces the line begins with.
  fileprivate var indent: Int { prefix { $0 == " " }.count }

  /// Returns how many characters stand before `piece`.
  fileprivate func distance(to piece: String) -> Int {
    firstRange(of: piece).map { distance(from: startIndex, to: $0.lowerBound) } ?? 0
  }
}
