/// Gives every document of a run a file name of its own.
public struct UniqueNames {
  private var taken: Set<String> = []

  /// Creates a keeper that has given no name yet.
  public init() {}

  /// Returns `name`, or `name` with the first free number behind it.
  ///
  /// Names that differ only in case count as the same, since some file systems think so.
  public mutating func take(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
