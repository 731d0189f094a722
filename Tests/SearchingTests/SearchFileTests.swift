import Foundation
import TestSupport
import Testing

@testable import Searching

/// Returns an entry with one part.
private func entry(_ title: String, _ text: String, heading: String = "", place: String = "")
  -> SearchEntry
{
  SearchEntry(
    path: "guides/g/a.html",
    title: title,
    place: place,
    parts: [.init(anchor: "一", title: heading, text: text)]
  )
}

@Suite struct SearchFileTests {
  @Test func aPairLeadsToEveryPageThatHoldsIt() throws {
    let index = IndexReader([
      entry("新签备案", "添加"), entry("续签备案", "先查询"), entry("查询", "备用"),
    ])
    #expect(try index.pages(of: "备案") == [[0, 3], [1, 3]])
    #expect(try index.pages(of: "查询") == [[1, 0], [2, 3]])
    #expect(try index.pages(of: "案备") == [])
  }

  @Test func noCharacterBreaksTheScriptOfAPage() {
    let broken = (0...0xFFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
      let expected: String
      switch scalar {
      case "\"", "\\": expected = "\\\(scalar)"
      case "\n", "\t": expected = " "
      case "\0"..."\u{1F}", "\u{2028}", "\u{2029}": expected = "\u{FFFD}"
      default: expected = String(scalar)
      }
      let page = SearchablePage(SearchEntry(path: "a", title: "名\(scalar)字", place: "", parts: []))
      let script = "[\"a\",\"名\(expected)字\",\"\",[\n]]"
      return page.script.map { !$0.utf8.elementsEqual(script.utf8) } ?? true
    }
    #expect(broken == [])
  }

  @Test func everyCharacterIsFoldedByItself() {
    var folding = TextFolding()
    let wrong = (0...0xFFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
      let letters = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
        .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
        .filter { "LN".contains($0.properties.generalCategory.group) }
      return folding.fold("字\(scalar)a") != ["字"] + letters + ["a"]
    }
    #expect(wrong == [])
  }

  @Test func titlesCountMoreThanHeadingsAndThoseMoreThanText() throws {
    let index = IndexReader([
      entry("退休", ""), entry("甲", "", heading: "退休"), entry("乙", "退休。退休、退休"),
      entry("丙", "退休"), entry("丁", "", place: "退休"),
    ])
    #expect(try index.pages(of: "退休") == [[0, 3], [1, 2], [2, 1], [3, 0], [4, 1]])
  }

  @Test func theLastCharacterOfATextStandsAlone() throws {
    let index = IndexReader([entry("甲", "名册")])
    #expect(try index.pages(of: "册") == [[0, 0]])
    #expect(try index.pages(of: "名") == [])
  }

  @Test(arguments: [
    ("ＥＸＣＥＬ", "ex"), ("Excel", "ex"), ("保存”按", "存按"), ("劳\n动", "劳动"), ("T+1", "t1"),
    ("①点", "1点"), ("备\u{200B}案", "备案"), ("㈱a", "株a"), ("𠮷林", "𠮷林"), ("Straße", "aß"),
  ])
  func textIsComparedWithoutMarksAndCase(text: String, pair: String) throws {
    #expect(try IndexReader([entry("甲", text)]).pages(of: pair) == [[0, 0]])
  }

  @Test func pagesFarApartAreKeptApart() throws {
    var entries = Array(repeating: entry("甲", "乙"), count: 3000)
    for number in [0, 7, 8, 300, 2999] { entries[number].parts[0].text = "丙丁" }
    let pages = try IndexReader(entries).pages(of: "丙丁")
    #expect(pages == [0, 7, 8, 300, 2999].map { [$0, 0] })
  }

  @Test func textIsTextInAScriptToo() throws {
    let evil = "\"]);alert(1);//\\\n\u{2028}</script>"
    let page = try IndexReader([entry(evil, evil)]).page(0)
    #expect(page.contains(#"\"]);alert(1);//\\ "#))
    #expect(page.filter { $0 == "\n" }.count == 2)
    #expect(!page.contains("\u{2028}"))
  }

  @Test func thePagesOfAPageAreWrittenLikeThis() throws {
    let page = try IndexReader([entry("4 新签备案", "添加。保存。", heading: "4.1 办理步骤", place: "吉林")]).page(
      0
    )
    #expect(
      page == """
        mingceSearch.page(0,["guides/g/a.html","4 新签备案","吉林",[
        ["一","4.1 办理步骤","添加。保存。"]]]);

        """
    )
  }

  @Test func anEmptyPortalHasAnEmptyDirectory() throws {
    let files = searchFiles(of: [])
    #expect(files.map(\.path) == ["directory.js"])
    #expect(try IndexReader([]).firsts == [])
  }

  /// A search takes the directory and at most four files of pairs.
  @Test func filesOfPairsStaySmallWhateverTheSize() throws {
    var random = SeededGenerator(seed: 8)
    let entries = (0..<400).map { number in
      let letters = (0..<400).map { _ in
        Character(Unicode.Scalar(0x4E00 + UInt32.random(in: 0..<800, using: &random)) ?? "一")
      }
      return entry("第\(number)页", String(letters))
    }
    let index = IndexReader(entries)
    let firsts = try index.firsts
    #expect(firsts.count > 40)
    #expect(firsts == firsts.sorted())
    for (path, size) in index.sizes where path.hasPrefix("pairs/") {
      #expect(size < 14_000, "\(path) has \(size) bytes")
    }
    #expect(try #require(index.sizes["directory.js"]) < 16 * firsts.count + 60)
    for (number, entry) in entries.enumerated().prefix(40) {
      let text = Array(entry.parts[0].text)
      let start = Int.random(in: 0..<text.count - 1, using: &random)
      let pages = try index.pages(of: String(text[start...start + 1]))
      #expect(pages.contains { $0[0] == number }, "page \(number), place \(start)")
    }
  }

  @Test func theSameEntriesGiveTheSameBytesAndOthersAnotherEdition() {
    func files(_ text: String) -> [SearchFile] {
      searchFiles(of: [SearchablePage(entry("甲", text))])
    }
    let one = files("乙")
    #expect(one == files("乙"))
    #expect(one[0] != files("丙")[0])
  }

  @Test func wordsOfTheSameMeaningStandFoldedInTheDirectory() throws {
    let files = searchFiles(of: [], synonyms: [["续签", "续订（劳动合同）"], ["CA", "Ｃa证书"]])
    #expect(files[0].text.hasSuffix(",[],[[\"续签\",\"续订劳动合同\"],[\"ca\",\"ca证书\"]]);\n"))
  }
}

extension Unicode.GeneralCategory {
  /// The first letter of the category's short name (UAX #44, table 12), of those that matter here.
  fileprivate var group: Character {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: "L"
    case .decimalNumber, .letterNumber, .otherNumber: "N"
    default: "?"
    }
  }
}
