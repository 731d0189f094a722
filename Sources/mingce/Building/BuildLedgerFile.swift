import Glibc
import Remaking

/// Where a build writes down what it made of what.
struct BuildLedgerFile {
  private let path: String

  /// Finds the ledger of the output folder at `output`.
  init(of output: String) { path = besideOutput(output, "ledger") }

  /// Returns what the last build wrote down; nothing when there was none, or none that can be understood.
  func read(in world: World) throws(CommandFailure) -> BuildLedger {
    guard world.exists(path) else { return BuildLedger() }
    return BuildLedger(try world.text(of: path)) ?? BuildLedger()
  }

  /// Writes `ledger`; whatever changes a file of it after that gives the file another stamp.
  func write(_ ledger: BuildLedger, in world: World) throws(CommandFailure) {
    let newest = ledger.outputs.values.map(\.changed).max() ?? 0
    for _ in 0..<20 where world.fileClock <= newest { usleep(1000) }
    try world.write(Array(ledger.text.utf8), to: path, flushed: false)
  }
}
