/// A tree's nodes in levels, none with more than `width` children: page trees and name trees alike.
enum Branches {
  /// The most children of a node.
  static let width = 50

  /// Returns how to part `count` neighbours into as few groups as possible, all about equally large.
  static func groups(of count: Int) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let groups = (count + width - 1) / width
    return (0..<groups).map { ($0 * count / groups)..<(($0 + 1) * count / groups) }
  }
}
