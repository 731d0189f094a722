import Foundation
import Glibc

/// A terminal of the system's own making, for what programs say only to people.
enum Terminal {
  /// Runs `program` with its complaints on a terminal and returns what the terminal got.
  static func said(
    by program: Program,
    _ arguments: [String],
    in folder: URL,
    _ environment: [String: String]
  ) throws -> String {
    let (master, slave) = try pair()
    let process = Process()
    process.executableURL = URL(filePath: program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: slave)
    try process.run()
    process.waitUntilExit()
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(master, &bytes, bytes.count)
    close(slave)
    close(master)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Runs `program` with a terminal as all it has, types `answer` once the terminal shows `question`, and returns what the
  /// terminal got, and how the program ended.
  static func answer(
    _ question: String,
    with answer: String,
    to program: Program,
    _ arguments: [String],
    in folder: URL
  ) throws -> (said: String, status: Int32) {
    let (master, slave) = try pair()
    let process = Process()
    process.executableURL = URL(filePath: program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let terminal = FileHandle(fileDescriptor: slave)
    (process.standardInput, process.standardOutput) = (terminal, terminal)
    process.standardError = terminal
    try process.run()
    close(slave)
    var (said, isAnswered) = (Data(), false)
    var bytes = [UInt8](repeating: 0, count: 1 << 12)
    // When the program is gone its terminal ends in an error.
    while case let count = unsafe read(master, &bytes, bytes.count), count > 0 {
      said += bytes.prefix(count)
      guard !isAnswered, String(decoding: said, as: UTF8.self).contains(question) else { continue }
      isAnswered = true
      try FileHandle(fileDescriptor: master).write(contentsOf: Data("\(answer)\n".utf8))
    }
    process.waitUntilExit()
    close(master)
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  /// Opens both ends of a new terminal (`pts(4)`): ours, and the one that programs write to.
  private static func pair() throws -> (master: Int32, slave: Int32) {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, Int32) = (0, 0)
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    guard master >= 0, unsafe ioctl(master, setLock, &lock) == 0,
      unsafe ioctl(master, getNumber, &number) == 0
    else { throw CocoaError(.fileReadUnknown) }
    let slave = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw CocoaError(.fileReadUnknown) }
    return (master, slave)
  }
}
