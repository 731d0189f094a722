import Diagnostics
import Site
import TestSupport
import Testing

@Suite struct AnchorLockTests {
  private func guide(_ headings: [String]) throws -> Guide {
    let text = "# 新签备案\n\n文。\n\n" + headings.map { "## \($0)\n\n文。\n\n" }.joined()
    return try sampleGuide(pages: [
      "01-start.md": "# 业务流程\n", "02-new.md": text, "03-faq.md": "# 问\n\n![图](<images/登录 页.png>)\n",
    ])
  }

  /// Returns the lock of a guide whose page had `headings`.
  private func lock(_ headings: [String]) throws -> AnchorLock {
    let (lock, diagnostics) = openAnchorLock(
      AnchorLock().renewed(for: [try guide(headings)]),
      file: "anchors.lock"
    )
    #expect(diagnostics == [])
    return lock
  }

  /// The headings of the page with their anchors, those of earlier days first.
  private func anchors(_ headings: [String], after lock: AnchorLock) throws -> [String] {
    let portal = try buildPortal(
      sampleSite,
      guides: [guide(headings)],
      documents: [],
      theme: officeTheme(),
      anchors: lock
    )
    let html = try portal.files.text("guides/sample/02-new.html")
    return html.matches(of: /<h2 id="[^"]*">(?:<span id="[^"]*"><\/span>)*/).map { match in
      match.output.matches(of: /id="([^"]*)"/).map { String($0.output.1) }.joined(separator: " ")
    }
  }

  @Test func theFileIsWrittenLikeThis() throws {
    #expect(
      AnchorLock().renewed(for: [try guide(["办理 步骤", "a\"b"])]) == """
        # 各章的锚点，由 mingce fix --anchors 写成。“旧 → 新”表示改了名，旧网址仍然有效。
        "sample/01-start": []
        "sample/02-new":
          - "办理-步骤"
          - "ab"
        "sample/03-faq": []

        """
    )
  }

  @Test func withoutAChangeThereIsNothingToSay() throws {
    let lock = try lock(["甲一", "乙一"])
    #expect(lock.complaints(about: [try guide(["甲一", "乙一"])]) == [])
    #expect(try anchors(["甲一", "乙一"], after: lock) == ["甲一 2.1", "乙一 2.2"])
  }

  @Test(arguments: [
    (["甲一", "丙一", "丁一"], ["甲一 2.1", "丙一 2.2 乙一", "丁一 2.3"]),
    (["甲一", "丁一"], ["甲一 2.1 乙一", "丁一 2.2"]),
    (["戊一", "乙一", "丁一"], ["戊一 2.1 甲一", "乙一 2.2", "丁一 2.3"]),
    (["乙一", "丁一"], ["乙一 2.1 甲一", "丁一 2.2"]),
    (["甲一", "新一", "乙一", "丁一"], ["甲一 2.1", "新一 2.2", "乙一 2.3", "丁一 2.4"]),
    (["丁一", "乙一", "甲一"], ["丁一 2.1", "乙一 2.2", "甲一 2.3"]),
  ])
  func anOldAnchorStaysWithWhatHasTakenItsPlace(headings: [String], expected: [String]) throws {
    #expect(try anchors(headings, after: lock(["甲一", "乙一", "丁一"])) == expected)
  }

  @Test func aChangeIsToldOnceAndThenSettled() throws {
    let (old, new) = (try lock(["甲一", "乙一"]), try guide(["甲一", "丙一"]))
    #expect(
      old.complaints(about: [new]).map(\.description) == [
        "guides/sample/02-new.md:9:1：警告：锚点“乙一”没有了，旧网址改到“丙一”；要保留就在标题后面写 {#乙一}；确认改名的，运行 mingce fix --anchors [guide.changedAnchor]"
      ]
    )
    let renewed = old.renewed(for: [new])
    #expect(renewed.contains("  - \"乙一 → 丙一\"\n"))
    let lock = openAnchorLock(renewed, file: "anchors.lock").0
    #expect(lock.complaints(about: [new]) == [])
    #expect(try anchors(["甲一", "丙一"], after: lock) == ["甲一 2.1", "丙一 2.2 乙一"])
    #expect(lock.renewed(for: [new]) == renewed)
  }

  @Test func aSuccessorThatSomebodyNamedCounts() throws {
    let text = "sample/02-new: [\"旧 → 丁一\", 甲一, 丁一]\n"
    let (lock, diagnostics) = openAnchorLock(text, file: "anchors.lock")
    #expect(diagnostics == [])
    #expect(try anchors(["甲一", "丁一"], after: lock) == ["甲一 2.1", "丁一 2.2 旧"])
  }

  @Test func aPageThatHasGoneIsTold() throws {
    let (lock, _) = openAnchorLock("sample/09-gone: [甲]\n", file: "anchors.lock")
    let found = lock.complaints(about: [try guide(["甲一"])])
    #expect(found.map(\.code) == ["guide.lostPage"])
    #expect(
      found[0].description
        == "anchors.lock:1:1：警告：“sample/09-gone”这一章没有了，旧网址改到指南“用工备案”的首页；确认的，运行 mingce fix --anchors；要改到别处的，再改箭头后面的名称；不要旧网址的，从这个文件里删去 [guide.lostPage]"
    )
  }

  /// Returns where the addresses of pages that have gone lead, by the portal's files.
  private func moves(_ text: String) throws -> [String: String] {
    let (lock, complaints) = openAnchorLock(text, file: "anchors.lock")
    #expect(complaints == [])
    let portal = try buildPortal(
      sampleSite,
      guides: [guide(["甲一", "乙一"])],
      documents: [],
      theme: officeTheme(),
      anchors: lock
    )
    #expect(portal.diagnostics == [])
    var moves: [String: String] = [:]
    for file in portal.files {
      let html = String(decoding: file.bytes, as: UTF8.self)
      guard let match = html.firstMatch(of: /http-equiv="refresh" content="0; url=([^"]*)"/) else {
        continue
      }
      #expect(html.contains("data-moved=\"\(match.output.1)\""))
      #expect(html.contains("<a href=\"\(match.output.1)\">"))
      moves[file.path] = String(match.output.1)
    }
    return moves
  }

  @Test(arguments: [
    ("sample/01-start: []\nsample/02-old: [甲一]\n", "02-new.html"),
    ("sample/02-new: [甲一]\nsample/02-old: [甲一]\n", "index.html"),
    ("sample/02-old: [丙一]\n", "index.html"),
    ("'sample/02-old → sample/03-faq': []\n", "03-faq.html"),
    ("'sample/02-old → sample': [甲一]\n", "index.html"),
    ("'sample/02-old → /': [甲一]\n", "../../index.html"),
    ("'sample/02-old → sample/02-b': []\n'sample/02-b → sample/03-faq': []\n", "03-faq.html"),
    ("'sample/02-old → sample/无': [甲一]\n", "02-new.html"),
    ("'sample/02-old → sample/02-old': [甲一]\n", "02-new.html"),
  ])
  func theAddressOfAPageThatHasGoneLeadsOn(text: String, target: String) throws {
    #expect(try moves(text)["guides/sample/02-old.html"] == target)
  }

  @Test func pagesThatAreThereAreNotCovered() throws {
    #expect(try moves("'sample/02-new → sample/03-faq': []\nsample/01-start: [旧]\n") == [:])
  }

  @Test func aWholeGuideThatHasGoneLeadsHome() throws {
    #expect(try moves("former/a/01: [甲]\n") == ["guides/former/a/01.html": "../../../index.html"])
  }

  @Test func aMoveIsToldOnceAndThenSettled() throws {
    let guide = try guide(["甲一", "乙一"])
    let lock = openAnchorLock("sample/02-old: [甲一]\n", file: "anchors.lock").0
    #expect(lock.complaints(about: [guide]).map(\.code) == ["guide.lostPage"])
    let renewed = lock.renewed(for: [guide])
    #expect(renewed.hasSuffix("\n\"sample/02-old → sample/02-new\": []\n"))
    let settled = openAnchorLock(renewed, file: "anchors.lock").0
    #expect(settled.complaints(about: [guide]) == [])
    #expect(settled.renewed(for: [guide]) == renewed)
  }

  @Test(arguments: [
    "../x: []", "sample/../../x: []", "/etc/x: []", "x: []", "a//b: []", "'a\\b/c': []",
  ])
  func aNameThatLeadsElsewhereIsRefused(text: String) throws {
    let (lock, complaints) = openAnchorLock(text, file: "anchors.lock")
    #expect(complaints.map(\.code) == ["guide.lockedPage"])
    #expect(lock.complaints(about: []) == [])
  }

  @Test func mapsDoNotListPagesThatHaveGone() throws {
    var site = sampleSite
    site.address = "https://help.example.cn/"
    let lock = openAnchorLock("sample/02-old: [甲一]\n", file: "anchors.lock").0
    let portal = try buildPortal(
      site,
      guides: [guide(["甲一"])],
      documents: [],
      theme: officeTheme(),
      anchors: lock
    )
    #expect(!(try portal.files.text("sitemap.xml")).contains("02-old"))
    let moved = try portal.files.text("guides/sample/02-old.html")
    #expect(moved.contains("href=\"https://help.example.cn/guides/sample/02-new.html\""))
  }

  @Test(arguments: ["", "[1, 2]", "a: {b: c}", "a: [[b]]", "a: [→, ' → ', 'x → ']", "{", "\u{0}"])
  func noTextMakesTheReaderCrash(text: String) throws {
    let (lock, _) = openAnchorLock(text, file: "anchors.lock")
    _ = try anchors(["甲一"], after: lock)
  }
}
