import Diagnostics

/// Where a list goes: into a file that appears when it is whole, or to standard output in large pieces.
final class ListTarget {
  private static let pieceSize = 1 << 16

  private let file: AtomicFile?
  private let console: Console
  private var waiting: [UInt8] = []

  /// Opens the file at `path`, or standard output where there is none.
  init(_ path: String?, in world: World) throws(CommandFailure) {
    console = world.console
    guard let path else {
      file = nil
      return
    }
    file = try world.newFile(path)
  }

  /// Adds `bytes` to the end.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if let file { return try file.write(bytes) }
    waiting += bytes
    if waiting.count >= ListTarget.pieceSize { flush() }
  }

  /// Finishes the list.
  func finish() throws(CommandFailure) {
    try file?.commit()
    flush()
  }

  private func flush() {
    console.put(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
