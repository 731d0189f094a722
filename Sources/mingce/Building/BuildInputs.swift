import Digests
import Remaking

/// The files that a build reads, by the hash of what they hold.
///
/// A file whose stamp is still the one in the ledger of the last build has the hash that stands there, so a build without
/// changes reads no file. A stamp younger than the survey says nothing: the file may be written once more within the same
/// tick of the clock.
final class BuildInputs {
  private let world: World
  private let known: [String: BuildLedger.Input]
  private let start: Int
  /// The files that were asked for so far.
  private(set) var inputs: [String: BuildLedger.Input] = [:]
  private var seen: [String: FileStamp] = [:]

  /// The files that have been written since they were asked for.
  var changed: [String] { seen.keys.filter { world.stamp(of: $0) != seen[$0] } }

  /// Begins a survey, with what the last build knew.
  init(_ known: [String: BuildLedger.Input], in world: World) {
    (self.known, self.world) = (known, world)
    start = world.fileClock
  }

  /// Returns the hash of the file at `path`, or of its absence.
  func digest(of path: String) throws(CommandFailure) -> String {
    guard let stamp = world.stamp(of: path) else { return "" }
    return try digest(of: path, stamp)
  }

  /// Returns the hash of all files below `folder` that `isWanted`, with their paths.
  func digest(
    below folder: String,
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(CommandFailure) -> String {
    var parts: [(key: String, value: String)] = []
    for file in world.survey(folder) where isWanted(file.path) {
      parts.append((file.path, try digest(of: "\(folder)/\(file.path)", file.stamp)))
    }
    return Recipe.digest(of: parts)
  }

  private func digest(of path: String, _ stamp: FileStamp) throws(CommandFailure) -> String {
    if let found = inputs[path] { return found.digest }
    let last = known[path]
    let isSettled = stamp.changed < start
    let digest: String
    if let last, isSettled, last.stamp == stamp {
      digest = last.digest
    } else {
      digest = Digest(of: try world.bytes(of: path)).hex
    }
    seen[path] = stamp
    inputs[path] = BuildLedger.Input(stamp: isSettled ? stamp : nil, digest: digest)
    return digest
  }
}
