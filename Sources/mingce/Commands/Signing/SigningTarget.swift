import Diagnostics

/// Where signed files go: into one file, whose name ends in `.pdf`, or into a folder, under names of their own.
///
/// What a path means follows from its spelling, not from how many files there are: `合同/*.pdf` may stand for a single one.
struct SigningTarget {
  private let path: String
  private let isFolder: Bool

  /// Takes `path` as it was given with `-o` for `count` files, and makes the folder.
  init(_ path: String, for count: Int, in world: World) throws(CommandFailure) {
    let isFolder = try Self.isFolder(path, in: world)
    guard isFolder || count <= 1 else {
      throw .usage("要签 \(count) 份，-o 应为文件夹，不能以 .pdf 结尾")
    }
    self.isFolder = isFolder
    self.path = isFolder && path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    if isFolder { try makeFolder(self.path) }
  }

  private static func isFolder(_ path: String, in world: World) throws(CommandFailure) -> Bool {
    if world.isFolder(path) || path.hasSuffix("/") { return true }
    try world.requireFileName(path)
    guard let ending = OutputPath.ending(of: path) else { return true }
    guard ending.lowercased() == "pdf" else {
      throw .usage("签名的文件以 .pdf 结尾，“\(path)”不是；要写进这个名称的文件夹，末尾加 /")
    }
    return false
  }

  /// Returns where the file `name` is to stand.
  func place(of name: String) -> String { isFolder ? "\(path)/\(name)" : path }
}
