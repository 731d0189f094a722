/// A line that `mendHabits` changed.
public struct MendedLine: Sendable, Hashable {
  /// The line's number, from 1.
  public var number: Int
  /// What stood there.
  public var before: String
  /// What stands there now.
  public var after: String
}

/// Returns `text`, a page of a guide, with what its author typed by habit as Markdown has it: `1、登录` becomes `1. 登录`.
///
/// Only the lines that `readGuide` warns of as habits are changed; line ends stay as they are.
public func mendHabits(in text: String) -> (text: String, lines: [MendedLine]) {
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0) }
  let bare = lines.map {
    $0.unicodeScalars.last == "\r" ? String($0.unicodeScalars.dropLast()) : $0
  }
  var mended: [MendedLine] = []
  for (index, habit) in WritingHabits.found(in: bare) {
    let end = lines[index].unicodeScalars.last == "\r" ? "\r" : ""
    let before = mended.last?.number == index + 1 ? mended.removeLast().before : bare[index]
    lines[index] = habit.mended + end
    mended.append(MendedLine(number: index + 1, before: before, after: habit.mended))
  }
  return (lines.joined(separator: "\n"), mended)
}
