import Diagnostics
import JSON

/// What the head of a record file says.
struct HeadReading {
  /// The head, when it can be used.
  let batch: Batch?
  /// How to judge rows, when schema, profile and day can be read.
  let setting: RowSetting?
  /// Everything wrong with it.
  let diagnostics: [Diagnostic]
  private let tree: JSONTree?

  /// What the rows are judged and printed by, as canonical JSON; everything else in a head is left out.
  var canonical: [UInt8] {
    tree?.canonical(members: ["schema", "profile", "asOf", "employer"]) ?? []
  }

  /// Reads `text`, which is the head of `file` or the part of it before the rows.
  init(_ head: HeadText, _ text: [UInt8], file: String, _ parser: RecordParser) {
    let finder = PlaceFinder(file: file, row: 0, prefix: "", place: head.place)
    do throws(JSONProblem) {
      let tree = try parser.read(text)
      var (record, lists) = (
        RecordReader(tree, parser.words), RecordReader(tree, parser.words)
      )
      let read = record.head(&lists)
      batch = read.batch
      setting = read.setting
      diagnostics = (record.findings + lists.findings).map { finder.located($0, in: tree) }
      self.tree = tree
    } catch {
      tree = nil
      batch = nil
      setting = nil
      diagnostics = [error.diagnostic(in: text[...], finder)]
    }
  }
}
