import Calendar
import Records

/// How the numbers of rosters are written, such as `{letters}-{year}-{no:4}`.
///
/// All that stands around `{no}` names a series, in which numbers are given from 1 without gaps: a format with the year
/// begins anew every year, one with the employer has a series for each.
public struct NumberFormat: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case text(String)
    case letters, year, month, employer
    case number(width: Int)
  }

  private let pieces: [Piece]

  /// The format where nothing else is said.
  static let standard = NumberFormat(pieces: [
    .letters, .text("-"), .year, .text("-"), .number(width: 4),
  ])

  private init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Reads a format; nothing when it is none.
  init?(_ text: String) {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      let ends = part.indices.filter { part[$0] == "}" }
      guard ends.count == (index == 0 ? 0 : 1) else { return nil }
      if let end = ends.first {
        guard let piece = Self.piece(part[..<end]) else { return nil }
        pieces.append(piece)
      }
      let rest = ends.first.map { part[part.index(after: $0)...] } ?? part
      guard rest.allSatisfy({ !$0.isWhitespace && $0 != "/" && $0 != "\\" && $0 != "#" }) else {
        return nil
      }
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }
    let numbers = pieces.count { if case .number = $0 { true } else { false } }
    guard numbers == 1 else { return nil }
    self.pieces = pieces
  }

  private static func piece(_ name: Substring) -> Piece? {
    switch name {
    case "letters": .letters
    case "year": .year
    case "month": .month
    case "employer": .employer
    case "no": .number(width: 1)
    default:
      if name.hasPrefix("no:"), let width = Int(name.dropFirst(3)), (1...9).contains(width) {
        .number(width: width)
      } else {
        nil
      }
    }
  }

  /// Returns the series of rosters of `kind` in `batch`: a number with `#` in the place of its count.
  func series(of kind: RosterKind, in batch: Batch) -> String {
    written(kind, batch) { _ in "#" }
  }

  /// Returns number `ordinal` of the series of `kind` in `batch`.
  func number(_ ordinal: Int, of kind: RosterKind, in batch: Batch) -> String {
    written(kind, batch) { width in
      let digits = String(ordinal)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  private func written(
    _ kind: RosterKind,
    _ batch: Batch,
    _ count: (Int) -> String
  ) -> String {
    let iso = batch.asOf.compact
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .letters: kind.letters
      case .year: String(iso.prefix(4))
      case .month: String(iso.dropFirst(4).prefix(2))
      // The organisation's own part of the credit code (GB 32100: places 9 to 17).
      case .employer: String(batch.employer.uscc.dropFirst(8).prefix(9))
      case .number(let width): count(width)
      }
    }.joined()
  }
}
