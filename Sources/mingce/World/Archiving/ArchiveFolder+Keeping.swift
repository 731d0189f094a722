import Archive
import Diagnostics
import Glibc

/// What became of a bag that was to be kept.
enum KeepOutcome: Sendable {
  /// It is in the archive.
  case kept
  /// The same document was there already.
  case there
  /// Another document has the same code.
  case conflict
  /// It was destroyed when its time was over.
  case destroyed
}

extension ArchiveFolder {
  /// Keeps `bags`: when this returns they are on the disk and in the index.
  ///
  /// All are written beside the archive and waited for together, then renamed one by one. A process that is killed
  /// meanwhile leaves whole bags in the archive or none, and the names of those that may be there and not in the index;
  /// an interruption waits.
  func keep(_ bags: [Bag]) throws(CommandFailure) -> [KeepOutcome] {
    try whileLocked { () throws(CommandFailure) in try keepLocked(bags) }
  }

  /// Keeps `bags` while the lock is held.
  func keepLocked(_ bags: [Bag]) throws(CommandFailure) -> [KeepOutcome] {
    var (outcomes, new) = ([KeepOutcome](), [Bag]())
    let destroyed = try destroyedCodes(among: bags)
    for bag in bags {
      let outcome =
        try destroyed.contains(bag.holding.code) ? .destroyed : outcome(of: bag, beside: new)
      outcomes.append(outcome)
      if outcome == .kept { new.append(bag) }
    }
    guard !new.isEmpty else { return outcomes }
    let whole = UndividedWork()
    defer { withExtendedLifetime(whole) {} }
    do throws(CommandFailure) {
      try write(new)
    } catch {
      try clearIncoming()
      throw error
    }
    for bag in new { try move(bag) }
    try settle()
    try withIndex { index throws(IndexFailure) in
      try index.add(new.map { IndexEntry($0.holding, records: $0.records, seal: $0.seal) })
    }
    remove(names)
    return outcomes
  }

  /// Puts in order what a killed process has left: bags that it has moved come into the index, half ones go, and so do
  /// indexes that were made anew.
  func recover() throws(CommandFailure) {
    try recoverIncoming()
    try removeFormerIndexes()
  }

  /// Whether a process may have left something to be put in order, or is at work.
  var isUntidy: Bool { (try? folderEntries(incoming).isEmpty) == false || hasFormerIndexes }

  private func recoverIncoming() throws(CommandFailure) {
    guard let left = try? folderEntries(incoming), !left.isEmpty else { return }
    if left.contains(where: { $0.name == "order.xml" }) { return try finishDestruction() }
    if left.contains(where: { $0.name == "names" }) {
      let codes = try world.text(of: names).split(separator: "\n").filter { isArchivalCode($0) }
      let entries = codes.compactMap { bag(String($0)).entry() }
      try withIndex { index throws(IndexFailure) in try index.add(entries) }
    }
    try clearIncoming()
  }

  // MARK: Steps

  private func destroyedCodes(among bags: [Bag]) throws(CommandFailure) -> Set<String> {
    guard world.exists(destroyed) else { return [] }
    return try withIndex { index throws(IndexFailure) in
      try index.destroyed(among: bags.map(\.holding.code))
    }
  }

  private func outcome(of bag: Bag, beside new: [Bag]) throws(CommandFailure) -> KeepOutcome {
    let (code, digest) = (bag.holding.code, bag.holding.digest)
    if let twin = new.first(where: { $0.holding.code == code }) {
      return twin.holding.digest == digest ? .there : .conflict
    }
    guard world.exists(self.bag(code).path) else { return .kept }
    let there = try? self.bag(code).holding()?.digest
    return there == nil || there == digest ? .there : .conflict
  }

  private func write(_ bags: [Bag]) throws(CommandFailure) {
    for bag in bags {
      for file in bag.files {
        let target = try world.newFile("\(incoming)/\(bag.holding.code)/\(file.path)")
        try target.write(file.bytes)
        try target.commit(flushed: false)
      }
    }
    let codes = bags.map { $0.holding.code + "\n" }.joined()
    let list = try world.newFile(names)
    try list.write(codes)
    try list.commit(flushed: false)
    try settle()
  }

  private func move(_ bag: Bag) throws(CommandFailure) {
    let code = bag.holding.code
    let target = self.bag(code).path
    try makeFolder("\(bags)/\(code.prefix(2))")
    guard unsafe rename("\(incoming)/\(code)", target) == 0 else {
      throw .cannotWrite(path: target, reason: systemReason(errno))
    }
  }

  /// Takes away everything below `incoming`, what tells the next run what to do last.
  func clearIncoming() throws(CommandFailure) {
    for entry in try folderEntries(incoming)
    where entry.name != "names" && entry.name != "order.xml" {
      removeEntry(entry, in: incoming)
    }
    remove(names)
    remove(order)
  }

  func remove(_ file: String) { unsafe unlink(file) }
}
