import Diagnostics
import Glibc
import Remaking

/// Carries out the steps of a build that have become necessary, and leaves what the others made last time as it is.
///
/// A step is left when its recipe is the same as last time and each of its files is still the one that it made.
final class BuildSteps {
  private let output: String
  private let world: World
  private let last: BuildLedger
  /// The files that builds have begun which were cut off.
  private let begun: Set<String>
  private var steps: [String: BuildLedger.Step] = [:]
  /// How many files were made.
  private(set) var madeCount = 0
  /// How many files were left as they were.
  private(set) var keptCount = 0
  /// How many files of earlier builds were taken away.
  private(set) var removedCount = 0

  /// Whether the output is another than before.
  var hasChanges: Bool { madeCount + removedCount > 0 }

  /// The paths of all files that were made or left so far.
  var files: Set<String> { steps.values.reduce(into: []) { $0.formUnion($1.outputs.keys) } }

  /// Begins a build into the folder `output` with what the last one left, and those since that were cut off.
  init(into output: String, after last: BuildLedger, begun: Set<String>, in world: World) {
    (self.output, self.last, self.begun, self.world) = (output, last, begun, world)
  }

  /// Returns the hash of the recipe by which the step `name` was carried out last time.
  func lastRecipe(of name: String) -> String? { last.steps[name]?.recipe }

  /// Returns what the step `name` found out last time, when it need not be carried out again.
  func facts(of name: String, _ recipe: Recipe) -> String? {
    guard let step = last.steps[name], step.recipe == recipe.digest,
      step.outputs.allSatisfy({ world.stamp(of: "\(output)/\($0.key)") == $0.value })
    else { return nil }
    return step.facts
  }

  /// Carries out the step `name` unless it is fresh, and returns its facts.
  ///
  /// `make` gets the files that the step made last time and that nobody has touched since, and returns its facts beside
  /// the paths of its files below the output folder.
  @discardableResult
  func carryOut(
    _ name: String,
    _ recipe: Recipe,
    make: ([String: FileStamp]) throws(CommandFailure) -> (facts: String, files: [String])
  ) throws(CommandFailure) -> String {
    if let facts = facts(of: name, recipe), let step = last.steps[name] {
      step.complaints.forEach { world.console.note("\($0)") }
      keptCount += step.outputs.count
      steps[name] = step
      return facts
    }
    world.console.transcript.begin()
    let before = (last.steps[name]?.outputs ?? [:]).filter { path, stamp in
      world.stamp(of: "\(output)/\(path)") == stamp
    }
    let made = try make(before)
    var outputs: [String: FileStamp] = [:]
    for path in made.files { outputs[path] = world.stamp(of: "\(output)/\(path)") }
    let kept = outputs.count { before[$0.key] == $0.value }
    (madeCount, keptCount) = (madeCount + outputs.count - kept, keptCount + kept)
    steps[name] = BuildLedger.Step(
      recipe: recipe.digest,
      outputs: outputs,
      facts: made.facts,
      complaints: world.console.transcript.end()
    )
    return made.facts
  }

  /// Takes away the files of earlier builds that no step has made or left, and returns what is to be written down.
  ///
  /// A file that somebody has changed since is not ours any more; it stays, and that is told.
  func finish() throws(CommandFailure) -> [String: BuildLedger.Step] {
    let (current, stamps) = (files, last.outputs)
    for path in begun.union(stamps.keys).subtracting(current).sorted() {
      let place = "\(output)/\(path)"
      guard let found = world.stamp(of: place) else { continue }
      guard found == stamps[path] || begun.contains(path) else {
        world.console.note("提示：“\(place)”已经不属于网站，但是生成以后被改过，没有删除。不需要时请自行删除。")
        continue
      }
      try world.remove(place, upTo: output)
      removedCount += 1
    }
    return steps
  }

  /// Returns the steps that were carried out or left so far, and those of the last build that were not come to.
  var unfinished: [String: BuildLedger.Step] { last.steps.merging(steps) { $1 } }
}

extension World {
  /// Removes the file at `path`, and the folders above it that it leaves empty, up to `folder`.
  fileprivate func remove(_ path: String, upTo folder: String) throws(CommandFailure) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: path, reason: systemReason(errno))
    }
    var above = path
    while let slash = above.lastIndex(of: "/") {
      above = String(above[..<slash])
      // A folder that holds anything else stays.
      guard above.count > folder.count, unsafe rmdir(above) == 0 else { return }
    }
  }
}
