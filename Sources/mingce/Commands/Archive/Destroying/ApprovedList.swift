import Calendar
import Diagnostics
import Digests
import Spreadsheets
import Verification

/// A destruction list as it came back from those who approve: CSV or XLSX, its columns found by their names, or the PDF
/// that they have signed.
struct ApprovedList {
  /// A row, with the texts of the columns that are known.
  struct Row {
    let number: Int
    private let texts: [DestructionColumn: String]

    fileprivate init(_ row: SheetRow, _ columns: [DestructionColumn: Int]) {
      number = row.number
      texts = columns.compactMapValues { row[$0]?.value.text }
    }

    /// A row of a list that was approved by signatures as a whole.
    fileprivate init(
      _ number: Int,
      _ texts: [DestructionColumn: String],
      by approval: SignedApproval
    ) {
      self.number = number
      self.texts = texts.merging([.approver: approval.approver, .approvedOn: approval.day]) { $1 }
    }

    subscript(column: DestructionColumn) -> String { texts[column] ?? "" }

    var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }
  }

  let file: String
  /// The digest of the file.
  let digest: Digest
  let rows: [Row]

  /// The columns without which nobody can tell what was approved.
  private static let needed: [DestructionColumn] = [
    .code, .digest, .opinion, .approver, .approvedOn,
  ]

  /// Reads the list at `path`; a PDF has to be signed by those whom `verifier` trusts.
  init(
    _ path: String,
    signaturesBy verifier: Verifier? = nil,
    in world: World
  ) throws(CommandFailure) {
    let bytes = try world.bytes(of: path)
    file = path
    digest = Digest(of: bytes)
    if let verifier, bytes.starts(with: "%PDF-".utf8) {
      let approval = try SignedApproval(of: bytes, named: path, by: verifier)
      rows = approval.record.rows.enumerated().map { Row($0 + 1, $1, by: approval) }
      return
    }
    do throws(SpreadsheetFailure) {
      rows = try Self.rows(of: bytes)
    } catch {
      throw .told([error.diagnostic(in: path)], .problemsFound)
    }
    guard !rows.isEmpty else { throw .told([Self.foreign(path)], .problemsFound) }
  }

  /// Where the `column` of a row stands, as a person finds it.
  func place(of row: Row) -> Origin { .cell(CellLocation(file: file, sheet: "", row: row.number)) }

  /// Reads the rows under the one that names all needed columns; none where there is no such row.
  private static func rows(of bytes: [UInt8]) throws(SpreadsheetFailure) -> [Row] {
    let sheet = try Spreadsheet(bytes)
    guard !sheet.sheets.isEmpty else { return [] }
    var (reading, columns, rows) = (
      try sheet.rows(ofSheet: 0), [DestructionColumn: Int](), [Row]()
    )
    while let row = try reading.next() {
      if columns.isEmpty {
        columns = named(row)
      } else {
        let next = Row(row, columns)
        if !next.isEmpty { rows.append(next) }
      }
    }
    return rows
  }

  private static func named(_ row: SheetRow) -> [DestructionColumn: Int] {
    var columns: [DestructionColumn: Int] = [:]
    for cell in row.cells {
      if let column = DestructionColumn(rawValue: cell.value.text) { columns[column] = cell.column }
    }
    return needed.allSatisfy { columns[$0] != nil } ? columns : [:]
  }

  private static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      "archive.list",
      .error,
      at: .source(SourceLocation(file: path)),
      "不是销毁清册，或者清册里没有文书",
      expected: "列名有\(list: needed.map(\.rawValue))的表格",
      advice: "请用 mingce archive due -o 销毁清册.csv 写出，不要改动列名、档号和校验值"
    )
  }
}

extension SheetValue {
  /// The value as a person reads it, without white space around it.
  fileprivate var text: String {
    switch self {
    case .text(let text), .number(let text): String(text.trimmed)
    case .date(let day, _): "\(day)"
    case .flag, .error, .nothing: ""
    }
  }
}

extension String {
  fileprivate var trimmed: Substring {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return rest[...last]
  }
}
