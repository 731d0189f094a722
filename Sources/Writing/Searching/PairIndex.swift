/// Which pages hold which pairs of neighbouring characters.
///
/// Chinese has no spaces, and no dictionary cuts an operator's words as the reader types them. With pairs any two
/// characters or more are found wherever they stand, and the index and the reader need not agree about words.
struct PairIndex {
  /// Two neighbouring characters as one number that orders as they do; the second is 0 at the end of a text.
  typealias Pair = UInt64

  /// How much a pair tells about a page.
  enum Rank: UInt64 {
    case mentioned
    case repeated
    case heading
    case title
  }

  /// The pages of each pair.
  private(set) var postings: [Pair: PageList] = [:]

  /// Adds page `page`, which comes after all pages added before; `pairs` are those of the page with their ranks.
  mutating func add(_ pairs: [UInt64], page: Int) {
    for pair in pairs { postings[pair >> 2, default: PageList()].append(page, rank: pair & 3) }
  }

  /// Returns the pairs of `texts` with the highest rank that each has, as `pair × 4 + rank`, in ascending order.
  static func pairs(of texts: [(text: [Unicode.Scalar], rank: Rank)]) -> [UInt64] {
    var tally = PairTally(capacity: texts.reduce(0) { $0 + $1.text.count })
    for (text, rank) in texts {
      for index in text.indices {
        let next = index + 1 < text.count ? text[index + 1].value : 0
        tally.count(UInt64(text[index].value) << 21 | UInt64(next), rank)
      }
    }
    return tally.ranked
  }

  /// Returns the characters of `pair`; a pair at the end of a text has one.
  static func text(of pair: Pair) -> String {
    var text = ""
    for value in [UInt32(pair >> 21), UInt32(pair & 0x1F_FFFF)] where value > 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

/// Pages in ascending order with their ranks, as text that needs no escaping in a script.
///
/// Each page is the number `distance × 4 + rank`, the distance being that to the page before (the first: to -1), written
/// in digits of five bits, the lowest first: `0` to `O` end a number, `]` to `|` have more to come.
struct PageList {
  /// The text.
  private(set) var bytes: [UInt8] = []
  private var last = -1

  /// Adds `page`, which must come after the one before.
  mutating func append(_ page: Int, rank: UInt64) {
    var number = UInt64(page - last) << 2 | rank
    last = page
    while number >= 32 {
      bytes.append(UInt8(ascii: "]") + UInt8(number & 31))
      number >>= 5
    }
    bytes.append(UInt8(ascii: "0") + UInt8(number))
  }
}
