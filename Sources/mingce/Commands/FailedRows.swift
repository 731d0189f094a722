import Diagnostics
import Imports
import Records
import Workbooks

/// Collects the rows that a check refuses and writes them back into the sheets that fit them.
struct FailedRows {
  private let path: String
  private var rejections: [RowRejection] = []
  private var lines: [(place: ListPlace, reasons: [Diagnostic])] = []
  /// Where each of them stands.
  private var order: [ListPlace: Int] = [:]

  /// Begins a collection for the workbook at `path`.
  init(path: String) {
    self.path = path
  }

  /// Notes a row when it was refused.
  mutating func note(_ outcome: RowOutcome) {
    if case .refused(let rejection) = outcome { rejections.append(rejection) }
  }

  /// Notes the rows of lists that `diagnostics` of the file forbid.
  mutating func note(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      guard let place = diagnostic.forbiddenLine else { continue }
      if let index = order[place] {
        lines[index].reasons.append(diagnostic)
      } else {
        order[place] = lines.count
        lines.append((place, [diagnostic]))
      }
    }
  }

  /// Says that nothing is written, since no template can be chosen where place and day are unknown.
  func giveUp(in world: World) {
    world.console.note("没有写 \(path)：读不出地区方案或者基准日期，改正以后再检查。")
  }

  /// Writes the rows of `file` that were refused; without any, no workbook is written.
  func write(
    _ file: RecordFile,
    templates: [ImportTemplate],
    in world: World
  ) throws(CommandFailure) {
    var returned = ReturnedRows(templates, profile: file.batch.profile)
    for rejection in rejections {
      returned.add(
        try bytes(rejection.row, of: file),
        row: rejection.row,
        reasons: rejection.reasons
      )
    }
    if !lines.isEmpty { returned.add(lines, outOf: try head(of: file)) }
    if !returned.homeless.isEmpty {
      let rows = returned.homeless.map(String.init)
      world.console.note("警告：第 \(list: rows) 条没有合适的导入模板，未写入 \(path)。")
    }
    if !returned.homelessLines.isEmpty {
      let labels = returned.homelessLines.map(\.label).joined(separator: "、")
      world.console.note("警告：\(labels)没有合适的导入模板，未写入 \(path)。")
    }
    guard !returned.isEmpty else { return world.console.say("没有可以退回模板的行，未写 \(path)。") }
    try world.write(try workbook(returned, file), to: path)
    world.console.say("已把 \(returned.count) 行写入 \(path)，改正后可以用 mingce import 重新导入。")
  }

  private func workbook(
    _ returned: ReturnedRows,
    _ file: RecordFile
  ) throws(CommandFailure) -> [UInt8] {
    do throws(WorkbookFailure) {
      return try returned.workbook(madeOn: file.batch.asOf)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func bytes(_ row: Int, of file: RecordFile) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      return try file.bytes(ofRow: row)
    } catch {
      throw .inputMissing(path: "记录文件", reason: error.message)
    }
  }

  private func head(of file: RecordFile) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      return try file.headText()
    } catch {
      throw .inputMissing(path: "记录文件", reason: error.message)
    }
  }
}

extension Diagnostic {
  /// The row of a list that an error forbids, whether a rule tells of it or the reader.
  fileprivate var forbiddenLine: ListPlace? {
    guard severity == .error else { return nil }
    switch origin {
    case .field(let place): return ListPlace(field: place.field)
    case .record(let place):
      let steps = place.pointer.split(separator: "/").map(String.init)
      guard steps.count > 1, let list = RecordList(rawValue: steps[0]), let index = Int(steps[1])
      else { return nil }
      return ListPlace(list, index + 1)
    default: return nil
    }
  }
}
