import Foundation

/// Disks of a test's own, in a namespace in which anybody may mount (user_namespaces(7)).
enum SmallDisk {
  static let isPossible: Bool = {
    let here = FileManager.default.temporaryDirectory
    return (try? run("mount -t tmpfs tmpfs /mnt", in: here))?.status == 0
  }()

  /// Runs a script of bash in which `"$0"` is the program under test, and what it mounts nobody else sees.
  static func run(
    _ script: String,
    _ arguments: [String] = [],
    in folder: URL,
    environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.tool("unshare").run(
      ["--user", "--map-root-user", "--mount", "/bin/bash", "-c", script, Program.mingce.path]
        + arguments,
      in: folder,
      environment: environment
    )
  }
}
