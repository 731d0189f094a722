import Searching
import Testing

/// Returns the scripts that find `pages`.
func searchFiles(of pages: [SearchablePage], synonyms: [[String]] = []) -> [SearchFile] {
  var index = SearchIndex()
  for page in pages { index.add(page) }
  return index.files(synonyms: synonyms)
}

/// Reads search files as the portal's script does: the mirror of what the writer promises.
struct IndexReader {
  private let files: [String: String]

  init(_ entries: [SearchEntry]) {
    let pages = entries.map(SearchablePage.init)
    files = Dictionary(uniqueKeysWithValues: searchFiles(of: pages).map { ($0.path, $0.text) })
  }

  /// The sizes of all files in bytes, by path.
  var sizes: [String: Int] { files.mapValues(\.utf8.count) }

  /// The first pairs of the files of pairs, as numbers.
  var firsts: [UInt64] {
    get throws {
      let script = try #require(files["directory.js"])
      let list = try #require(script.firstMatch(of: /",\[([0-9,]*)\],/)).1
      return list.split(separator: ",").compactMap { UInt64($0) }
    }
  }

  /// Returns the pages of `pair` with their ranks, in order.
  func pages(of pair: String) throws -> [[Int]] {
    let scalars = Array(pair.unicodeScalars)
    let number = UInt64(scalars[0].value) << 21 | UInt64(scalars.count > 1 ? scalars[1].value : 0)
    guard let place = try firsts.lastIndex(where: { $0 <= number }) else { return [] }
    let script = try #require(files["pairs/\(place).js"])
    let entry = try Regex("\"\(pair)\":\"([0-O\\]-|]*)\"", as: (Substring, Substring).self)
    return script.firstMatch(of: entry).map { decoded($0.1) } ?? []
  }

  /// Returns the script of page `number`.
  func page(_ number: Int) throws -> String { try #require(files["pages/\(number).js"]) }

  private func decoded(_ list: Substring) -> [[Int]] {
    var (pages, page, number, scale) = ([[Int]](), -1, 0, 1)
    for byte in list.utf8 {
      if byte >= 93 {
        number += Int(byte - 93) * scale
        scale *= 32
        continue
      }
      number += Int(byte - 48) * scale
      page += number / 4
      pages.append([page, number % 4])
      (number, scale) = (0, 1)
    }
    return pages
  }
}
