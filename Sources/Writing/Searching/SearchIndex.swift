/// The index of a portal's pages, which are added one by one while others are still being made.
public struct SearchIndex: Sendable {
  private var pairs = PairIndex()
  private var pages: [SearchFile] = []
  /// The marks of all pages.
  private var marks: [UInt64] = []

  /// Creates an empty index.
  public init() {}

  /// Adds the next page; of one whose script is written already only the script is left out.
  public mutating func add(_ page: SearchablePage) {
    let number = marks.count
    pairs.add(page.pairs, page: number)
    marks.append(page.mark)
    guard let script = page.script else { return }
    let text = "mingceSearch.page(\(number),\(script));\n"
    pages.append(SearchFile(path: SearchFile.path(ofPage: number), text: text))
  }

  /// Returns the scripts that find the pages from a page in a browser, from disk as well as from a server.
  ///
  /// Pages of a folder opened from disk may run scripts but read no other files, so everything is a script that calls
  /// `mingceSearch`. `directory.js` says which file holds which pairs; `pairs/N.js` holds some 12 KB of pairs with their
  /// pages; `pages/N.js` holds one page's text. A search takes the directory, a few files of pairs, and the pages that it
  /// shows, whatever the size of the portal. A search for one of a group of `synonyms` finds the others too. The same pages
  /// give the same bytes.
  public func files(synonyms: [[String]] = []) -> [SearchFile] {
    let groups = pairs.groups(ofAbout: 12_000)
    let scripts = groups.enumerated().map { number, group in
      let text = pairScript(group, of: pairs, number: number)
      return SearchFile(path: "pairs/\(number).js", text: text)
    }
    let directory = SearchFile(
      path: "directory.js",
      text: directoryScript(groups, synonyms, edition: edition(of: scripts, marks))
    )
    return [directory] + pages + scripts
  }
}

extension PairIndex {
  /// Returns all pairs in order, in groups whose scripts are about `size` bytes long.
  fileprivate func groups(ofAbout size: Int) -> [[Pair]] {
    var groups: [[Pair]] = []
    var group: [Pair] = []
    var length = 0
    for pair in postings.keys.sorted() {
      let added = 12 + (postings[pair]?.bytes.count ?? 0)
      if length + added > size, !group.isEmpty {
        groups.append(group)
        (group, length) = ([], 0)
      }
      group.append(pair)
      length += added
    }
    return group.isEmpty ? groups : groups + [group]
  }
}

private func pairScript(_ group: [PairIndex.Pair], of index: PairIndex, number: Int) -> String {
  let entries = group.map { pair in
    "\"\(PairIndex.text(of: pair))\":\"\(String(decoding: index.postings[pair]?.bytes ?? [], as: UTF8.self))\""
  }
  return "mingceSearch.pairs(\(number),{\(entries.joined(separator: ",\n"))});\n"
}

/// Returns the script that says with which pair each file of pairs begins, as numbers that order as pairs do, and which
/// folded words mean the same.
private func directoryScript(
  _ groups: [[PairIndex.Pair]],
  _ synonyms: [[String]],
  edition: String
) -> String {
  let firsts = groups.compactMap { $0.first.map(String.init) }.joined(separator: ",")
  var folding = TextFolding()
  let words = synonyms.map { group in
    let folded = group.map { word in
      var text = ""
      text.unicodeScalars += folding.fold(word)
      return "\"\(text)\""
    }
    return "[\(folded.joined(separator: ","))]"
  }
  return
    "mingceSearch.directory(\"\(edition)\",[\(firsts)],[\(words.joined(separator: ","))]);\n"
}

/// Returns a text that changes with any of `files` and of the pages' scripts, so that a browser never pairs a kept file
/// with a newer one; `pages` are the marks of those.
private func edition(of files: [SearchFile], _ pages: [UInt64]) -> String {
  let marks = files.map { hash(of: $0.text) } + pages
  return String(hash(of: marks.map { String($0, radix: 36) }.joined(separator: ",")), radix: 36)
}
