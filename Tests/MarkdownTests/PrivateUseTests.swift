import Diagnostics
import DocumentTree
import Markdown
import Testing

@Test func anOldCharacterOfAGuideIsReplacedWithAWarning() {
  let (document, diagnostics) = readGuide("# 章\n\n张\u{E81E}和\u{E863}。\n", file: "a.md")
  #expect(document.dump().contains("张龴和䶮。"))
  #expect(diagnostics.map(\.code) == ["markdown.legacyCharacter", "markdown.legacyCharacter"])
  #expect(diagnostics.map(\.severity) == [.warning, .warning])
  #expect(diagnostics.map { $0.origin.description } == ["a.md:3:2", "a.md:3:4"])
  #expect(diagnostics.first?.advice == "请改为“龴”（U+9FB4）")
}

@Test func anyOtherPrivateCharacterIsAnErrorWithItsPlace() {
  for (text, code) in [("\u{E000}", "E000"), ("\u{F8FF}", "F8FF"), ("\u{F0000}", "F0000")] {
    let guide = readGuide("# 章\n\n张\(text)\n", file: "a.md").1
    #expect(guide.map(\.severity) == [.error])
    #expect(guide.first?.found == "“\(text)”（U+\(code)）")
    let form = readForm("张\(text){{e.name}}\n", file: "b.md").1
    #expect(form.map { $0.origin.description } == ["b.md:1:2"])
  }
}

@Test func placesAfterAReplacedCharacterStayRight() {
  // The character grows from three bytes to four.
  let diagnostics = readForm("\u{E816}{{e.name\n", file: "b.md").1
  #expect(diagnostics.map { $0.origin.description } == ["b.md:1:1", "b.md:1:2"])
}
