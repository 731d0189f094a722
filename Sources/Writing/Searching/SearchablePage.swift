/// A page ready for the index, made without knowing the others: its pairs, and its script but for the page's number.
public struct SearchablePage: Sendable {
  /// The page's pairs with their ranks, as `pair × 4 + rank`, in ascending order, each pair once.
  public let pairs: [UInt64]
  /// A number that changes with the page's script.
  public let mark: UInt64
  /// The arguments of the page's script behind its number; nothing where the script is written already.
  let script: String?

  /// Takes a page whose script is written already, from what is known of it.
  public init(pairs: [UInt64], mark: UInt64) {
    (self.pairs, self.mark, script) = (pairs, mark, nil)
  }

  /// Prepares `entry`.
  public init(_ entry: SearchEntry) {
    pairs = PairIndex.pairs(of: entry.foldedTexts)
    let parts = entry.parts.map { part in
      "[\(quoted(part.anchor)),\(quoted(part.title)),\(quoted(part.text))]"
    }
    let head = [entry.path, entry.title, entry.place].map(quoted).joined(separator: ",")
    let script = "[\(head),[\n\(parts.joined(separator: ",\n"))]]"
    (self.script, mark) = (script, hash(of: script))
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

/// Returns a number that changes with `text` (FNV-1a).
func hash(of text: String) -> UInt64 {
  let bytes = text.utf8.span
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
  return hash
}

/// Returns `text` as a string of ECMAScript.
private func quoted(_ text: String) -> String {
  // Most texts need nothing but their quotes: they are copied in one piece.
  guard mayNeedEscape(text.utf8.span) else { return "\"\(text)\"" }
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count + 8)
  for scalar in text.unicodeScalars { result.append(scalar) }
  return "\"\(String(decoding: result, as: UTF8.self))\""
}

/// Returns whether `text` has bytes that may belong to a character that may not stand as it is.
private func mayNeedEscape(_ text: Span<UInt8>) -> Bool {
  var index = 0
  while index < text.count {
    switch text[index] {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return true
    case ..<0x80: index += 1
    // The line ends of Unicode, U+2028 and U+2029.
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: return true
    case 0xE0...: index += 3
    default: index += 1
    }
  }
  return false
}

extension [UInt8] {
  /// Appends a character of a string of ECMAScript; controls and line ends of its own have no place in one.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\": self += [UInt8(ascii: "\\"), UInt8(scalar.value)]
    case "\n", "\t": append(UInt8(ascii: " "))
    case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}": self += "\u{FFFD}".utf8
    default: self += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}
