import Diagnostics

/// A fenced block.
struct Fence {
  /// The first word after the fence.
  var name: String
  /// What follows that word.
  var argument: String
  /// The lines.
  var lines: [FenceLine]
  /// Where the fence begins.
  var location: SourceLocation

  init(info: String, lines: [FenceLine], location: SourceLocation) {
    let words = info.split(separator: " ", maxSplits: 1)
    name = words.first.map(String.init) ?? ""
    argument = words.count > 1 ? words[1].trimmed : ""
    self.lines = lines
    self.location = location
  }
}

/// A line of a fenced block.
struct FenceLine {
  /// The line as it is written.
  var text: String
  /// Where it begins.
  var location: SourceLocation
}
