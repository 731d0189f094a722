import DocumentTree
import Forms
import Records
import Testing

/// Returns the body of the sample in `profile`, printed as `copy`.
private func body(
  _ text: String,
  _ setting: String = "",
  profile: String = "CN-JL",
  copy: FormCopy? = nil
) throws -> String {
  let records = try RecordSet.sample(profile: profile)
  let form = try FormText.filing(text, setting).opened()
  return FormsTests.body(
    of: try bind(form, filing: records.filings[0], batch: records.batch, copy: copy)
  )
}

@Test func aCopyPrintsItsNumberAndItsLabel() throws {
  let text = "第{{copy.no:中文数字}}联{{copy.label}}"
  for number in 1...3 {
    let copy = FormCopy(number: number, label: "**联\(number)**")
    let numeral = ["一", "二", "三"][number - 1]
    #expect(
      try body(text, copy: copy) == "paragraph body \"第\" \"\(numeral)\" \"联\" \"**联\(number)**\""
    )
  }
  #expect(try body(text) == "paragraph body \"第\" \"联\"")
}

@Test func whatHoldsForOneCopyOnlyIsASection() throws {
  let text =
    "{{#copy.no=1}}\n存根\n{{/copy.no}}\n{{#copy.no=2}}\n交劳动者\n{{/copy.no}}\n{{^copy.no}}\n样张\n{{/copy.no}}"
  #expect(try body(text, copy: FormCopy(number: 1, label: "")) == #"paragraph body "存根""#)
  #expect(try body(text, copy: FormCopy(number: 2, label: "")) == #"paragraph body "交劳动者""#)
  #expect(try body(text) == #"paragraph body "样张""#)
}

@Test(arguments: [("CN-JL", "二"), ("CN", "三"), ("CN-SX", "三")])
func theNumberOfCopiesIsThatOfTheProfile(_ profile: String, _ word: String) throws {
  #expect(
    try body("{{form.copies:中文数字}}份", "copies: {default: 3, CN-JL: 2}\n", profile: profile)
      == "paragraph body \"\(word)\" \"份\""
  )
}

@Test(arguments: [("CN-JL", "吉林证明"), ("CN", "证明"), ("CN-HN-ZHUZHOU", "证明")])
func theTitleIsThatOfTheProfile(_ profile: String, _ title: String) throws {
  #expect(try body("# {{form.title}}", profile: profile) == "heading 1 #s1 \"\(title)\"")
  #expect(
    try body("{{form.title:4}}", profile: profile) == "paragraph body fillIn(4: \"\(title)\")"
  )
}

@Test func aRosterMayHaveCopiesToo() throws {
  let records = try RecordSet.sample()
  var facts = RosterFacts(number: "XC-1")
  for filing in records.filings { facts.add(filing) }
  let document = try bindRoster(
    FormText.roster("{{roster.no}}{{copy.label}}{{roster.count}}人{{roster.excluded}}").opened(),
    batch: records.batch,
    facts: facts,
    rows: FilingSource(records.filings),
    copy: FormCopy(number: 1, label: "存根")
  )
  #expect(FormsTests.body(of: document) == #"paragraph body "XC-1" "存根" "2" "人" "0""#)
}

@Test func failuresSayWhatToDo() {
  #expect("\(BindFailure.listsAllFilings(form: "a"))" == "表单“a”是名册，须一次交给它全部备案")
  #expect("\(BindFailure.takesOneFiling(form: "b"))" == "表单“b”是单人文书，须逐条备案打印")
}
