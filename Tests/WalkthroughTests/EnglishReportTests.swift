import Foundation
import TestSupport
import Testing

/// Reports, failures and explanations in English: the words change, what programs read does not.
@Suite struct EnglishReportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let sound = RecordFixtures.batchJSON(rows: 2)
    try folder.write(sound, to: "a.json")
    try folder.write(sound.replacing("\"startDate\":", with: "\"startDte\":"), to: "b.json")
  }

  private func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments + ["--lang", "en"], in: folder.url)
  }

  private func chinese(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  @Test func aMissingFileIsToldInEnglish() throws {
    let run = try mingce("check", "none.json")
    #expect(run.status == 66)
    #expect(
      run.complaints == """
        Error: cannot read “none.json”: no such file or folder. Please check the path and whether \
        the file is there.

        """
    )
  }

  @Test func aWrongWordIsAnsweredInEnglish() throws {
    #expect(
      try mingce("rendr").complaints.contains("There is no command “rendr”; did you mean “render”?")
    )
    let form = try mingce("forms", "sertificate").complaints
    #expect(form.hasPrefix("Error: There is no form “sertificate”; did you mean “certificate”?"))
    #expect(try mingce("explain", "V-130").complaints.contains("There is no rule with the code"))
  }

  @Test func aNameThatIsLikeNoOtherEndsTheSentence() throws {
    #expect(
      try mingce("forms", "完全没有").complaints.hasPrefix(
        "Error: There is no form “完全没有”. Forms: appeal-"
      )
    )
    #expect(
      try chinese("forms", "完全没有").complaints.hasPrefix("错误：没有名为“完全没有”的表单。现有表单：appeal-")
    )
    #expect(try mingce("explain", "没有").complaints.contains("“没有”. mingce explain lists"))
  }

  @Test func aDamagedSheetIsToldOfInEnglish() throws {
    try folder.write("PK\u{3}\u{4}xx", to: "x.xlsx")
    let run = try mingce("import", "x.xlsx", "--employer", "a.json", "-o", "o.json")
    #expect(run.complaints.contains("the file is damaged: the ZIP file is incomplete"))
    #expect(EnglishWords.runsOfHan(in: run.said).isEmpty, "\(run.said)")
  }

  @Test func aLedgerIsToldOfInEnglish() throws {
    #expect(try mingce("roster", "save", "roster-new", "a.json", "-o", "r.pdf").status == 0)
    for command in ["verify", "log"] {
      let run = try mingce("ledger", command)
      #expect(run.status == 0 && EnglishWords.runsOfHan(in: run.said).isEmpty, "\(run.said)")
    }
  }

  @Test func aReportSaysTheSameInEnglish() throws {
    let english = try mingce("check", "b.json")
    let told = try chinese("check", "b.json")
    #expect(english.status == told.status && english.status == 2)
    #expect(
      english.output.contains(
        "error: /filings/0/contract/startDate: the contract lacks: first day of the contract"
      )
    )
    #expect(english.output.contains("unknown key, ignored [record.unknownKey]"))
    #expect(english.output.split(separator: "\n").count == told.output.split(separator: "\n").count)
  }

  /// Only sentences for people may differ.
  @Test func programsReadTheSame() throws {
    let fields = ["message", "expected", "advice"]
    func findings(_ run: Program.Outcome) throws -> [[String: String]] {
      let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let list = try #require(root?["findings"] as? [[String: Any]])
      return list.map { $0.filter { !fields.contains($0.key) }.mapValues { "\($0)" } }
    }
    let english = try mingce("check", "b.json", "--format", "json")
    let told = try chinese("check", "b.json", "--format", "json")
    #expect(try findings(english) == findings(told) && english.output != told.output)
    let heads = try [
      mingce("check", "b.json", "--format", "csv"), chinese("check", "b.json", "--format", "csv"),
    ]
    .map { $0.output.split(separator: "\r\n").first }
    #expect(heads[0] == heads[1])
  }

  /// JSON's kinds of values have English words too, whatever stands in the file.
  @Test func kindsOfValuesAreToldInEnglish() throws {
    let row = """
      {"id": "f1", "kind": "new", "contractState": {"a": 1}, "rostered": "是", "review": ["未审核"], \
      "employee": 5, "contract": "无"}
      """
    try folder.write(
      "{\"schema\": \"mingce/1\", \"profile\": \"CN-JL\", \"asOf\": \"2026-11-20\", "
        + "\"employer\": [1], \"filings\": [\(row)]}",
      to: "c.json"
    )
    let report = try mingce("check", "c.json").output
    for words in [
      "found: an array", "found: an object", "found: the string 无", "found: the number 5",
    ] {
      #expect(report.contains(words), "\(report)")
    }
    let strange = EnglishWords.runsOfHan(in: report).filter { $0 != "是" && $0 != "无" }
    #expect(strange.isEmpty, "\(strange): \(report)")
  }

  private var shanxi: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "content/samples/shanxi.json").path
  }

  /// Documents are called what they are called on paper, behind what that means; people are called by their names.
  @Test func aPackageSaysInEnglishWhatIsMadeAndWhatRemains() throws {
    let run = try mingce("render", "package:dismiss", shanxi, "-o", "p")
    #expect(run.status == 0 && run.output.contains("\n\nMade:\n"), "\(run.said)")
    let checklist = try String(contentsOf: folder.file("p/checklist.txt"), encoding: .utf8)
    #expect(run.output.hasPrefix(checklist))
    for line in [
      "termination of labour contracts by an enterprise (企业与员工解除终止劳动合同)",
      "  certificate of termination of a labour contract (解除（终止）劳动合同证明书-1.pdf): 3 pages, 3 people",
      "  ☐ 4. Upload the receipt of the certificate (解除证明书签收件): 贾海燕, 阮明, 庞国平 (3 people)",
    ] {
      #expect(checklist.split(separator: "\n").contains { $0 == line }, "\(checklist)")
    }
    let bare = checklist.replacing(#/\([^()]*\p{Han}[^()]*\)/#, with: "")
      .replacing("贾海燕, 阮明, 庞国平", with: "")
    #expect(EnglishWords.runsOfHan(in: bare).isEmpty, "\(bare)")
  }

  @Test func packagesThatCannotBeMadeAreRefusedInEnglish() throws {
    let closed = try mingce("render", "package:work-death", shanxi, "-o", "p").complaints
    #expect(closed.contains("cannot be made as a package: the system does not take claims"))
    let unknown = try mingce("render", "package:x", shanxi, "-o", "p").complaints
    #expect(unknown.contains("recruit (recruitment of employees by an enterprise), "))
    #expect(EnglishWords.runsOfHan(in: unknown).isEmpty, "\(unknown)")
  }

  @Test(arguments: [["forms"], ["template"]])
  func whatFormsAndTemplatesAreForIsSaidInEnglish(_ command: [String]) throws {
    let run = try Program.mingce.run(command + ["--lang", "en"], in: folder.url)
    #expect(run.status == 0 && run.output.split(separator: "\n").count > 20)
    #expect(EnglishWords.runsOfHan(in: run.output).isEmpty, "\(run.output)")
  }

  /// Fields are called by their Chinese names in conditions, and what a form prints as its title is Chinese in some places.
  @Test func aFormIsDescribedInEnglish() throws {
    let lines = try mingce("forms", "roster-new").output.split(separator: "\n")
    #expect(lines[0] == "F01 roster-new  roster of newly insured people")
    #expect(lines[1].hasPrefix("all places: Roster of new contracts"))
    #expect(lines.contains { $0.hasSuffix("name (姓名): text, at most 50 characters") })
  }

  @Test(arguments: ["V-13", "json.type", "ledger.locked", "guide.brokenLink"])
  func aCodeIsExplainedInEnglish(_ code: String) throws {
    let run = try mingce("explain", code)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0 && lines.count >= 2)
    for line in lines.prefix(2) {
      #expect(!line.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }, "\(line)")
    }
  }

  /// Names of families, notices of `fonts.yaml` and titles of forms are Chinese in any case.
  @Test func fontsAreToldOfInEnglish() throws {
    let run = try mingce("doctor")
    #expect(run.output.contains("(bold) uses ") && run.output.contains("fallback font "))
    #expect(run.output.contains("Extension B") && run.output.contains("Tibetan"))
    for word in ["用 ", "后备字体", "可执行", "常规"] {
      #expect(!run.output.contains(word), "\(run.output)")
    }
  }

  @Test func columnsOfListsHaveEnglishNames() throws {
    let fields = try mingce("list", "--fields").output.split(separator: "\n")
    #expect(
      fields.count > 10
        && fields[1].contains(/^path +name \(in Chinese\) +kind +example +other names/)
    )
    // What is typed can be typed without knowing Chinese, but for the words of codes and lists.
    #expect(fields.contains { $0.contains(/^e\.name +name \(姓名\) +text +e\.name~text/) })
    #expect(fields.contains { $0.contains(/^f\.rostered .+ yes or no +f\.rostered=true/) })
    for line in fields { #expect(!line.contains("文字"), "\(line)") }
    #expect(try mingce("roster", "save", "roster-new", "a.json", "-o", "r.pdf").status == 0)
    let list = try mingce("roster", "list").output.split(separator: "\n")
    #expect(
      list.first?.contains(/^number +state +kind +people +pages +date +check code +employer/)
        == true
    )
  }

  @Test func aFormIsFoundFaultWithInEnglish() throws {
    let project = try TinyProject()
    try project.add(
      "letter",
      settings: LetterForm.settings,
      body: LetterForm.body + "\n{{e.nme:}}\n"
    )
    let run = try Program.mingce.run(["forms", "check", "--lang", "en"], in: project.folder.url)
    #expect(
      run.output.contains("a filter or a width is missing behind the colon"),
      "\(run.said)"
    )
    let words = run.said.split(separator: "[form.").first ?? ""
    #expect(!words.contains("冒号后缺少"))
  }

  @Test func resultsAreToldInEnglish() throws {
    let run = try mingce("render", "roster-new", "a.json", "-o", "r.pdf")
    #expect(run.status == 0)
    #expect(run.output == "Made “r.pdf”: 1 pages, 2 people.\n", "\(run.said)")
    let paper = try Data(contentsOf: folder.file("r.pdf"))
    _ = try chinese("render", "roster-new", "a.json", "-o", "s.pdf")
    #expect(
      try paper == Data(contentsOf: folder.file("s.pdf")),
      "documents are Chinese in any case"
    )
  }
}
