import Diagnostics

/// Looks for the first `*name` where a value may begin, before anything is parsed.
///
/// An anchor without an alias is harmless. In a literal block a line that begins with `*name` is taken for an alias too;
/// such text can be written in quotes.
struct AliasSearch {
  private var line = 1
  private var column = 0
  private var mayBegin = true
  private var quote: Unicode.Scalar?
  private var inComment = false
  private var previous: Unicode.Scalar = "\n"

  /// Returns the place of the first alias of `text`, or nothing.
  static func firstAlias(in text: String, file: String) -> SourceLocation? {
    var search = AliasSearch()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if search.isAlias(scalar, before: next) {
        return SourceLocation(file: file, line: search.line, column: search.column)
      }
    }
    return nil
  }

  private mutating func isAlias(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    defer { previous = scalar }
    column += 1
    if scalar == "\n" || scalar == "\r" {
      endLine(scalar)
      return false
    }
    if inComment { return false }
    if let open = quote {
      if scalar == open, previous != "\\" { quote = nil }
      return false
    }
    if scalar == "*", mayBegin, let next, !next.properties.isWhitespace, next != "*" { return true }
    begin(scalar)
    return false
  }

  private mutating func begin(_ scalar: Unicode.Scalar) {
    switch scalar {
    case " ", "\t":
      mayBegin = mayBegin || ["-", ":", "?", ","].contains(previous)
    case "[", "{", ",":
      mayBegin = true
    case "\"", "'":
      if mayBegin { quote = scalar }
      mayBegin = false
    case "#":
      inComment = previous.properties.isWhitespace
      mayBegin = false
    default:
      mayBegin = false
    }
  }

  private mutating func endLine(_ scalar: Unicode.Scalar) {
    if !(scalar == "\n" && previous == "\r") { line += 1 }
    column = 0
    if quote == nil { mayBegin = true }
    inComment = false
  }
}
