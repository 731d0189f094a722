import Glibc
import Remaking

/// Where a build writes down what it made of what.
struct BuildLedgerFile {
  private let path: String
  private let memory: BuildMemory

  /// Finds the ledger of the output folder at `output`; what is known to `memory` need not be read.
  init(of output: String, memory: BuildMemory) {
    path = besideOutput(output, "ledger")
    self.memory = memory
  }

  /// Returns what the last build wrote down; nothing when there was none, or none that can be understood.
  func read(in world: World) throws(CommandFailure) -> BuildLedger {
    guard let stamp = world.stamp(of: path) else { return BuildLedger() }
    if let known = memory.ledger, known.stamp == stamp { return known.ledger }
    return BuildLedger(try world.text(of: path)) ?? BuildLedger()
  }

  /// Writes `ledger`; whatever changes a file of it after that gives the file another stamp.
  func write(_ ledger: BuildLedger, in world: World) throws(CommandFailure) {
    let newest = ledger.outputs.values.map(\.changed).max() ?? 0
    for _ in 0..<20 where world.fileClock <= newest { usleep(1000) }
    try world.write(Array(ledger.text.utf8), to: path, flushed: false)
    memory.ledger = world.stamp(of: path).map { ($0, ledger) }
  }
}
