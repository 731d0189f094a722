public import Calendar
import Digests
import Foundation
import GRDB

/// When something is done: the day it is judged by, and the moment on the clock.
public struct ActionTime: Sendable, Hashable {
  /// The day of the records, or the day the operator names.
  public var day: CivilDate
  /// The moment, such as `2026-11-26T14:05:33+08:00`; only told, never judged by.
  public var stamp: String

  /// Creates a time.
  public init(day: CivilDate, stamp: String) {
    self.day = day
    self.stamp = stamp
  }
}

/// What an entry of the trail tells of.
public enum TrailAction: String, Sendable, CaseIterable {
  /// The ledger was begun.
  case begin = "ledger.begin"
  /// A roster was saved.
  case save = "roster.save"
  /// A roster was printed again.
  case reprint = "roster.reprint"
  /// A roster was declared void.
  case voidRoster = "roster.void"
  /// Filings were taken over that other systems have put into rosters.
  case takeOver = "ledger.import"
  /// A filing was declared void.
  case voidFiling = "filing.void"
  /// A filing was revoked.
  case revokeFiling = "filing.revoke"
  /// The employer has signed a document that the employee is to sign.
  case openSigning = "signing.open"
  /// The employee has signed a document.
  case sign = "signing.sign"
  /// The employee refuses to sign a document.
  case refuseSigning = "signing.refuse"
  /// The employer has withdrawn a document.
  case voidSigning = "signing.void"
  /// A seal was entered.
  case newSeal = "seal.new"
  /// A person was allowed to use a seal.
  case authoriseSeal = "seal.authorise"
  /// A person may not use a seal any more.
  case revokeSeal = "seal.revoke"
  /// A seal was declared void.
  case voidSeal = "seal.void"
  /// A seal was used.
  case useSeal = "seal.use"

  /// The word that lists print.
  public var label: String {
    switch self {
    case .begin: "建立账本"
    case .save: "保存名册"
    case .reprint: "重印名册"
    case .voidRoster: "作废名册"
    case .takeOver: "接收历史数据"
    case .voidFiling: "作废备案"
    case .revokeFiling: "撤销备案"
    case .openSigning: "单位签名"
    case .sign: "劳动者签名"
    case .refuseSigning: "劳动者拒签"
    case .voidSigning: "撤回待签文书"
    case .newSeal: "登记印章"
    case .authoriseSeal: "授权用印"
    case .revokeSeal: "取消用印授权"
    case .voidSeal: "作废印章"
    case .useSeal: "使用印章"
    }
  }
}

/// One entry of the trail.
///
/// Its hash is the SHA-256 of the netstrings of `mingce-entry/1`, sequence, day, stamp, action, subject, payload hash
/// and the hash of the entry before (64 zeros before the first), so that each entry stands for all before it.
public struct TrailEntry: Sendable, Hashable {
  /// Its place, from 1.
  public let sequence: Int
  /// The day it was judged by.
  public let day: String
  /// The moment on the clock.
  public let stamp: String
  /// What was done, as `TrailAction` spells it.
  public let action: String
  /// What it was done to: the number of a roster, a document or a seal, a filing's salted key.
  public let subject: String
  /// All that is to be known of it, as JSON with sorted members.
  public let payload: String
  /// The SHA-256 of the payload.
  public let payloadHash: String
  /// The hash of the entry before.
  public let previous: String
  /// The hash of this entry.
  public let hash: String

  /// What stands for the entry before the first.
  static let origin = String(repeating: "0", count: 64)

  /// The hash that the other columns ask for.
  var expectedHash: String {
    Digest(
      of: [
        "mingce-entry/1", String(sequence), day, stamp, action, subject, payloadHash, previous,
      ]
    ).hex
  }

  /// The hash that the payload asks for.
  var expectedPayloadHash: String { Digest(of: Array(payload.utf8)).hex }

  init(_ row: Row) {
    sequence = row["sequence"]
    (day, stamp) = (row["day"], row["stamp"])
    (action, subject) = (row["action"], row["subject"])
    (payload, payloadHash) = (row["payload"], row["payloadHash"])
    (previous, hash) = (row["previous"], row["hash"])
  }

  init(after last: (sequence: Int, hash: String), _ act: TrailAct, payload: String) {
    sequence = last.sequence + 1
    (day, stamp) = (act.time.day.description, act.time.stamp)
    (action, subject) = (act.action.rawValue, act.subject)
    self.payload = payload
    payloadHash = Digest(of: Array(payload.utf8)).hex
    previous = last.hash
    hash =
      Digest(
        of: [
          "mingce-entry/1", String(sequence), day, stamp, action, subject, payloadHash, previous,
        ]
      ).hex
  }
}

/// What is done, to what and when.
struct TrailAct {
  let action: TrailAction
  let subject: String
  let time: ActionTime
}

extension Database {
  /// Returns the place and hash of the last entry, or those before the first.
  func lastEntry() throws -> (sequence: Int, hash: String) {
    let last = try cachedStatement(
      sql: "SELECT sequence, hash FROM trail ORDER BY sequence DESC LIMIT 1"
    )
    guard let row = try Row.fetchOne(last) else { return (0, TrailEntry.origin) }
    return (row["sequence"], row["hash"])
  }

  /// Adds an entry behind the last.
  @discardableResult
  func append(_ act: TrailAct, _ payload: some Encodable) throws -> TrailEntry {
    let entry = TrailEntry(after: try lastEntry(), act, payload: try payloadText(payload))
    // Entries come by the thousand: each statement is understood once.
    let insertion = "INSERT INTO trail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    try cachedStatement(sql: insertion).execute(arguments: [
      entry.sequence, entry.day, entry.stamp, entry.action, entry.subject, entry.payload,
      entry.payloadHash, entry.previous, entry.hash,
    ])
    let end = "INSERT OR REPLACE INTO chainEnd VALUES (1, ?, ?)"
    try cachedStatement(sql: end).execute(arguments: [entry.sequence, entry.hash])
    return entry
  }
}

/// Returns `payload` as JSON with sorted members.
func payloadText(_ payload: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(payload), as: UTF8.self)
}

/// Returns what `text` says as a payload, or nothing when it says something else.
func readPayload<Payload: Decodable>(_ text: String, as type: Payload.Type) -> Payload? {
  do {
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  } catch {
    return nil
  }
}
