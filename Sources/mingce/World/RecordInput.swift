import Glibc
import Records

extension World {
  /// Opens the record file at `path`, or standard input when it is `-`.
  func recordSource(_ path: String) throws(CommandFailure) -> ByteSource {
    guard path == "-" else { return try OpenFile(path).source(named: path) }
    return try spooledStandardInput().source(named: "标准输入")
  }

  /// Copies standard input into a nameless temporary file, since records are read twice.
  private func spooledStandardInput() throws(CommandFailure) -> OpenFile {
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var name = Array("\(folder)/mingce-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { throw .cannotWrite(path: folder, reason: systemReason(errno)) }
    unsafe unlink(name)
    try copyStandardInput(to: descriptor)
    return try OpenFile(descriptor: descriptor, path: "标准输入")
  }

  private func copyStandardInput(to descriptor: Int32) throws(CommandFailure) {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .inputMissing(path: "标准输入", reason: systemReason(errno)) }
      guard count > 0 else { return }
      guard unsafe Glibc.write(descriptor, chunk, count) == count else {
        throw .cannotWrite(path: "临时文件夹", reason: systemReason(errno))
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
