import Diagnostics
import TestSupport
import Testing

@testable import Records

/// Returns every step of a file that is handed out in pieces, as words, with the head at the end.
private func steps(_ bytes: [UInt8], piece: @escaping @Sendable (Int) -> Int) throws -> [String] {
  let source = ByteSource(name: "x", count: bytes.count) { range in
    Array(bytes[range.lowerBound..<min(range.upperBound, piece(range.lowerBound))])
  }
  var split = RecordSplit(source, from: 0)
  var steps: [String] = []
  while let step = try split.next() {
    switch step {
    case .rowsBegin: steps.append("rows \(split.layout)")
    case .row(let row):
      let text = String(decoding: split.bytes(of: row), as: UTF8.self)
      steps.append("row \(row.range) \(row.place.line):\(row.place.column) \(text)")
    case .badComma(let place, let isMissing):
      steps.append("comma \(place.line):\(place.column) \(isMissing)")
    case .trailing(let place): steps.append("trailing \(place.line):\(place.column)")
    }
  }
  if let place = split.breakOff { steps.append("break \(place.line):\(place.column)") }
  steps.append("head " + String(decoding: split.head.bytes, as: UTF8.self))
  return steps
}

private let files: [String] = [
  "{\"a\":1,\"filings\":[\n{\"id\":\"甲\"},\n  {\"id\":\"乙\",\"x\":[1,{\"y\":\"]}\"}]}\n],\"b\":\"𠅤\"}\n",
  "{\"filings\":[{\"id\":\"a\"},{\"id\":\"b\"} , ]}",
  "{\"filings\":[{\"id\":1} {\"id\":2}\n\n[3] 4,,\"五\"]}",
  "{\"filings\":[]} x y", "{\"filings\":[{\"id\":\"a\"},{\"id\":\"b",
  "{\"filings\":[{\"id\":\"a\"}",
  "{\"filings\":[{\"id\":\"a\"},", "{\"filings\":[", "{\"filings\":",
  "{\"a\":[1,2],\"b\":{\"filings\":[1]}}",
  "{\"a\":1}\n{\"id\":\"a\"}\r\n\n  {\"id\":\"b\"}  \n{\"id\":", "\n\n {\"a\":1}\n", "", "  ", "x",
  // A lost quote, a lost brace, a brace too many, a line end in a string.
  "{\"filings\":[\n{\"id\":\"a\",\"x\":\"y},\n{\"id\":\"b\",\"x\":\"y\"},\n{\"id\":\"c\"}\n]}",
  "{\"filings\":[{\"id\":\"a\",\"x\":\"y},{\"id\":\"b\",\"x\":\"y\"},{\"id\":\"c\"}]}",
  "{\"filings\":[\n{\"id\":\"a\",\"x\":{\"y\":1},\n{\"id\":\"b\"},\n{\"id\":\"c\"}\n]}",
  "{\"filings\":[{\"id\":\"a\",\"x\":{\"y\":1},{\"id\":\"b\"},{\"id\":\"c\"}]}",
  "{\"filings\":[{\"id\":\"a\"}},{\"id\":\"b\"}]}",
  "{\"filings\":[{\"id\":\"a\"]},{\"id\":\"b\\\"}\"}]}",
  "{\"filings\":[{\"id\":\"a\\\\\"},{\"id\":\"\\\"}, {\"},{\"id\":\"c\"}]}",
]

@Test(arguments: files.indices)
func whereAFileIsCutIntoPiecesChangesNothing(_ index: Int) throws {
  let bytes = Array(files[index].utf8)
  let whole = try steps(bytes) { _ in .max }
  for size in 1...max(1, bytes.count) {
    #expect(try steps(bytes) { $0 + size } == whole, "pieces of \(size)")
  }
  for cut in 1..<max(2, bytes.count) {
    #expect(try steps(bytes) { $0 < cut ? cut : .max } == whole, "cut at \(cut)")
  }
}

@Test func aRealFileIsTheSameInPiecesOfAnySize() throws {
  for text in [
    RecordFixtures.batchJSON(rows: 4, kinds: RecordFixtures.Kind.allCases),
    RecordFixtures.jsonLines(rows: 4, kinds: RecordFixtures.Kind.allCases),
  ] {
    let bytes = Array(text.utf8)
    let whole = try steps(bytes) { _ in .max }
    for cut in stride(from: 1, to: bytes.count, by: 11) {
      #expect(try steps(bytes) { $0 < cut ? cut : .max } == whole, "cut at \(cut)")
    }
  }
}

/// Rows that are whole in memory are passed at once, those that come byte by byte with all that may be wrong in mind.
@Test(arguments: 0..<40)
func aDamagedFileIsTheSameWhetherItsRowsComeWholeOrByteByByte(_ seed: Int) throws {
  var random = SeededGenerator(seed: UInt64(seed))
  let text = RecordFixtures.batchJSON(rows: 3, kinds: RecordFixtures.Kind.allCases)
  let signs = Array("{}[]\",:\\ \n1tx".utf8)
  for _ in 0..<20 {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(signs.randomElement(using: &random)!, at: place)
      default: bytes[place] = signs.randomElement(using: &random)!
      }
    }
    let whole = try steps(bytes) { _ in .max }
    #expect(try steps(bytes) { $0 + 1 } == whole, "\(String(decoding: bytes, as: UTF8.self))")
  }
}

@Test func theStepsOfADocumentAreItsRowsInOrder() throws {
  #expect(
    try steps(Array(files[0].utf8)) { _ in .max } == [
      "rows document", "row 19..<31 2:1 {\"id\":\"甲\"}",
      "row 35..<66 3:3 {\"id\":\"乙\",\"x\":[1,{\"y\":\"]}\"}]}",
      "head {\"a\":1,\"filings\":[],\"b\":\"𠅤\"}",
    ]
  )
}

@Test func commasOfADocumentArePlacedWhereTheyStand() throws {
  #expect(
    try steps(Array(files[1].utf8)) { _ in .max } == [
      "rows document", "row 12..<22 1:13 {\"id\":\"a\"}", "row 23..<33 1:24 {\"id\":\"b\"}",
      "comma 1:35 false",
      "head {\"filings\":[]}",
    ]
  )
  let many = try steps(Array(files[2].utf8)) { _ in .max }
  #expect(
    many.filter { $0.hasPrefix("comma") } == [
      "comma 1:22 true", "comma 3:1 true", "comma 3:7 false",
    ]
  )
  #expect(many.count { $0.hasPrefix("row ") } == 4)
}

@Test func whatFollowsTheEndIsPlacedOnce() throws {
  #expect(
    try steps(Array(files[3].utf8)) { _ in .max } == [
      "rows document", "trailing 1:16", "head {\"filings\":[]}",
    ]
  )
}

@Test func aFileThatBreaksOffKeepsWhatItHas() throws {
  let cases: [(Int, [String])] = [
    (
      4,
      [
        "rows document", "row 12..<22 1:13 {\"id\":\"a\"}", "row 23..<31 1:24 {\"id\":\"b",
        "break 1:32",
        "head {\"filings\":[]}",
      ]
    ),
    (
      5,
      ["rows document", "row 12..<22 1:13 {\"id\":\"a\"}", "break 1:23", "head {\"filings\":[]}"]
    ),
    (7, ["rows document", "break 1:13", "head {\"filings\":[]}"]),
    (8, ["break 1:12", "head {\"filings\":"]), (12, ["break 1:1", "head "]),
    (14, ["break 1:2", "head x"]),
  ]
  for (index, expected) in cases {
    #expect(try steps(Array(files[index].utf8)) { _ in .max } == expected, "\(files[index])")
  }
}

@Test func anInnerListOfTheSameNameHoldsNoRows() throws {
  let text = try steps(Array(files[9].utf8)) { _ in .max }
  #expect(text == ["rows lines", "head {\"a\":[1,2],\"b\":{\"filings\":[1]}}"])
}

@Test func linesAreRowsWithoutTheirWhiteSpace() throws {
  #expect(
    try steps(Array(files[10].utf8)) { _ in .max } == [
      "rows lines", "row 8..<18 2:1 {\"id\":\"a\"}", "row 23..<33 4:3 {\"id\":\"b\"}",
      "row 36..<42 5:1 {\"id\":", "head {\"a\":1}",
    ]
  )
}

@Test(arguments: 15..<19)
func aLostMarkCostsOneRowOnly(_ index: Int) throws {
  let rows = try steps(Array(files[index].utf8)) { _ in .max }.filter { $0.hasPrefix("row ") }
  #expect(rows.count == 3, "\(rows)")
  #expect(rows.last?.hasSuffix("{\"id\":\"c\"}") == true, "\(rows)")
  #expect(rows.dropFirst().first?.contains("{\"id\":\"b\"") == true, "\(rows)")
}

@Test(arguments: [
  ("", 1, 1), ("abc", 1, 4), ("长春", 1, 3), ("𠅤", 1, 2), ("a\n", 2, 1), ("a\r\nb", 2, 2),
  ("\n\n\n长x", 4, 3),
  ("a\rb", 1, 4), ("e\u{301}", 1, 3),
])
func aPlaceIsCountedInLinesAndCharacters(_ vector: (String, Int, Int)) {
  let place = TextPlace.start.advanced(over: Array(vector.0.utf8)[...])
  #expect((place.line, place.column) == (vector.1, vector.2))
  let later = TextPlace(line: 7, column: 5).advanced(over: Array(vector.0.utf8)[...])
  #expect(later.line == vector.1 + 6)
  #expect(later.column == vector.2 + (vector.1 == 1 ? 4 : 0))
}

@Test func aWindowHoldsWhatItReadAndForgetsWhatItDropped() throws {
  let bytes = (0..<100).map { UInt8($0) }
  let source = ByteSource(name: "x", count: 100) {
    Array(bytes[$0.lowerBound..<min($0.upperBound, $0.lowerBound + 30)])
  }
  var window = ByteWindow(source, from: 10)
  #expect(window.end == 10)
  #expect(try window.grow())
  #expect((window.base, window.end) == (10, 40))
  window.drop(before: 25)
  #expect((window.base, window.end) == (25, 40))
  #expect(Array(window.slice(30..<33)) == [30, 31, 32])
  window.drop(before: 3)
  #expect(window.base == 25)
  #expect(try window.grow())
  #expect(window.end == 70)
  #expect(try window.grow())
  #expect(window.end == 100)
  #expect(try !window.grow())
  window.drop(before: 500)
  #expect((window.base, window.bytes.isEmpty) == (100, true))
}

@Test func aSourceThatShrinksIsAFailureNotTheEnd() throws {
  let source = ByteSource(name: "x", count: 100) {
    $0.lowerBound < 50 ? Array(repeating: 32, count: 50) : []
  }
  var window = ByteWindow(source, from: 0)
  #expect(try window.grow())
  #expect(throws: ReadFailure("文件在读取时变短了")) { try window.grow() }
  #expect(throws: RecordFailure.self) { try openRecords(source) { _ in } }
}

@Test func aFileThatShrinksBetweenTwoReadingsIsAFailure() throws {
  let bytes = Array(RecordFixtures.batchJSON(rows: 3).utf8)
  let shrunk = Flag()
  let source = ByteSource(name: "x", count: bytes.count) {
    shrunk.isSet ? [] : Array(bytes[$0])
  }
  let file = try openRecords(source) { _ in }
  shrunk.set()
  #expect(throws: ReadFailure("文件在读取时变短了")) { try file.outcome(of: 2) }
}

/// A flag that a test turns once, in one task.
private final class Flag: @unchecked Sendable {
  // Only the test's own task touches it.
  private(set) var isSet = false
  func set() { isSet = true }
}

@Test func rowsReadAheadAreTheSameRows() throws {
  let text = RecordFixtures.batchJSON(rows: 200, kinds: RecordFixtures.Kind.allCases)
  let (file, outcomes) = try open(text)
  let reader = try RowReader(file)
  for row in Array(1...200) + [200, 1, 2, 150, 151, 3] {
    let again = try reader.outcome(of: row)
    #expect(again.filing?.id == outcomes[row - 1].filing?.id)
    #expect(again.filing?.employee.idNumber == outcomes[row - 1].filing?.employee.idNumber)
  }
}

@Test func aByteSourceOfMemoryGivesItsBytes() throws {
  let source = ByteSource(name: "甲", bytes: [1, 2, 3])
  #expect((source.name, source.count) == ("甲", 3))
  #expect(try source.read(1..<3) == [2, 3])
  #expect(try source.read(0..<0).isEmpty)
}

@Test func idsThatRepeatAreKnownByTheirFirstRow() {
  var ids = RepeatedIDs()
  #expect(ids.candidate(for: "a", row: 1) == nil)
  #expect(ids.candidate(for: "b", row: 2) == nil)
  #expect(ids.candidate(for: "a", row: 3) == 1)
  #expect(ids.candidate(for: "a", row: 9) == 1)
  #expect(ids.candidate(for: "", row: 10) == nil)
  #expect(ids.repeats.isEmpty)
  ids.confirm(3, repeats: 1)
  #expect(ids.repeats == [3: 1])
}

@Test func everyLaterRowOfAnIdPointsToTheFirst() throws {
  let rows = [1, 2, 1, 1, 2].map { RecordFixtures.filing($0) }
  let (file, outcomes) = try open(RecordFixtures.document(rows))
  #expect(outcomes.map { $0.filing != nil } == [true, true, false, false, false])
  #expect(
    outcomes.compactMap { $0.rejection?.reasons.first?.message } == [
      "备案编号与第 1 行重复", "备案编号与第 1 行重复", "备案编号与第 2 行重复",
    ]
  )
  #expect(
    outcomes.compactMap { $0.rejection?.reasons.first?.pointer } == [
      "/filings/2/id", "/filings/3/id", "/filings/4/id",
    ]
  )
  #expect(try file.outcome(of: 4).rejection?.reasons.map(\.code) == ["record.repeatedID"])
}

@Test(
  arguments: [
    (#"{"id":"f1","x""#, "f1"), (#"{"id" : "f1""#, "f1"), ("{\"id\":\n  \"f1\"", "f1"),
    (#"{"id": "f1","#, "f1"),
    (#"{"a":1}"#, nil), (#"{"id":1}"#, nil), (#"{"id":"""#, nil), (#"{"id":"f1"#, nil),
    (#"{"id":"f\"1"}"#, nil), (#"{"x":"id","id":"f1"}"#, "f1"), (#"{"ids":"x"}"#, nil),
  ] as [(String, String?)]
)
func aBrokenRowIsKnownByWhatLooksLikeItsId(_ vector: (String, String?)) {
  #expect(RowGuess(Array(vector.0.utf8)[...]).text(of: "id") == vector.1, "\(vector.0)")
}

@Test func aGuessIsShortAndSound() {
  for (count, isFine) in [(150, true), (151, false)] {
    let text = String(repeating: "x", count: count)
    let guess = RowGuess(Array("{\"id\":\"\(text)\"".utf8)[...]).text(of: "id")
    #expect(guess == (isFine ? text : nil))
  }
  let bad = Array("{\"id\":\"".utf8) + [0xD5] + Array("\"}".utf8)
  #expect(RowGuess(bad[...]).text(of: "id") == nil)
  let far = String(repeating: " ", count: 5000) + "{\"id\":\"f1\"}"
  #expect(RowGuess(Array(far.utf8)[...]).text(of: "id") == nil)
}
