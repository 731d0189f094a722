import Synchronization

/// What was complained of while a step of a build was carried out.
final class Transcript: Sendable {
  private let lines = Mutex<[String]?>(nil)

  /// Begins to keep complaints.
  func begin() { lines.withLock { $0 = [] } }

  /// Keeps `line`, where complaints are kept.
  func add(_ line: String) { lines.withLock { $0?.append(line) } }

  /// Returns the complaints since the beginning, and keeps no more.
  func end() -> [String] {
    lines.withLock { lines in
      defer { lines = nil }
      return lines ?? []
    }
  }
}
