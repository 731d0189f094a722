import Testing

@testable import HTML

/// Text in other scripts than Han: from right to left, and in languages that a Chinese voice cannot read.
@Suite struct RightToLeftTests {
  @Test(arguments: [
    ("ئابدۇ", "<bdi lang=\"ug\">ئابدۇ</bdi>"),
    ("原名ئابدۇ，2026年", "原名<bdi lang=\"ug\">ئابدۇ</bdi>，2026年"),
    ("ئا ئا 12", "<bdi lang=\"ug\">ئا ئا</bdi> 12"), ("（ئا）", "（<bdi lang=\"ug\">ئا</bdi>）"),
    (
      "ئا<b>ئا",
      "<bdi lang=\"ug\">ئا</bdi>&lt;b&gt;<bdi lang=\"ug\">ئا</bdi>"
    ),
    ("ئا & ئا", "<bdi lang=\"ug\">ئا &amp; ئا</bdi>"),
    ("ئا 15 ئا甲", "<bdi lang=\"ug\">ئا 15 ئا</bdi>甲"), ("长春<1", "长春&lt;1"),
    ("שלום", "<bdi>שלום</bdi>"), ("𠮷（１）", "𠮷（１）"), ("", ""),
  ])
  func phrasesAreIsolated(_ vector: (text: String, html: String)) {
    #expect(escapedPhrases(vector.text) == vector.html)
  }

  @Test(arguments: [
    ("使用Microsoft Edge浏览器", "使用<span lang=\"en\">Microsoft Edge</span>浏览器"),
    ("བོད་ཡིག", "<span lang=\"bo\">བོད་ཡིག</span>"), ("名ᠮᠣᠩ", "名<span lang=\"mn-Mong\">ᠮᠣᠩ</span>"),
    ("91110000MA01、hr@unit.cn、A栋", "91110000MA01、hr@unit.cn、A栋"),
    ("Ab & Ab", "<span lang=\"en\">Ab</span> &amp; <span lang=\"en\">Ab</span>"),
    ("ئابدۇ或者Abdu", "<bdi lang=\"ug\">ئابدۇ</bdi>或者<span lang=\"en\">Abdu</span>"),
  ])
  func foreignPhrasesTellTheirLanguage(_ vector: (text: String, html: String)) {
    #expect(escapedPhrases(vector.text) == vector.html)
  }
}
