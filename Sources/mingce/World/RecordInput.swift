import Diagnostics
import Glibc
import Records

extension World {
  /// Opens the record file at `path`, or standard input when it is `-`.
  func recordSource(_ path: String) throws(CommandFailure) -> ByteSource {
    if path == "-" { return try spooled(STDIN_FILENO, named: "标准输入").source(named: "标准输入") }
    let file = try OpenFile(path)
    if file.isRegular { return file.source(named: path) }
    // The pipe stays open as long as its owner.
    defer { withExtendedLifetime(file) {} }
    return try spooled(file.descriptor, named: path).source(named: path)
  }

  /// Copies a pipe into a nameless temporary file, since records are read twice.
  private func spooled(_ input: Int32, named name: String) throws(CommandFailure) -> OpenFile {
    let descriptor = try namelessFile()
    try copy(input, named: name, to: descriptor)
    return try OpenFile(descriptor: descriptor, path: name)
  }

  /// What nameless files are called where one cannot be written.
  static var spoolPlace: String { "临时文件夹（环境变量 TMPDIR 可以另指）" }

  /// Opens a temporary file that has no name and is gone when it is closed.
  func namelessFile() throws(CommandFailure) -> Int32 {
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var path = Array("\(folder)/mingce-XXXXXX".utf8CString)
    // No interruption comes between the name and its end.
    return try Undoing.begin(undo: {}) { () throws(CommandFailure) in
      let descriptor = unsafe mkstemp(&path)
      guard descriptor >= 0 else { throw .cannotWrite(path: folder, reason: systemReason(errno)) }
      unsafe unlink(path)
      return descriptor
    }.1
  }

  private func copy(
    _ input: Int32,
    named name: String,
    to descriptor: Int32
  ) throws(CommandFailure) {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe Glibc.read(input, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .inputMissing(path: name, reason: systemReason(errno)) }
      guard count > 0 else { return }
      if let reason = writeAll(chunk[..<count], to: descriptor) {
        throw .cannotWrite(path: World.spoolPlace, reason: systemReason(reason))
      }
    }
  }
}

extension OpenFile {
  /// The file as records read it.
  func source(named name: String) -> ByteSource {
    ByteSource(name: name, count: count) { range throws(ReadFailure) in
      do throws(CommandFailure) {
        return try self.bytes(in: range)
      } catch {
        throw ReadFailure(error.lines.joined(separator: "；"))
      }
    }
  }
}
