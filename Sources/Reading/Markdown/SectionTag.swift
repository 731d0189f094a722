import Diagnostics
import DocumentTree

/// A line that opens or closes a section: `{{#path}}`, `{{^path}}`, `{{#path=value}}` or `{{/path}}`.
struct SectionTag {
  /// What the section's field must hold; nothing for a closing tag.
  var test: SectionTest?
  /// The section's field.
  var path: String
  /// Where the tag stands.
  var location: SourceLocation
  /// The tag as it is written.
  var written: String

  /// Reads a line that is nothing but a tag, or gives nothing; a misspelt tag is complained about.
  init?(line: String, at start: SourceLocation, diagnostics: inout [Diagnostic]) {
    let text = line.trimmed
    guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count > 4 else { return nil }
    let content = String(text.dropFirst(2).dropLast(2)).trimmed
    guard let sign = content.first, "#^/".contains(sign), !content.contains("{{") else {
      return nil
    }
    location = start
    location.column += line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    written = text
    let body = content.dropFirst()
    path = body.prefix { $0 != "=" }.trimmed
    switch sign {
    case "#": test = .present
    case "^": test = .absent
    default: test = nil
    }
    if let equals = body.firstIndex(of: "="), sign == "#" {
      test = .equals(body[body.index(after: equals)...].trimmed)
    }
    let isClosedWithValue = sign != "#" && body.contains("=")
    guard FieldPath.isWellFormed(path), !isClosedWithValue else {
      diagnostics.add(
        "form.sectionSyntax",
        .error,
        at: .source(location),
        "分段标记的写法有误",
        found: "\(text)",
        expected: "{{#字段}}、{{^字段}}、{{#字段=值}} 或 {{/字段}}"
      )
      return nil
    }
  }
}

/// Builds nested sections from their tags and the blocks between them.
struct SectionNest {
  /// Sections deeper than this are opened up, because no form needs them and deep trees are hostile.
  private static let depthLimit = 30

  private struct Frame {
    var tag: SectionTag?
    var blocks: [Block<FieldReference>] = []
  }

  private var frames = [Frame()]
  var diagnostics: [Diagnostic] = []

  mutating func append(_ blocks: [Block<FieldReference>]) {
    frames[frames.count - 1].blocks += blocks
  }

  mutating func apply(_ tag: SectionTag) {
    guard tag.test == nil else {
      if frames.count == SectionNest.depthLimit {
        complain("form.sectionDepth", tag, "分段嵌套过深", advice: "请减少嵌套的层数")
      }
      frames.append(Frame(tag: tag))
      return
    }
    guard let match = frames.lastIndex(where: { $0.tag?.path == tag.path }) else {
      complain("form.straySection", tag, "没有与此结束标记对应的开始标记", advice: "请删去此行，或补上“{{#\(tag.path)}}”")
      return
    }
    while frames.count > match + 1 {
      complainOfOpenTag(closedBefore: tag)
      closeLast()
    }
    closeLast()
  }

  /// Closes what is still open, with a complaint for each, and returns the blocks.
  mutating func finish() -> [Block<FieldReference>] {
    while frames.count > 1 {
      complainOfOpenTag(closedBefore: nil)
      closeLast()
    }
    return frames[0].blocks
  }

  private mutating func closeLast() {
    guard frames.count > 1, let frame = frames.popLast(), let tag = frame.tag, let test = tag.test
    else { return }
    guard frames.count < SectionNest.depthLimit else {
      append(frame.blocks)
      return
    }
    let subject = FieldReference(path: tag.path, location: tag.location)
    append([.section(Section(subject: subject, test: test, blocks: frame.blocks))])
  }

  private mutating func complainOfOpenTag(closedBefore other: SectionTag?) {
    guard let tag = frames.last?.tag else { return }
    let advice: Message = "请补上独占一行的“{{/\(tag.path)}}”"
    if let other {
      let message: Message = "分段交叉：此段应在第 \(other.location.line) 行的 \(other.written) 之前结束"
      complain("form.crossedSections", tag, message, advice: advice)
    } else {
      complain("form.unclosedSection", tag, "分段没有结束标记", advice: advice)
    }
  }

  private mutating func complain(
    _ code: String,
    _ tag: SectionTag,
    _ message: Message,
    advice: Message
  ) {
    diagnostics.add(
      code,
      .error,
      at: .source(tag.location),
      message,
      found: "\(tag.written)",
      advice: advice
    )
  }
}
