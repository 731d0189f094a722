import TestSupport
import Testing

@testable import Site

@Suite struct PortalPathTests {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"),
    ("index.html", "guides/a/01.html", "guides/a/01.html"),
    ("guides/a/01.html", "guides/a/02.html", "02.html"),
    ("guides/a/01.html", "guides/b/02.html", "../b/02.html"),
    ("guides/a/01.html", "index.html", "../../index.html"),
    ("guides/a/01.html", "guides/a.html", "../a.html"),
    ("guides/a/01.html", "a/01.html", "../../a/01.html"),
    ("a/b.html", "名册 #1?.pdf", "../%E5%90%8D%E5%86%8C%20%231%3F.pdf"),
  ])
  func referencesAreRelativeAndEncoded(file: String, target: String, expected: String) {
    #expect(reference(from: file, to: target) == expected)
  }

  @Test(arguments: [
    ("02.md", "guides/a/02.md"), ("./02.md", "guides/a/02.md"), ("../b/1.md", "guides/b/1.md"),
    ("../../x", "x"), ("a//b", "guides/a/a/b"), ("/x/y", "x/y"), ("images/../c", "guides/a/c"),
  ])
  func pathsAreTakenFromTheirFolder(path: String, expected: String) {
    #expect(resolvedPath(path, in: "guides/a") == expected)
  }

  @Test(arguments: ["../../../x", "../../..", "/..", "a/../../../../b"])
  func pathsThatLeaveThePortalAreRefused(path: String) {
    #expect(resolvedPath(path, in: "guides/a") == nil)
  }

  @Test(arguments: [
    ("%E7%99%BB%E5%BD%95", "登录"), ("a%20b", "a b"), ("100%", "100%"), ("%zz", "%zz"),
    ("%4", "%4"), ("%2G1", "%2G1"), ("", ""), ("登录", "登录"), ("%+1a", "%+1a"),
  ])
  func percentTriplesAreRead(text: String, expected: String) {
    #expect(percentDecoded(text) == expected)
  }

  @Test func encodingAndDecodingAreInverse() {
    let letters = Array("ab/?#%&=+ 中文\u{3000}𠮷·“”<>\"'\\^`{|}~")
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...12, using: &random)
      let text = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
      let encoded = segment(text)
      #expect(percentDecoded(encoded) == text, "seed \(seed)")
      #expect(encoded.utf8.allSatisfy { $0 < 128 && $0 > 32 }, "seed \(seed)")
      #expect(!encoded.contains("/") && !encoded.contains("#"), "seed \(seed)")
    }
  }
}
