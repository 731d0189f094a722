import Calendar
import Diagnostics
import Records
import YAML

/// Reads the tables that rule books share.
func readTables(_ nodes: [String: YAMLNode], _ diagnostics: inout [Diagnostic]) -> RuleTables {
  var tables = RuleTables()
  var reader = TableReader(nodes)
  tables.minimumWages = reader.table(.minimumWage, RegionalAmount.read)
  tables.averageWages = reader.table(.averageWage, RegionalAmount.read)
  tables.divisions = reader.table(.divisions) { row in
    _ = row.text("name")
    return row.requiredText("code")
  }
  tables.templates = reader.table(.templates) { row in
    let place = row.text("profile").flatMap(Profile.init(rawValue:))
    return row.requiredText("name").map { ContractTemplate(name: $0, profile: place) }
  }
  tables.workingDays = reader.workingCalendar()
  diagnostics += reader.diagnostics
  return tables
}

extension RegionalAmount {
  fileprivate static func read(_ row: inout YAMLMapping) -> RegionalAmount? {
    _ = row.text("class")
    guard let region = row.requiredText("region"), let monthly = row.money("monthly") else {
      return nil
    }
    return RegionalAmount(region: region, monthly: monthly, hourly: row.money("hourly"))
  }
}

/// Reads tables of rows that are in force for a time.
private struct TableReader {
  private let nodes: [String: YAMLNode]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ nodes: [String: YAMLNode]) {
    self.nodes = nodes
  }

  /// Returns the rows of a table; a row without a source of its own has that of the table.
  mutating func table<Value>(
    _ name: RuleTableName,
    _ read: (inout YAMLMapping) -> Value?
  ) -> DatedTable<Value> {
    var table = mapping(name)
    let source = table.requiredText("source") ?? ""
    var rows: [DatedTable<Value>.Row] = []
    for node in table.list("rows") ?? [] {
      var row = YAMLMapping(node)
      let (from, to, own) = (row.date("from"), row.date("to"), row.text("source"))
      if let value = read(&row) {
        rows.append(DatedTable.Row(value: value, from: from, to: to, source: own ?? source))
      }
      diagnostics += row.close()
    }
    diagnostics += table.close()
    return DatedTable(rows: rows)
  }

  /// Reads the holidays and the make-up days of every year that the table knows.
  mutating func workingCalendar() -> WorkingCalendar {
    var table = mapping(.holidays)
    _ = table.requiredText("source")
    var (free, worked, years): (Set<CivilDate>, Set<CivilDate>, Set<Int>) = ([], [], [])
    for node in table.list("years") ?? [] {
      var row = YAMLMapping(node)
      if let year = row.integer("year", in: 1949...2100) { years.insert(year) }
      _ = row.text("source")
      for item in row.list("holidays") ?? [] {
        var period = YAMLMapping(item)
        _ = period.text("name")
        if let from = period.date("from") {
          free.formUnion(days(from, through: period.date("to") ?? from))
        }
        diagnostics += period.close()
      }
      for item in row.list("makeUp") ?? [] {
        if let day = item.text.flatMap({ CivilDate(iso: $0) }) { worked.insert(day) }
      }
      diagnostics += row.close()
    }
    diagnostics += table.close()
    return WorkingCalendar(holidays: free, makeUpDays: worked, years: years)
  }

  private func mapping(_ name: RuleTableName) -> YAMLMapping {
    let place = SourceLocation(file: name.rawValue)
    return YAMLMapping(nodes["tables/\(name.rawValue).yaml"] ?? YAMLNode(.null, at: place))
  }

  private func days(_ from: CivilDate, through to: CivilDate) -> [CivilDate] {
    guard from <= to else { return [] }
    return (0...min(60, to.dayNumber - from.dayNumber)).map { from.addingDays($0) }
  }
}
