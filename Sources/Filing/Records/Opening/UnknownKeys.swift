import Diagnostics

/// Gathers the keys of accepted rows that nobody understands: one warning for each key, however many rows have it.
///
/// A refused row keeps its own warnings, because a misspelt key is often why a needed one is missing.
struct UnknownKeys {
  /// How many different keys are told apart; a file may have a new one in every row.
  private static let limit = 100

  private struct Group {
    var diagnostic: Diagnostic
    var rows = 1
    let firstRow: Int
    var lastRow: Int

    init(_ diagnostic: Diagnostic, of row: Int) {
      (self.diagnostic, firstRow, lastRow) = (diagnostic, row, row)
    }
  }

  private var groups: [Group] = []
  private var places: [String: Int] = [:]
  private var others: Group?

  /// Takes note of the unknown keys of `filing`, whose pointers begin with `prefix` steps that name the row.
  mutating func take(_ filing: Filing, prefix: Int) {
    for diagnostic in filing.unknownKeys {
      guard case .record(let place) = diagnostic.origin else { continue }
      let key = Self.pattern(place.pointer, prefix)
      if let index = places[key] {
        Self.count(filing.row, &groups[index])
      } else if groups.count < Self.limit {
        places[key] = groups.count
        groups.append(Group(diagnostic, of: filing.row))
      } else {
        var group = others ?? Group(diagnostic, of: filing.row)
        Self.count(filing.row, &group)
        others = group
      }
    }
  }

  /// One warning for each key, in the order in which they came up.
  var diagnostics: [Diagnostic] {
    var all = groups.map { group in
      var diagnostic = group.diagnostic
      diagnostic.sentence =
        group.rows > 1
        ? "不认识的键，已忽略（共 \(group.rows) 条记录，第一条是第 \(group.firstRow) 行）"
        : "不认识的键，已忽略（第 \(group.firstRow) 行）"
      return diagnostic
    }
    if let others {
      let message: Message = "另有 \(others.rows) 条记录含有更多不认识的键，已忽略"
      all.append(Diagnostic("record.unknownKey", .warning, at: others.diagnostic.origin, message))
    }
    return all
  }

  private static func count(_ row: Int, _ group: inout Group) {
    if group.lastRow != row { group.rows += 1 }
    group.lastRow = row
  }

  /// Returns where a key stands in any row, whatever its place in a list.
  private static func pattern(_ pointer: String, _ prefix: Int) -> String {
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst(
      1 + prefix
    )
    return steps.map { Int($0) == nil ? String($0) : "*" }.joined(separator: "/")
  }
}
