import Archive
import Calendar
import Diagnostics
import Digests
import Glibc

extension ArchiveFolder {
  /// Destroys the documents that `documents` tell of, and returns the register of it; `list` is what was approved.
  ///
  /// The register is on the disk before anything else happens. From then on the documents are destroyed: whoever comes
  /// after a process that was killed goes on where it was. What the index knew of them goes with the index, which is
  /// made anew, since names would be left in the one that is there.
  func destroy(
    _ documents: [Destruction],
    approvedIn list: Digest
  ) throws(CommandFailure) -> DestructionRegister {
    let former = try registers().last
    let register = DestructionRegister(
      number: (former?.number ?? 0) + 1,
      former: former.map { Digest(of: $0.bytes) },
      list: list,
      destroyedOn: world.today,
      documents: documents
    )
    let whole = UndividedWork()
    defer { withExtendedLifetime(whole) {} }
    let file = try AtomicFile(order)
    try file.write(register.xml)
    try file.commit()
    try settle()
    try finishDestruction()
    return register
  }

  /// Carries out the register that lies in `incoming`, be it begun or not; the lock is held.
  func finishDestruction() throws(CommandFailure) {
    let bytes = try world.bytes(of: order)
    guard let register = DestructionRegister(bytes) else {
      throw .told(
        [
          Diagnostic(
            "archive.order",
            .error,
            "“\(order)”不是销毁清册，没有销毁任何文书",
            advice: "这个文件只由 mingce archive destroy 写入；请核对来源后移走"
          )
        ],
        .failed
      )
    }
    for document in register.documents { try take(document.code) }
    try keep(bytes, asRegister: register.number)
    try settle()
    // Before the index, which may need the room.
    for document in register.documents { removeFolder("\(incoming)/\(document.code)") }
    try rebuildIndex()
    try clearIncoming()
  }

  /// The registers, the oldest first.
  func registers() throws(CommandFailure) -> [(number: Int, bytes: [UInt8])] {
    guard world.exists(destroyed) else { return [] }
    var registers: [(number: Int, bytes: [UInt8])] = []
    for entry in try folderEntries(destroyed) where entry.name.hasSuffix(".xml") {
      guard entry.kind == .file, let number = Int(entry.name.dropLast(4)) else { continue }
      registers.append((number, try world.bytes(of: "\(destroyed)/\(entry.name)")))
    }
    return registers.sorted { $0.number < $1.number }
  }

  /// Moves a bag to where what is there will be taken away, whoever comes.
  private func take(_ code: String) throws(CommandFailure) {
    let bag = bag(code)
    guard world.exists(bag.path) else { return }
    guard unsafe rename(bag.path, "\(incoming)/\(code)") == 0 else {
      throw .cannotWrite(path: bag.path, reason: systemReason(errno))
    }
  }

  private func keep(_ register: [UInt8], asRegister number: Int) throws(CommandFailure) {
    let copy = "\(incoming)/register.xml"
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    let target = "\(destroyed)/\(zeros)\(digits).xml"
    try makeFolder(destroyed)
    try world.write(register, to: copy)
    guard unsafe rename(copy, target) == 0 else {
      throw .cannotWrite(path: target, reason: systemReason(errno))
    }
  }
}
