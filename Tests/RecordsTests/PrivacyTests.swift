import Diagnostics
import Records
import TestSupport
import Testing

/// An invented number, as a record may hold it anywhere.
private let number = RecordFixtures.resident(area: "220104", birth: "19860504", sequence: 3)
private let oldNumber = "220104860504003"

/// Returns the longest run of digits in `text`.
private func longestRun(_ text: String) -> Int {
  text.split { !("0"..."9").contains($0) && !("０"..."９").contains($0) }.map(\.count).max() ?? 0
}

/// Returns everything that is said about a file.
private func said(of bytes: [UInt8]) -> [Diagnostic] {
  var said: [Diagnostic] = []
  do throws(RecordFailure) {
    let file = try openRecords(ByteSource(name: "记录.json", bytes: bytes)) { said += $0.said }
    return said + file.diagnostics
  } catch {
    guard case .unusable(let diagnostics, _) = error else { return said }
    return said + diagnostics
  }
}

/// Expects that nothing said about `bytes` holds a whole number.
private func expectPrivate(_ bytes: [UInt8], _ label: String) {
  for diagnostic in said(of: bytes) {
    #expect(longestRun(diagnostic.description) < 15, "\(label): \(diagnostic)")
  }
}

private let places = [
  "id", "kind", "contractState", "rostered", "remark", "review", "review.status",
  "review.handledAt", "employee",
  "employee.name", "employee.idType", "employee.idNumber", "employee.sex", "employee.birthDate",
  "employee.phone",
  "employee.residence", "employee.220104198605040039", "employee.retirementCategory", "contract.no",
  "contract.termType", "contract.startDate", "contract.endDate", "contract.wage",
  "contract.wage.monthly",
  "contract.wage.payDay", "contract.insuranceKinds", "contract.clauses", "contract.copies",
  "contract.prior",
  "contract.probation", "termination", "termination.basis", "termination.reasonCode",
  "220104198605040039",
]

@Test func noMessageHoldsANumberThatStandsInTheWrongPlace() throws {
  for place in places {
    for text in [
      number, oldNumber, " \(number) ", "证\(number)号", "\(number)\u{1}",
      number.lowercased() + "\u{E000}",
    ] {
      let values = ["\"\(text)\"", "[\"\(text)\"]", "{\"\(text)\": \"\(text)\"}"]
      for value in values where !value.contains("\u{1}") {
        let row = try row(3, .terminate, [Edit(place, value.replacing("\u{1}", with: "\\u0001"))])
        expectPrivate(Array(RecordFixtures.document([row]).utf8), "\(place) \(value)")
      }
    }
    let row = try row(3, .terminate, [Edit(place, oldNumber)])
    expectPrivate(Array(RecordFixtures.document([row]).utf8), place)
  }
}

@Test(arguments: 0..<24 as Range<UInt64>)
func noMessageAboutABrokenFileHoldsANumber(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let text =
    seed.isMultiple(of: 2)
    ? RecordFixtures.batchJSON(rows: 4, kinds: RecordFixtures.Kind.allCases, seed: seed)
    : RecordFixtures.jsonLines(rows: 4, kinds: RecordFixtures.Kind.allCases, seed: seed)
  let sample = Array(text.utf8)
  let marks: [UInt8] = Array("\"{}[],:x\\ 0-".utf8) + [0xD5, 0x00]
  for _ in 0..<40 {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array(number.utf8), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 60))
      }
    }
    expectPrivate(bytes, "seed \(seed)")
  }
}

@Test func noTwoMessagesAboutOneNumberMakeItWhole() throws {
  for bad in ["110101190002290021", "220721158904124510"] {
    let row = try row(3, .new, [Edit("employee.idNumber", "\"\(bad)\"")])
    let said = said(of: Array(RecordFixtures.document([row]).utf8)).map(\.words).joined()
    #expect(said.contains("V-02b"))
    #expect(!said.contains(bad.dropFirst(6).prefix(8)), "\(said)")
  }
}

@Test func aFileThatIsNoJSONShowsNoNumber() {
  for text in ["\(number),张示例", "姓名,\(number)", "号码 \(number) \(number)"] {
    expectPrivate(Array(text.utf8), text)
  }
}

// MARK: Logs

private let lines: [(raw: String, safe: String)] = [
  ("", ""), ("正在读取 记录.json：12/300 条", "正在读取 记录.json：12/300 条"),
  ("无法写入“证明书_220104198605040039.pdf”", "无法写入“证明书_220104********0039.pdf”"),
  ("22010419860504003X", "220104********003X"), ("22010419860504003x.", "220104********003x."),
  ("220104860504003", "220104******003"), ("12345678901234", "12345678901234"),
  ("２２０１０４１９８６０５０４００３９", "２２０１０４********００３９"), ("1234567890123456", "1***********3456"),
  ("2026-11-08 2026-11-09 12:30:45", "2026-11-08 2026-11-09 12:30:45"), ("0xX", "0xX"),
]

@Test(arguments: lines.indices)
func aLineOfALogHoldsNoWholeNumber(_ index: Int) {
  #expect(LogText.safe(lines[index].raw) == lines[index].safe)
}

@Test func aLongRunIsHiddenWhereverItStands() {
  for length in 15..<60 {
    for before in ["", "长", "ａ", "\u{1F600}", "９a"] {
      let safe = LogText.safe(before + String(repeating: "7", count: length) + "尾")
      #expect(longestRun(safe) < 15, "\(length) \(before)")
    }
  }
}

@Test func whatIsKeptForGoodHasNoDigitOfANumber() {
  for (raw, _) in lines where longestRun(raw) >= 15 {
    #expect(longestRun(LogText.kept(raw)) < 8, "\(raw)")
    #expect(LogText.kept(raw).count == raw.count, "\(raw)")
  }
  #expect(LogText.kept("重复申报，见2026-11-08的备案12345678") == "重复申报，见2026-11-08的备案12345678")
}
