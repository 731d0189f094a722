import Archive
import Diagnostics
import Digests
import Glibc
import Issuing

extension ArchiveFolder {
  /// Does `work` with the index; one that is missing or damaged is made anew first, once.
  ///
  /// The lock is held.
  func withIndex<Value>(
    _ work: (ArchiveIndex) throws(IndexFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(IndexFailure) {
      return try work(try openIndex())
    } catch .unusable {
      try rebuildIndex()
      return try telling { () throws(IndexFailure) in try work(try openIndex()) }
    } catch {
      throw failure(error)
    }
  }

  /// Reads in the index, which is made anew where it is missing or damaged.
  func reading<Value>(
    _ work: (ArchiveIndex) throws(IndexFailure) -> Value
  ) throws(CommandFailure) -> Value {
    try recoverIfFree()
    do throws(IndexFailure) {
      return try work(try openIndex())
    } catch .unusable {
      return try whileLocked { () throws(CommandFailure) in try withIndex(work) }
    } catch {
      throw failure(error)
    }
  }

  /// Makes the index anew of all bags, and returns how many it tells of and which could not be read.
  ///
  /// The lock is held. What all bags tell is in memory for that, some 100 MB for 100,000 documents.
  @discardableResult
  func rebuildIndex() throws(CommandFailure) -> (count: Int, unreadable: [String]) {
    let (entries, unreadable) = try allEntries()
    let registers = try registers().compactMap { DestructionRegister($0.bytes) }
    let number = (try indexFiles().map(\.number).max() ?? 0) + 1
    let target = "\(path)/\(Self.indexName(number))"
    // Among what is being written: whoever comes after a killed process takes it away.
    let temporary = "\(incoming)/index.sqlite"
    try makeFolder(incoming)
    let (undoing, _) = Undoing.begin(undo: { unsafe unlink(temporary) }) {
      unsafe unlink(temporary)
    }
    defer { withExtendedLifetime(undoing) { remove(temporary) } }
    try telling { () throws(IndexFailure) in
      let index = try ArchiveIndex.create(at: temporary, salt: Self.salt())
      try index.add(entries)
      try index.add(registers)
      try index.close()
    }
    try settle()
    guard unsafe rename(temporary, target) == 0 else {
      throw .cannotWrite(path: target, reason: systemReason(errno))
    }
    try removeFormerIndexes()
    return (entries.count, unreadable)
  }

  /// The codes of all bags, in their order, and the paths below `bags` of what is none.
  func codes() throws(CommandFailure) -> (codes: [String], strays: [String]) {
    var (codes, strays) = ([String](), [String]())
    for group in try folderEntries(bags) {
      guard group.kind == .folder else {
        strays.append(group.name)
        continue
      }
      for entry in try folderEntries("\(bags)/\(group.name)") {
        let isBag = entry.kind == .folder && isArchivalCode(entry.name)
        if isBag, entry.name.hasPrefix(group.name) {
          codes.append(entry.name)
        } else {
          strays.append("\(group.name)/\(entry.name)")
        }
      }
    }
    return (codes.sorted(), strays.sorted())
  }

  // MARK: Steps

  /// Reads what all bags tell; the first archived come first, as they came in.
  private func allEntries() throws(CommandFailure) -> (entries: [IndexEntry], unreadable: [String])
  {
    let codes = try codes().codes
    let progress = Progress("正在重建索引", on: world.console)
    defer { progress.finish() }
    let crew = Crew<BagFolder, IndexEntry?>("bags", size: world.coreCount, capacity: 256) {
      { $0.entry() }
    }
    var (entries, unreadable) = ([IndexEntry](), [String]())
    var given = 0
    for (index, code) in codes.enumerated() {
      while given < codes.count, crew.count < 256 {
        crew.give(bag(codes[given]))
        given += 1
      }
      if let entry = crew.next() ?? nil { entries.append(entry) } else { unreadable.append(code) }
      progress.advance(to: index + 1, of: codes.count, unit: "件")
    }
    return (entries.sorted { $0.order < $1.order }, unreadable)
  }

  private func openIndex() throws(IndexFailure) -> ArchiveIndex {
    guard let number = try? indexNumbers().last else { throw .unusable }
    return try ArchiveIndex(at: "\(path)/\(Self.indexName(number))")
  }

  /// The files of indexes with their numbers: the index itself, and journals that killed processes have left.
  private func indexFiles() throws(CommandFailure) -> [(number: Int, name: String)] {
    try folderEntries(path).compactMap { entry in
      guard entry.name.hasPrefix("index-") else { return nil }
      return Int(entry.name.dropFirst(6).prefix { $0 != "." }).map { ($0, entry.name) }
    }
  }

  private func indexNumbers() throws(CommandFailure) -> [Int] {
    try indexFiles().filter { $0.name == Self.indexName($0.number) }.map(\.number).sorted()
  }

  /// Whether there is more than one index, or a journal of one that is gone.
  var hasFormerIndexes: Bool {
    guard let files = try? indexFiles(), let last = files.map(\.number).max() else { return false }
    return files.contains { $0.number < last }
  }

  /// Takes away all indexes but the last, their journals first: those of a name that is used again would spoil it.
  func removeFormerIndexes() throws(CommandFailure) {
    guard let last = try indexNumbers().last else { return }
    let former = try indexFiles().filter { $0.number < last }
    for (_, name) in former.sorted(by: { $0.name > $1.name }) { remove("\(path)/\(name)") }
  }

  private static func indexName(_ number: Int) -> String { "index-\(number).sqlite" }

  /// Returns 32 random digits.
  private static func salt() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
  }

  // MARK: Failures

  private func telling<Value>(
    _ work: () throws(IndexFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(IndexFailure) { return try work() } catch { throw failure(error) }
  }

  /// What a person is told of a failure of the index.
  private func failure(_ failure: IndexFailure) -> CommandFailure {
    switch failure {
    case .locked:
      told("archive.locked", "档案库“\(path)”的索引正被别的程序占用，等候超时", "请等那个程序结束后重试", .failed)
    case .readOnly:
      told("archive.readOnly", "档案库“\(path)”不能写入", "请检查写入权限", .cannotWrite)
    case .full:
      told(
        "archive.full",
        "档案库“\(path)”的索引写不下",
        "请腾出空间后重试；已存入的数据包都在，下次运行时补进索引",
        .cannotWrite
      )
    case .unusable:
      told("archive.index", "档案库“\(path)”的索引重建以后还是不能用", "请检查磁盘", .failed)
    case .failed(let reason):
      told(
        "archive.failed",
        "档案库“\(path)”的索引操作失败：\(reason)",
        "请运行 mingce archive index 重建索引",
        .failed
      )
    }
  }

  private func told(
    _ code: String,
    _ message: Message,
    _ advice: Message,
    _ status: ExitStatus
  ) -> CommandFailure {
    .told([Diagnostic(code, .error, message, advice: advice)], status)
  }
}
