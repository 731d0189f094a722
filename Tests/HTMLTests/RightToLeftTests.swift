import Testing

@testable import HTML

/// Text from right to left in HTML.
@Suite struct RightToLeftTests {
  @Test(arguments: [
    ("ئابدۇ", "<bdi>ئابدۇ</bdi>"), ("原名ئابدۇ，2026年", "原名<bdi>ئابدۇ</bdi>，2026年"),
    ("ئا ئا 12", "<bdi>ئا ئا</bdi> 12"), ("（ئا）", "（<bdi>ئا</bdi>）"),
    ("ئا<b>ئا", "<bdi>ئا</bdi>&lt;b&gt;<bdi>ئا</bdi>"), ("ئا & ئا", "<bdi>ئا &amp; ئا</bdi>"),
    ("ئا 15 ئا甲", "<bdi>ئا 15 ئا</bdi>甲"), ("长春<1", "长春&lt;1"), ("𠮷（１）", "𠮷（１）"), ("", ""),
  ])
  func phrasesAreIsolated(_ vector: (text: String, html: String)) {
    #expect(escapedPhrases(vector.text) == vector.html)
  }
}
