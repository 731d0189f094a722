import Digests
import Issuing
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
  /// What was found below folders, each of which is walked through once.
  private var surveys: [String: [SurveyedFile]] = [:]

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
    let files = survey(folder).filter { isWanted($0.path) }
    try read(files.map { SurveyedFile(path: "\(folder)/\($0.path)", stamp: $0.stamp) })
    var parts: [(key: String, value: String)] = []
    for file in files {
      parts.append((file.path, try digest(of: "\(folder)/\(file.path)", file.stamp)))
    }
    return Recipe.digest(of: parts)
  }

  private func survey(_ folder: String) -> [SurveyedFile] {
    if let known = surveys[folder] { return known }
    let found = world.survey(folder)
    surveys[folder] = found
    return found
  }

  /// Reads those of `files` whose hashes are not known, several at a time.
  private func read(_ files: [SurveyedFile]) throws(CommandFailure) {
    let new = files.filter { inputs[$0.path] == nil && lastDigest(of: $0.path, $0.stamp) == nil }
    let digests = madeSideBySide("inputs", new, workers: world.coreCount) { [world] file in
      Result<String, CommandFailure> { () throws(CommandFailure) in
        Digest(of: try world.bytes(of: file.path)).hex
      }
    }
    for (file, digest) in zip(new, digests) {
      keep(try digest.get(), of: file.path, file.stamp)
    }
  }

  private func digest(of path: String, _ stamp: FileStamp) throws(CommandFailure) -> String {
    if let found = inputs[path] { return found.digest }
    let digest: String
    if let last = lastDigest(of: path, stamp) {
      digest = last
    } else {
      digest = Digest(of: try world.bytes(of: path)).hex
    }
    keep(digest, of: path, stamp)
    return digest
  }

  /// Returns the hash that the last build knew, unless the file may have changed since.
  private func lastDigest(of path: String, _ stamp: FileStamp) -> String? {
    guard let last = known[path], isSettled(stamp), last.stamp == stamp else { return nil }
    return last.digest
  }

  private func keep(_ digest: String, of path: String, _ stamp: FileStamp) {
    seen[path] = stamp
    inputs[path] = BuildLedger.Input(stamp: isSettled(stamp) ? stamp : nil, digest: digest)
  }

  private func isSettled(_ stamp: FileStamp) -> Bool { stamp.changed < start }
}
