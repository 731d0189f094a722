import Diagnostics
import JSON

/// What the head of a record file says.
struct HeadReading {
  /// The head as far as it was read, when place and day are known; rows are judged by it.
  let read: Batch?
  /// Whether nothing forbids using it.
  let isUsable: Bool
  /// How to read rows, when the file is of this schema.
  let setting: RowSetting?
  /// Everything wrong with it.
  let diagnostics: [Diagnostic]
  private let tree: JSONTree?

  /// The head, when it can be used.
  var batch: Batch? { isUsable ? read : nil }

  /// What the rows are judged and printed by, as canonical JSON; everything else in a head is left out.
  var canonical: [UInt8] {
    tree?.canonical(members: ["schema", "profile", "asOf", "employer"]) ?? []
  }

  /// Reads `text`, which is the head of `file` or the part of it before the rows; the file ends with it if it `isCutOff`.
  init(
    _ head: HeadText,
    _ text: [UInt8],
    isCutOff: Bool = false,
    file: String,
    _ parser: RecordParser
  ) {
    let finder = PlaceFinder(file: file, row: 0, prefix: "", place: head.place)
    do throws(JSONProblem) {
      let tree = try parser.read(text)
      var (record, lists) = (
        RecordReader(tree, parser.words), RecordReader(tree, parser.words)
      )
      (read, setting) = record.head(&lists)
      isUsable = !record.hasErrors
      diagnostics = (record.findings + lists.findings).map { finder.located($0, in: tree) }
      self.tree = tree
    } catch {
      (tree, read, setting, isUsable) = (nil, nil, nil, false)
      diagnostics = [error.diagnostic(in: text[...], finder, isCutOff: isCutOff)]
    }
  }
}
