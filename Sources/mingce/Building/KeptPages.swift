import Site

/// Where a build keeps what it knows of the portal's pages, for a process that comes later.
///
/// It is written before the ledger and counts only as long as the ledger tells of the same portal; where it is missing or
/// damaged, pages are made again. A process that builds again itself has it all in its memory.
struct KeptPages {
  private let path: String
  private let memory: BuildMemory

  /// Finds what was kept beside the output folder at `output`, to be recalled to `memory`.
  init(of output: String, memory: BuildMemory) {
    (path, self.memory) = (besideOutput(output, "pages"), memory)
  }

  /// Recalls the pages that were kept under `name`.
  func recall(as name: String, in world: World) throws(CommandFailure) {
    guard !memory.keepsFiles, world.exists(path) else { return }
    memory.portal.recall(try world.bytes(of: path), as: name)
  }

  /// Returns the pages of the portal that was just made, to be kept under `name`; nothing where they are remembered anyway.
  func packed(as name: String) -> [UInt8]? {
    memory.keepsFiles ? nil : memory.portal.packed(as: name)
  }

  /// Keeps `pages`, when there are any to keep.
  func keep(_ pages: [UInt8]?, in world: World) throws(CommandFailure) {
    if let pages { try world.write(pages, to: path, flushed: false) }
  }
}
