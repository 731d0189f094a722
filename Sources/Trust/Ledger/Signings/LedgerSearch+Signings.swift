import Diagnostics
import Digests
import GRDB

extension LedgerSearch {
  /// Compares a document that the employer has signed with the entry that tells of it.
  func checkOpenSigning(_ entry: TrailEntry) throws {
    let number = entry.subject
    let sql = "SELECT * FROM signing WHERE number = ? AND entry = ?"
    guard let said = readPayload(entry.payload, as: OpenSigningPayload.self),
      let row = try Row.fetchOne(db, sql: sql, arguments: [number, entry.sequence])
    else { return tell("ledger.signing", "账目第 \(entry.sequence) 条的待签文书\(number)不见了") }
    let found = OpenSigningPayload(
      number: row["number"],
      series: row["series"],
      ordinal: row["ordinal"],
      title: row["title"],
      person: row["person"],
      filing: row.key("filing")?.hex ?? "",
      deadline: row["deadline"],
      file: row.digest("file").hex
    )
    if found != said || row["day"] != entry.day {
      tell("ledger.signing", "待签文书\(number)与账目第 \(entry.sequence) 条不符")
    }
  }

  /// Compares the end of a signing with the entry that tells of it.
  func checkEndSigning(_ entry: TrailEntry, _ state: SigningState) throws {
    let sql = "SELECT state, file FROM signingEnd WHERE signing = ? AND entry = ?"
    let said = readPayload(entry.payload, as: EndSigningPayload.self)
    let row = try Row.fetchOne(db, sql: sql, arguments: [entry.subject, entry.sequence])
    let file = row.map { ($0["file"] as DatabaseValue).isNull ? "" : $0.digest("file").hex }
    guard let said, let row, row["state"] == state.rawValue, file == said.file else {
      return tell(
        "ledger.signing",
        "账目第 \(entry.sequence) 条（\(label(of: entry))）与待签文书\(entry.subject)的状态不符"
      )
    }
  }
}
