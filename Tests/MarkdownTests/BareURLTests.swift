import Markdown
import Testing

/// Returns the destinations of the links that a guide reading `text` has.
private func destinations(_ text: String) -> [String] {
  body(text).matches(of: /link\(([^ ]*):\s/).map { String($0.1) }
}

@Test(arguments: [
  ("https://a.cn", "https://a.cn"), ("http://a.cn/", "http://a.cn/"),
  ("www.a.cn", "http://www.a.cn"),
  ("见https://a.cn。", "https://a.cn"), ("“https://a.cn”", "https://a.cn"),
  ("《https://a.cn》", "https://a.cn"),
  ("https://a.cn、https://b.cn", "https://a.cn https://b.cn"), ("https://a.cn,", "https://a.cn"),
  ("https://a.cn...", "https://a.cn"), ("https://a.cn?!", "https://a.cn"),
  ("https://a.cn:8080/x", "https://a.cn:8080/x"),
  ("https://a.cn/x?y=1&z=2#w", "https://a.cn/x?y=1&z=2#w"),
  ("https://a.cn/~b/", "https://a.cn/~b/"),
  ("(https://a.cn)", "https://a.cn"), ("(见 https://a.cn/(x)).", "https://a.cn/(x)"),
  ("https://a.cn/x)y", "https://a.cn/x)y"), ("https://a.cn'", "https://a.cn"),
  ("https://a.cn;", "https://a.cn"),
  ("https://a.cn|b", "https://a.cn"), ("https://a.cn{b}", "https://a.cn"),
  ("https://1.2.3.4/x", "https://1.2.3.4/x"),
  ("https://a_b.cn/c_d_e", "https://a_b.cn/c_d_e"), ("https://localhost", "https://localhost"),
  ("1、https://a.cn", "https://a.cn"), ("-https://a.cn", "https://a.cn"),
  ("https://a.cn/%E4%B8%AD", "https://a.cn/%E4%B8%AD"),
])
func aBareURLEndsWhereTheSentenceGoesOn(_ text: String, _ expected: String) {
  #expect(destinations("前" + text + "后").joined(separator: " ") == expected)
}

@Test(arguments: [
  "https://", "http://。", "www.", "www.。", "www.a", "http://-a.cn", "xhttps://a.cn", "9www.a.cn",
  "ftp://a.cn",
  "a@b.cn", "a.cn", "HTTPS://a.cn", "`https://a.cn`",
])
func whatIsNoURLIsText(_ text: String) {
  #expect(destinations("前 \(text) 后") == [])
}

@Test(arguments: [
  ("**https://a.cn**", "strong(link(https://a.cn: \"https://a.cn\"))"),
  ("*https://a.cn*", "emphasis(link(https://a.cn: \"https://a.cn\"))"),
  ("**网址：https://a.cn。**请", #"strong("网址：" link(https://a.cn: "https://a.cn") "。") "请""#),
  ("[见 https://a.cn](b.html)", #"link(b.html: "见 https://a.cn")"#),
  ("![https://a.cn](b.png)", #"image(b.png: "https://a.cn" "")"#),
  ("<https://a.cn/中>", #"link(https://a.cn/中: "https://a.cn/中")"#),
  ("https\\://a.cn", #""https://a.cn""#),
])
func aURLInMarkupKeepsItsMarkup(_ text: String, _ expected: String) {
  let dump = body(text)
  #expect(
    dump == "paragraph body \(expected)" || text.contains("\\") && dump.contains("https://a.cn")
  )
}

@Test func aURLGoesOnBehindTheEndOfTheParsersPieces() {
  // The parser hands text over in pieces, parted at underscores and ampersands; a URL spans them.
  #expect(destinations("https://a.cn/a_b&c_d!e[") == ["https://a.cn/a_b&c_d!e"])
}

@Test func aURLOfAFormEndsBeforeAHole() {
  #expect(
    form("https://a.cn/{{c.no}}")
      == #"paragraph body link(https://a.cn/: "https://a.cn/") {{c.no}}"#
  )
}

@Test func urlsInCellsAndHeadingsAreLinks() {
  #expect(destinations("# 见 https://a.cn") == ["https://a.cn"])
  #expect(
    destinations("| https://a.cn/b |\n|---|\n| www.a.cn |") == [
      "https://a.cn/b", "http://www.a.cn",
    ]
  )
}
