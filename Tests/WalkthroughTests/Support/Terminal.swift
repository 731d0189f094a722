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
