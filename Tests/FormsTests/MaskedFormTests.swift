import DocumentTree
import Forms
import Records
import Testing

private let letter = FormText.filing(
  """
  # {{form.title}}

  兹证明{{e.name}}（{{e.idNumber}}），电话{{e.phone}}，生于{{e.birthDate:中文日期}}，生年{{e.birthDate:年}}。

  {{#c.clauses}}

  {{item.no}}：{{item.text}}；{{item}}

  {{/c.clauses}}

  {{#e.name=张三}}

  只有张三能看到这一段。

  {{/e.name}}

  {{#e.phone}}

  有电话。

  {{/e.phone}}
  """,
  "fileName: \"{e.name}_{e.idNumber}_{c.no}\"\norder: [e.idNumber]\n"
)

private func sample() throws -> RecordSet {
  try RecordSet.sample(
    names: ("张三", "张四"),
    clauses: #"[{"no": "1", "text": "张三（220104198605040039）保守秘密"}, "电话13500000001"]"#
  )
}

private func letterText(_ level: MaskLevel) throws -> String {
  var form = try letter.opened()
  form.mask = level
  let records = try sample()
  return body(of: try bind(form, filing: records.filings[0], batch: records.batch))
}

@Test func aMaskedLetterShowsNothingOfThePerson() throws {
  let text = try letterText(.notice)
  for hidden in ["张三", "220104198605040039", "13500000001", "1986"] {
    #expect(!text.contains(hidden), "\(hidden): \(text)")
  }
  for shown in ["张*", "220104********0039", "135****0001", "****-**-**", "保守秘密", "有电话。"] {
    #expect(text.contains(shown), "\(shown): \(text)")
  }
  #expect(try letterText(.web).contains("**************0039"))
}

@Test func withoutAMaskALetterShowsAll() throws {
  let text = try letterText(.whole)
  for shown in ["张三", "220104198605040039", "13500000001", "只有张三能看到这一段。"] {
    #expect(text.contains(shown), "\(shown)")
  }
}

@Test func aFileNameAndABookmarkAreMasked() throws {
  var form = try letter.opened()
  let records = try sample()
  let (filing, batch) = (records.filings[0], records.batch)
  #expect(form.fileName(for: filing, batch: batch) == "张三_220104198605040039_LD-f1")
  #expect(form.bookmark(for: filing, batch: batch) == "张三")
  form.mask = .web
  #expect(form.bookmark(for: filing, batch: batch) == "张**")
  let name = form.fileName(for: filing, batch: batch)
  #expect(!name.contains("张三") && !name.contains("19860504"), "\(name)")
}

/// Sorted by the number, the rows would tell its hidden digits.
@Test func theOrderOfRowsFollowsWhatIsShown() throws {
  let records = try RecordSet.sample(names: ("张四", "张三"))
  var form = try FormText.filing("正文", "order: [e.name]\n").opened()
  let keys = { (form: Form) in
    records.filings.map { FormOrder(form).key(of: $0, batch: records.batch) }
  }
  #expect(keys(form)[1] < keys(form)[0])
  form.mask = .notice
  #expect(keys(form)[0] < keys(form)[1])
}

private let grouped = FormText.roster(
  """
  # 名册

  ```table filings
  姓名 | e.name | 20 | 中 | 合并
  岗位 | c.position | 20 | 左
  @group e.name
  ```
  """
)

private func joins(_ level: MaskLevel, _ names: (String, String)) throws -> [Bool] {
  var form = try grouped.opened()
  form.mask = level
  let records = try RecordSet.sample(names: names)
  let document = try bindRoster(
    form,
    batch: records.batch,
    facts: RosterFacts(),
    rows: FilingSource(records.filings)
  )
  guard case .table(let table)? = document.body.last, case .pulled(let source) = table.body else {
    Issue.record("no rows")
    return []
  }
  let pull = try source.start()
  var joins: [Bool] = []
  while let row = try pull() { joins.append(row.joinsGroup || row.cells[0].joinsAbove) }
  return joins
}

/// 张三 and 张四 are both 张*; one cell for the two would say that they are one person.
@Test func personsWhoseMaskedNamesAreAlikeAreNoGroup() throws {
  #expect(try joins(.whole, ("张三", "张三")) == [false, true])
  #expect(try joins(.whole, ("张三", "张四")) == [false, false])
  #expect(try joins(.notice, ("张三", "张四")) == [false, false])
  #expect(try joins(.notice, ("张三", "张三")) == [false, false])
}
