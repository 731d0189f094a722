import Testing

@testable import PDFFiles

private func pieces(_ text: String) -> [ContentScanner.Piece] {
  var scanner = ContentScanner(Array(text.utf8))
  var pieces: [ContentScanner.Piece] = []
  while let piece = scanner.next() { pieces.append(piece) }
  return pieces
}

@Test func contentIsTakenApart() {
  #expect(
    pieces("/F1 9.5 Tf[<0041>-20(b\\)\\101)]TJ % note\n<</A/B>>BDC")
      == [
        .name("F1"), .word("9.5"), .word("Tf"), .bracket("["), .string([0, 0x41]), .word("-20"),
        .string(Array("b)A".utf8)), .bracket("]"), .word("TJ"), .bracket("<<"), .name("A"),
        .name("B"), .bracket(">>"), .word("BDC"),
      ]
  )
}

@Test(arguments: ["(", "((", "<", "<4", ")", "}{", "\\", "(\\", "(\\9", "%", "/", "<<", "[ ( <"])
func whateverStandsThereIsTakenApart(_ text: String) {
  #expect(pieces(text).count <= 4)
}

@Test func aMapTellsWhatCodesMean() {
  let map = UnicodeMap(
    Array(
      """
      2 beginbfchar
      <0001> <5F20>
      <0002> <D842DFB7>
      endbfchar
      1 beginbfrange
      <0010> <0012> <0041>
      endbfrange
      """.utf8
    )
  )
  #expect(map.text(of: [0, 1, 0, 2, 0, 0x11]) == "张𠮷B")
  #expect(map.text(of: [0, 3]) == nil)
  #expect(map.text(of: [0]) == nil)
}

@Test(arguments: ["<0001> <0041", "1 beginbfchar <00> <0041> endbfchar", "endbfrange", ""])
func aBrokenMapMeansNothing(_ text: String) {
  #expect(UnicodeMap(Array(text.utf8)).text(of: [0, 1]) == nil)
}
