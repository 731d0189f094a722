/// A page ready for the index, made without knowing the others: its pairs, and its script but for the page's number.
public struct SearchablePage: Sendable {
  /// The page's pairs with their ranks, as `pair × 4 + rank`, in ascending order, each pair once.
  let pairs: [UInt64]
  /// The arguments of the page's script behind its number.
  let script: String

  /// Prepares `entry`.
  public init(_ entry: SearchEntry) {
    pairs = PairIndex.pairs(of: entry.foldedTexts)
    let parts = entry.parts.map { part in
      "[\(quoted(part.anchor)),\(quoted(part.title)),\(quoted(part.text))]"
    }
    let head = [entry.path, entry.title, entry.place].map(quoted).joined(separator: ",")
    script = "[\(head),[\n\(parts.joined(separator: ",\n"))]]"
  }
}

extension SearchEntry {
  /// Everything on the page in its folded form, with what it tells about the page.
  fileprivate var foldedTexts: [(text: [Unicode.Scalar], rank: PairIndex.Rank)] {
    var folding = TextFolding()
    var texts: [(text: [Unicode.Scalar], rank: PairIndex.Rank)] = [
      (folding.fold(title), .title), (folding.fold(place), .repeated),
    ]
    for part in parts {
      texts.append((folding.fold(part.title), .heading))
      texts.append((folding.fold(part.text), .mentioned))
    }
    return texts
  }
}

/// Returns `text` as a string of ECMAScript.
private func quoted(_ text: String) -> String {
  var result = "\""
  result.reserveCapacity(text.utf8.count + 2)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n", "\t": result += " "
    case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
