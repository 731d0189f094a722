import Digests
import GRDB

/// A roster that the ledger holds.
public struct SavedRoster: Sendable, Hashable {
  /// The number.
  public let number: String
  /// The code of its kind.
  public let kind: String
  /// The word for its kind.
  public let label: String
  /// The title.
  public let title: String
  /// The employer's name.
  public let employer: String
  /// The day it was saved by.
  public let day: String
  /// How many rows it has.
  public let count: Int
  /// How many pages it has.
  public let pages: Int
  /// The hash of its content, 64 digits.
  public let content: String
  /// The check code that its paper shows.
  public let check: String
  /// The hash of its file, 64 digits.
  public let file: String
  /// Whether it was declared void.
  public let isVoid: Bool
  /// The entry that tells of its saving.
  public let entry: Int

  /// The word for its state (domain: 预览, 已保存, 已作废).
  public var state: String { isVoid ? "已作废" : "已保存" }

  /// The mark that its paper shows.
  public var mark: RosterMark { RosterMark(number: number, check: check) }

  init(_ payload: SavePayload, isVoid: Bool, entry: Int) {
    (number, kind, label) = (payload.number, payload.kind, payload.label)
    (title, employer, day) = (payload.title, payload.employer, payload.day)
    (count, pages) = (payload.count, payload.pages)
    (content, check, file) = (payload.content, payload.check, payload.file)
    (self.isVoid, self.entry) = (isVoid, entry)
  }

  init(_ row: Row) {
    (number, kind, label) = (row["number"], row["kind"], row["label"])
    (title, employer, day) = (row["title"], row["employer"], row["day"])
    (count, pages) = (row["count"], row["pages"])
    (content, file) = (row.digest("content").hex, row.digest("file").hex)
    (check, isVoid, entry) = (row["checkCode"], row["isVoid"], row["entry"])
  }

  /// Asks for rosters with the columns that make one.
  static let query = """
    SELECT roster.*, EXISTS (SELECT 1 FROM rosterVoid v WHERE v.roster = roster.number) AS isVoid
    FROM roster
    """
}
