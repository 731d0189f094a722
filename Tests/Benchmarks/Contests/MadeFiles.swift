import Foundation

/// What stands at a path: a file, or the files of a folder.
struct MadeFiles {
  private(set) var count = 0
  private(set) var bytes = 0
  /// The pages of the file, or of the first of the folder; nothing where it is no PDF.
  private(set) var pages: Int?

  /// Nothing.
  init() {}

  /// Looks at what stands at `url`.
  init(at url: URL) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard unsafe files.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
    let names = isFolder.boolValue ? (try? files.contentsOfDirectory(atPath: url.path)) ?? [] : []
    let places = isFolder.boolValue ? names.sorted().map { url.appending(path: $0) } : [url]
    for place in places {
      count += 1
      bytes += (try? files.attributesOfItem(atPath: place.path)[.size] as? Int) ?? 0
    }
    pages = places.first.flatMap { Self.pages(of: $0.path) }
  }

  /// Asks poppler, which none of the racers wrote.
  private static func pages(of path: String) -> Int? {
    guard path.hasSuffix(".pdf") else { return nil }
    let text = Machine.output(of: "/usr/bin/pdfinfo", [path])
    let line = text.split(separator: "\n").first { $0.hasPrefix("Pages:") }
    return line.flatMap { Int($0.dropFirst(6).trimmingCharacters(in: .whitespaces)) }
  }
}
