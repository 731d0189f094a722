import Glibc
import Rules

extension AttachedFiles {
  /// How many bytes tell what a file is.
  private static let headLength = 16

  /// The files beside the record file at `path` and in folders below it; none for records that come through a pipe.
  ///
  /// Names that lead elsewhere are not followed: a record must not make the program look around.
  static func beside(_ path: String) -> AttachedFiles {
    guard path != "-" else { return .none }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return AttachedFiles { file in
      let steps = file.split(separator: "/", omittingEmptySubsequences: false)
      guard steps.allSatisfy({ !["", ".", ".."].contains($0) }), !file.utf8.contains(0) else {
        return nil
      }
      return beginning(ofRegularFile: folder + file)
    }
  }

  private static func beginning(ofRegularFile path: String) -> [UInt8]? {
    var status = stat()
    // To open a pipe would be to wait for its writer.
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    do throws(CommandFailure) {
      return try OpenFile(path).bytes(in: 0..<headLength)
    } catch {
      // Who may not read the file is no worse off than who does not have it: its name is judged.
      return nil
    }
  }
}
