import Diagnostics
import Digests
import GRDB

extension LedgerSearch {
  /// Compares a roster and its rows with the entry of its saving.
  func checkSave(_ entry: TrailEntry) throws {
    count.rosters += 1
    let number = entry.subject
    guard let said = readPayload(entry.payload, as: SavePayload.self) else {
      return tell("ledger.edited", "账目第 \(entry.sequence) 条（保存名册\(number)）的内容无法读取")
    }
    let sql = "SELECT * FROM roster WHERE number = ? AND entry = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [number, entry.sequence]) else {
      return tell("ledger.roster", "名册\(number)不见了，账目第 \(entry.sequence) 条却说保存过")
    }
    let rows = try checkRows(of: number, head: Digest(of: Array((row["head"] as String).utf8)), row)
    let found = SavePayload(row, rows: rows)
    let sums = [("行数", said.count == rows.count), ("内容", said.content == rows.content)]
    for (field, isSame) in said.comparison(with: found) + sums where !isSame {
      tell("ledger.roster", "名册\(number)的\(field)与账目第 \(entry.sequence) 条不符")
    }
    let check = rosterCheck(
      number: number,
      content: row.digest("content"),
      previous: entry.previous
    )
    if check != said.check { tell("ledger.roster", "名册\(number)的校验码与它之前的账目不符") }
    try checkForm(row.digest("form"), of: number)
  }

  private func checkRows(of number: String, head: Digest, _ roster: Row) throws -> RowSums {
    var digests = RowDigests(head: head, form: roster.digest("form"))
    let sql = "SELECT * FROM rosterRow WHERE roster = ? ORDER BY position"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [number])
    var last = 0
    while let row = try rows.next() {
      count.rows += 1
      let content = row.digest("contentHash")
      let position: Int = row["position"]
      if Digest(of: Array((row["content"] as String).utf8)) != content {
        tell("ledger.row", "名册\(number)第 \(position) 行的内容被改过")
      }
      _ = digests.add(row.traceFields, content)
      if position != last + 1 { tell("ledger.row", "名册\(number)的行不连续：第 \(last + 1) 行不见了") }
      last = position
    }
    let ends = digests.finish()
    return RowSums(
      count: digests.count,
      rows: ends.rows.hex,
      content: ends.content.hex,
      head: head.hex
    )
  }

  private func checkForm(_ form: Digest, of number: String) throws {
    let sql = "SELECT * FROM formText WHERE hash = ?"
    let texts = try Row.fetchOne(db, sql: sql, arguments: [form.blob]).map { row in
      FormTexts(
        name: row["name"],
        settings: row["settings"],
        body: row["body"],
        theme: row["theme"]
      )
    }
    guard texts?.digest == form else { return tell("ledger.form", "名册\(number)所用的表单被改过或不见了") }
  }

  /// Compares the rows of a take-over with its entry.
  func checkTakeOver(_ entry: TrailEntry) throws {
    let hash = SHA256()
    var rowCount = 0
    let sql = "SELECT * FROM imported WHERE entry = ? ORDER BY position"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [entry.sequence])
    while let row = try rows.next() {
      count.rows += 1
      rowCount += 1
      hash.combine(
        Ledger.takenRow(
          row["position"],
          row.traceFields,
          row.digest("contentHash"),
          row["rosterKind"],
          row["roster"]
        )
      )
    }
    let said = readPayload(entry.payload, as: TakeOverPayload.self)
    guard said?.rows == hash.finish().hex, said?.count == rowCount else {
      return tell("ledger.imported", "账目第 \(entry.sequence) 条接收的历史数据被改过")
    }
  }

  /// Looks for rows that no entry speaks of.
  func checkOrphans() throws {
    let searches: [(String, String, TrailAction, String, String?)] = [
      ("ledger.roster", "SELECT number FROM roster t", .save, "名册", "number"),
      ("ledger.void", "SELECT roster FROM rosterVoid t", .voidRoster, "名册作废记号", "roster"),
      ("ledger.imported", "SELECT roster FROM imported t", .takeOver, "接收的名册记录", nil),
      ("ledger.signing", "SELECT number FROM signing t", .openSigning, "待签文书", "number"),
    ]
    for (code, select, action, what, subject) in searches {
      let link = subject.map { " AND e.subject = t.\($0)" } ?? ""
      try tellStrays(
        "\(select) WHERE NOT EXISTS (SELECT 1 FROM trail e "
          + "WHERE e.sequence = t.entry AND e.action = '\(action.rawValue)'\(link)) LIMIT 100"
      ) { tell(code, "\(what)“\($0)”没有对应的账目，是后来插入的") }
    }
    try tellStrays(
      """
      SELECT lower(hex(filing)) FROM filingEnd t WHERE NOT EXISTS (SELECT 1 FROM trail e
      WHERE e.sequence = t.entry AND e.subject = lower(hex(t.filing))) LIMIT 100
      """
    ) { tell("ledger.filing", "备案状态记号 \($0.prefix(16)) 没有对应的账目，是后来插入的") }
    try tellStrays(
      """
      SELECT signing FROM signingEnd t WHERE NOT EXISTS (SELECT 1 FROM trail e
      WHERE e.sequence = t.entry AND e.subject = t.signing) LIMIT 100
      """
    ) { tell("ledger.signing", "待签文书“\($0)”的签署结果没有对应的账目，是后来插入的") }
    try tellStrays(
      """
      SELECT DISTINCT roster FROM rosterRow w
      WHERE NOT EXISTS (SELECT 1 FROM roster r WHERE r.number = w.roster) LIMIT 100
      """
    ) { tell("ledger.row", "有行属于不存在的名册“\($0)”") }
  }

  private func tellStrays(_ sql: String, _ tell: (String) -> Void) throws {
    let strays = try String.fetchCursor(db, sql: sql)
    while let stray = try strays.next() { tell(stray) }
  }
}

/// What the rows of a roster add up to.
struct RowSums {
  var count: Int
  var rows, content, head: String
}

extension Row {
  /// The columns of a trace as fields of the canonical encoding; an absent key is empty.
  fileprivate var traceFields: [String] {
    let keys = ["opensNumber", "opensStart", "followsNumber", "followsStart"]
    return [key("filing")?.hex ?? "", self["kind"]] + keys.map { key($0)?.hex ?? "" }
  }
}

extension SavePayload {
  /// Gathers what the tables hold of a roster.
  fileprivate init(_ row: Row, rows: RowSums) {
    (number, series, ordinal) = (row["number"], row["series"], row["ordinal"])
    (kind, label, title) = (row["kind"], row["label"], row["title"])
    (employer, day) = (row["employer"], row["day"])
    (count, pages, check) = (row["count"], row["pages"], row["checkCode"])
    form = row.digest("form").hex
    file = row.digest("file").hex
    content = row.digest("content").hex
    head = rows.head
    self.rows = rows.rows
  }

  /// Compares field by field, under the words that reports use.
  fileprivate func comparison(with found: SavePayload) -> [(String, Bool)] {
    [
      ("编号", (number, series, ordinal) == (found.number, found.series, found.ordinal)),
      ("类型", (kind, label) == (found.kind, found.label)), ("表单", form == found.form),
      ("单位信息", (head, employer) == (found.head, found.employer)), ("标题", title == found.title),
      ("日期", day == found.day), ("人数", count == found.count), ("页数", pages == found.pages),
      ("行", rows == found.rows), ("内容校验值", content == found.content),
      ("校验码", check == found.check),
      ("文件校验值", file == found.file),
    ]
  }
}
