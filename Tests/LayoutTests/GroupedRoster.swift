import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

/// A roster of invented groups: a merged column with the group's name, a number and an amount.
struct GroupedRoster {
  /// How many rows each group has, from the first to the last.
  var groups: [Int]
  /// The names of the groups; the others are called 第1组, 第2组 and so on.
  var names: [Int: String] = [:]
  /// The text of the middle cell of a row, by the row's number.
  var texts: [Int: String] = [:]
  /// Whether each page ends with its sums.
  var hasPageFoot = false
  var unusedRows: UnusedRows?
  var closing: String?
  var total: String?

  var rowCount: Int { groups.reduce(0, +) }

  /// The amount of row `number`.
  static func amount(_ number: Int) -> Int { number * number % 97 + 1 }

  /// The row `number`, from 1.
  func row(_ number: Int) -> TableRow<Never> {
    var (group, first) = (0, 1)
    while first + groups[group] <= number {
      first += groups[group]
      group += 1
    }
    let name = names[group] ?? "第\(group + 1)组"
    let amount = Self.amount(number)
    var row = Sample.row([name, texts[number] ?? "\(number)号", "\(amount)元"], number: number)
    row.joinsGroup = number > first
    row.cells[0].joinsAbove = number > first
    row.addends = [amount]
    return row
  }

  /// The table; `onPull` hears of each row that is asked for.
  func table(onPull: @escaping @Sendable (Int) -> Void = { _ in }) -> Table<Never> {
    let roster = self
    let body = RowSource(count: rowCount) {
      var number = 0
      return { () throws(RowSource.Failure) in
        guard number < roster.rowCount else { return nil }
        number += 1
        onPull(number)
        return roster.row(number)
      }
    }
    return Table(
      columns: [
        Column(share: 20, alignment: .centre, isMerged: true), Column(share: 50),
        Column(millimetres: 40, alignment: .end),
      ],
      head: [Sample.row(["组别", "编号", "金额"])],
      body: .pulled(body),
      pageFoot: hasPageFoot ? .tallied(tally) : nil,
      closing: closing,
      unusedRows: unusedRows,
      foot: total.map { [Sample.row([$0, "", ""])] } ?? [],
      origin: Sample.origin
    )
  }

  private var tally: PageTally {
    let make: PageTally.Make = { sums, count in
      Sample.row(["小计", "\(count)行", "\(sums.first ?? 0)元"])
    }
    let whole = (1...max(1, rowCount)).map(Self.amount).reduce(0, +)
    return PageTally(widest: make([whole], rowCount), make: make)
  }

  /// Lays the table out on sheets with at most `rowsPerPage` rows.
  func pages(rowsPerPage: Int? = nil, _ after: Block<Never>...) throws -> [Page] {
    let document = Document<Never>(title: "", body: [.table(table())] + after)
    return try Sample.pages(document, Sample.landscape(rowsPerPage: rowsPerPage))
  }
}

extension Page {
  /// The numbers of the rows on the page.
  var rowNumbers: [Int] {
    lines.compactMap { line in
      line.firstMatch(of: /([0-9]+)号/).flatMap { Int($0.1) }
    }
  }

  /// The rules inside tables that neither lie nor stand.
  var diagonals: [Rule] {
    rules.filter { $0.start.x != $0.end.x && $0.start.y != $0.end.y }
  }
}
