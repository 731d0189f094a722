import Diagnostics
import Glibc

/// Where a command writes its files: what `-o` says, which all commands understand alike.
///
/// The ending says the format. One that the command cannot write is refused, since nobody would open such a file; where
/// there is none, that of the command's usual format is added.
struct OutputPath {
  /// The path without its ending.
  let stem: String
  /// The ending as it is spelt, or that of the usual format.
  let ending: String

  /// Takes apart `path` as it was given for a file that may end in one of `endings`, the usual one first.
  init(_ path: String, endings: [String], in world: World) throws(CommandFailure) {
    try world.requireFileName(path)
    guard let ending = Self.ending(of: path) else {
      (stem, self.ending) = (path, endings[0])
      return
    }
    guard endings.contains(ending.lowercased()) else {
      throw .usage("“\(path)”的扩展名不能用，可以用：\(list: endings.map { ".\($0)" })")
    }
    (stem, self.ending) = (String(path.dropLast(ending.count + 1)), ending)
  }

  /// The format that the ending stands for, such as `pdf`.
  var format: String { ending.lowercased() }

  /// The path of the one file.
  var file: String { "\(stem).\(ending)" }

  /// Returns the ending of a file in `format`, spelt as it was given.
  func ending(of format: String) -> String { format == self.format ? ending : format }

  /// Returns what stands behind the last dot of a file name where that can be the name of a format: a few Latin letters and
  /// digits, and not the number of a year or an edition.
  static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let word = name[name.index(after: dot)...]
    let isWord = word.count < 8 && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isWord && word.contains(where: \.isLetter) ? String(word) : nil
  }
}

extension World {
  /// Refuses as the name of a file what is none: a folder, `-`, a device.
  func requireFileName(_ path: String) throws(CommandFailure) {
    guard path != "-" else { throw .usage("-o 要写文件名，不能写“-”；能写到屏幕的命令，不写 -o 就写到屏幕") }
    guard !path.isEmpty, !path.hasSuffix("/"), !isFolder(path) else {
      throw .cannotWrite(path: path, reason: "-o 要写文件名，不能是文件夹")
    }
    guard !isDevice(path) else { throw .cannotWrite(path: path, reason: "不是普通文件") }
  }

  /// Refuses as the name of a folder what is meant as that of a file.
  func requireFolderName(_ path: String) throws(CommandFailure) {
    guard !path.isEmpty, path != "-" else { throw .usage("-o 要写文件夹的名称") }
    guard !path.hasSuffix("/"), !isFolder(path), let ending = OutputPath.ending(of: path) else {
      return
    }
    guard OutputFormat(rawValue: ending.lowercased()) == nil else {
      throw .usage("这里 -o 要写文件夹，“\(path)”是文件名；就要这个名称的，末尾加 /")
    }
  }

  /// Whether something stands at `path` that is neither file nor folder: a file in its place would take it away.
  private func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && !isFolder(path)
  }
}
