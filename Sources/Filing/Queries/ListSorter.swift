import Diagnostics
public import Records
import UnicodeText

/// Sorts rows by keys of few bytes, so that a million rows need no more than their keys; it stays in one task.
///
/// The keys lie one after another in one piece of memory and compare byte by byte. Rows that are alike stay in the
/// order of the file; a row without a value comes last, up or down.
public final class ListSorter {
  private let keys: [ListOrder.Key]
  private var orders: [ListOrder.TextRule: TextOrder] = [:]
  private var ranks: [[String: Int]]
  private var pool: [UInt8] = []
  private var rows: [Int] = []
  /// Where the key of each row ends in the pool.
  private var ends: [Int] = []

  /// Creates a sorter without rows.
  public init(_ order: ListOrder) throws(QueryFailure) {
    keys = order.keys
    ranks = keys.map { key in
      let codes = key.field.choices?.choices.map(\.code) ?? []
      return Dictionary(uniqueKeysWithValues: zip(codes, 0...))
    }
    for key in keys where key.field.kind.isOfText {
      guard let locale = key.rule.locale, orders[key.rule] == nil else { continue }
      do throws(UnicodeFailure) {
        orders[key.rule] = try TextOrder(locale: locale)
      } catch {
        throw QueryFailure(Self.noOrder("\(error)"))
      }
    }
  }

  /// Takes the filing of `subject`, which stands where its values, masked as the subject asks for, say.
  public func add(_ subject: FieldSubject, row: Int) throws(QueryFailure) {
    for (index, key) in keys.enumerated() {
      let start = pool.count
      guard let value = key.field.value(subject), value.isPresent || key.field.kind == .flag else {
        pool.append(0xFF)
        continue
      }
      // Smaller than the mark of an absent value, whichever way the order goes.
      pool.append(0)
      try append(value, key, ranks[index])
      if key.isDescending {
        for place in (start + 1)..<pool.count { pool[place] = ~pool[place] }
      }
    }
    rows.append(row)
    ends.append(pool.count)
  }

  /// The rows in their order.
  public var sorted: [Int] {
    rows.indices.sorted { left, right in
      let (one, other) = (key(of: left), key(of: right))
      if one.lexicographicallyPrecedes(other) { return true }
      return left < right && !other.lexicographicallyPrecedes(one)
    }.map { rows[$0] }
  }

  private func key(of index: Int) -> ArraySlice<UInt8> {
    pool[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  private func append(
    _ value: FieldValue,
    _ key: ListOrder.Key,
    _ ranks: [String: Int]
  ) throws(QueryFailure) {
    switch value {
    case .integer(let number): append(number)
    case .money(let money): append(money.fen)
    case .date(let date): append(date.dayNumber)
    case .flag(let truth): pool.append(truth ? 0 : 1)
    case .code(let code, let label):
      // Codes stand in the order of their list, words that are not on it behind them.
      append(ranks[code] ?? ranks.count)
      if ranks[code] == nil { try append(label, key) }
    case .text, .list: try append(value.printed, key)
    }
  }

  /// Appends eight bytes that sort as the number does, negative ones first.
  private func append(_ number: Int) {
    let shifted = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    for place in 0..<8 {
      pool.append(UInt8(truncatingIfNeeded: shifted >> (56 - 8 * UInt64(place))))
    }
  }

  private func append(_ text: String, _ key: ListOrder.Key) throws(QueryFailure) {
    guard let order = orders[key.rule] else {
      pool += text.utf8
      pool.append(0)
      return
    }
    do throws(UnicodeFailure) {
      pool += try order.key(of: text)
    } catch {
      throw QueryFailure(Self.noOrder("\(error)"))
    }
  }

  private static func noOrder(_ reason: String) -> Diagnostic {
    Diagnostic(
      "query.noOrder",
      .error,
      "无法按拼音或笔画排序",
      found: "\(reason)",
      advice: "请确认系统已安装完整的 libicu"
    )
  }
}

extension FieldKind {
  /// Whether values of the kind may be ordered as texts.
  fileprivate var isOfText: Bool { self == .text || self == .list || self == .code }
}
