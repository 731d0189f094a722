import DocumentTree
import Geometry
import LineBreaking
import Styling

/// Shares the width of a table among its columns.
struct ColumnWidths {
  /// What the content of a column asks for.
  struct Wish {
    /// The width that holds every cell on one line.
    var natural = Length.zero
    /// The width below which words would be torn.
    var least = Length.zero
  }

  let columns: [Column]
  let width: Length
  /// The wishes of the columns; only those without a share count.
  var wishes: [Wish]

  init(_ columns: [Column], width: Length) {
    self.columns = columns
    self.width = width
    wishes = columns.map { _ in Wish() }
  }

  /// Whether the content has a say.
  var asksContent: Bool { columns.contains(where: \.isMeasured) }

  /// Lets a cell of a column say how wide it should be.
  mutating func wish(_ column: Int, natural: Length, least: Length) {
    wishes[column].natural = max(wishes[column].natural, natural)
    wishes[column].least = max(wishes[column].least, least)
  }

  /// Returns the edges of the columns, from `left`.
  func edges(from left: Length) -> [Length] {
    var edges = [left]
    for width in widths().dropLast() { edges.append(edges[edges.count - 1] + width) }
    edges.append(left + width)
    return edges
  }

  private func widths() -> [Length] {
    let fixed = fixedWidths()
    let width = self.width - fixed.reduce(.zero, +)
    let free = columns.indices.filter { columns[$0].isMeasured }
    let shared = sharedWidths(of: width, beside: free.count)
    let rest = width - shared.reduce(.zero, +)
    let contents = divide(rest, among: free.map { wishes[$0] })
    var result = zip(fixed, shared).map { $0 + $1 }
    for (index, own) in zip(free, contents) { result[index] = own }
    return result
  }

  /// The widths of the columns that name them; a table that is too narrow for them shrinks them, and leaves a tenth
  /// to the others.
  private func fixedWidths() -> [Length] {
    let named = columns.map { $0.millimetres.map { Length.mm(max($0, 0)) } ?? .zero }
    let isAllNamed = columns.allSatisfy { $0.millimetres != nil }
    let room = isAllNamed ? width : width * 0.9
    let sum = named.reduce(.zero, +)
    return sum > room ? named.map { $0 * (room / sum) } : named
  }

  /// The widths of the columns with shares; what stands in millimetres or is measured has none here.
  private func sharedWidths(of width: Length, beside freeCount: Int) -> [Length] {
    let shares = columns.filter { $0.millimetres == nil }.compactMap(\.share).map { max($0, 0.01) }
    let sum = shares.reduce(0, +)
    // A column without a share counts as an average one against those with one.
    let mean = shares.isEmpty ? 1 : sum / Double(shares.count)
    let whole = sum + mean * Double(freeCount)
    return columns.map { column in
      guard column.millimetres == nil, let share = column.share else { return .zero }
      return width * (max(share, 0.01) / whole)
    }
  }

  private func divide(_ rest: Length, among wishes: [Wish]) -> [Length] {
    let natural = wishes.map(\.natural.nanometres)
    let wanted = natural.reduce(0, +)
    if wanted <= rest.nanometres {
      return spread(rest.nanometres - wanted, over: natural, onto: natural)
    }
    let most = rest.nanometres / max(1, wishes.count)
    var least = wishes.map { $0.least.nanometres }
    if least.reduce(0, +) > rest.nanometres { least = least.map { min($0, most) } }
    let slack = zip(natural, least).map { max(0, $0 - $1) }
    return spread(max(0, rest.nanometres - least.reduce(0, +)), over: slack, onto: least)
  }

  /// Adds `amount` to `start` in proportion to `weights`, evenly where nothing weighs.
  private func spread(_ amount: Int, over weights: [Int], onto start: [Int]) -> [Length] {
    let sum = weights.reduce(0, +)
    return zip(weights, start).map { weight, own in
      let part =
        sum > 0 ? Double(weight) / Double(sum) : 1 / Double(max(1, weights.count))
      return Length(nanometres: own + Int(Double(amount) * part))
    }
  }
}

extension ComposedText {
  /// The widest piece between two places where a line may end.
  var widestPiece: Length {
    var widest = Length.zero
    var piece = Length.zero
    for item in items {
      piece += item.box
      widest = max(widest, piece)
      piece = item.joint.lineEnd <= .discouraged ? .zero : piece + item.joint.natural
    }
    return widest
  }
}
