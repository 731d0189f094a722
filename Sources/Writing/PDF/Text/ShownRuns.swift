import Pages
import Styling

/// A run that stands in many places, and the operators that showed it there before.
final class ShownRun {
  /// The run; as long as it is held, no other can be taken for it.
  private let run: SharedRun
  let font: FontID
  let size: Number
  let ink: Ink
  let language: Language
  /// The operators, from the end of `Td` on.
  let operators: [UInt8]

  init(_ run: SharedRun, operators: [UInt8]) {
    self.run = run
    font = run.run.font
    size = Number(run.run.size)
    ink = run.run.ink
    language = run.run.language
    self.operators = operators
  }
}

/// The runs that were shown lately more than once: rosters repeat their dates, posts and amounts.
///
/// A run has one place here and gives way to the next that has the same place, so that memory stays flat. A run that
/// is met for the first time is not held: most of those are never met again.
struct ShownRuns {
  private static let placeCount = 1024

  private var met: [ObjectIdentifier?] = []
  private var runs: [ShownRun?] = []

  /// Returns the run as it was shown before; nothing for any that is not held here.
  func known(_ run: ObjectIdentifier) -> ShownRun? {
    let place = Self.place(of: run)
    guard place < runs.count, met[place] == run else { return nil }
    return runs[place]
  }

  /// Notes that a run is shown; returns whether it is worth holding, as it was the last to be shown in its place.
  mutating func meet(_ run: ObjectIdentifier) -> Bool {
    if runs.isEmpty {
      met = Array(repeating: nil, count: Self.placeCount)
      runs = Array(repeating: nil, count: Self.placeCount)
    }
    let place = Self.place(of: run)
    guard met[place] != run else { return true }
    met[place] = run
    runs[place] = nil
    return false
  }

  /// Holds a run with the operators that show it.
  mutating func hold(_ run: SharedRun, shownBy operators: ArraySlice<UInt8>) {
    runs[Self.place(of: ObjectIdentifier(run))] = ShownRun(run, operators: Array(operators))
  }

  /// Objects lie many bytes apart: the high bits of a product tell them apart better than the low bits of an address.
  private static func place(of run: ObjectIdentifier) -> Int {
    let product = UInt64(UInt(bitPattern: run)) &* 0x9E37_79B9_7F4A_7C15
    return Int(product >> 54)
  }
}
