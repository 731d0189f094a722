import Queries
import Records
import Testing

private let conditions: [(text: String, rows: [Int])] = [
  ("", [1, 2, 3, 4]), ("姓名=王芳", [1]), ("e.name=王芳", [1]), ("姓名=王芳|张伟", [1, 3]),
  ("姓名!=王芳", [2, 3, 4]),
  ("姓名~·", [2]), ("姓名=阿依古丽•买买提", [2]), ("姓名!~·", [1, 3, 4]), ("姓名~芳|娜", [1, 4]),
  // The hall's own words.
  ("合同状态=新订 审核状态=审核通过 是否生成名册=否", [2]), ("合同状态=续订", [3]), ("合同状态=新签", [1, 2]),
  ("合同状态=解除(终止)", [4]), ("合同状态=解除（终止）", [4]), ("合同状态=新订|续订", [1, 2, 3]),
  ("审核结果=未审核", [3]), ("备案生成表号=是", [1]), ("身份证号~2", [1, 2, 3, 4]), ("业务类型=new", [1, 2]),
  ("业务类型=新参保", [1, 2]), ("业务类型=减员", [4]), ("是否在职=是", [1, 2]), ("在职=否", [3, 4]),
  ("合同类别=fixed", [1, 3, 4]), ("合同类型=无固定期限劳动合同", [2]), ("参保险种=养老", [1, 2, 3, 4]),
  ("险种=生育|大病医疗保险", []),
  // Nothing and something.
  ("备注=", [2, 3, 4]), ("备注!=", [1]), ("合同终止日期=", [2]), ("备注=|\"夜班 组长\"", [1, 2, 3, 4]),
  ("双方约定事项=", [1, 2, 3, 4]),
  // Quotes and full-width signs.
  ("备注=\"夜班 组长\"", [1]), ("备注=“夜班 组长”", [1]), ("备注='夜班 组长'", [1]), ("备注~「班 组」", [1]),
  ("姓名＝王芳｜张伟", [1, 3]), ("姓名！＝王芳", [2, 3, 4]), ("姓名==王芳", [1]), ("姓名<>王芳", [2, 3, 4]),
  ("姓名 =王芳", [1]), ("合同状态=新订　审核状态=审核通过", [1, 2]),
  // Days.
  ("合同起始日期=2026-11-08", [1, 2, 3]), ("合同起始日期=20261108", [1, 2, 3]),
  ("合同起始日期=2026/11/8", [1, 2, 3]),
  ("合同起始日期=2026年11月8日", [1, 2, 3]), ("合同起始日期=2026-11", [1, 2, 3]), ("合同起始日期=2023", [4]),
  ("合同起始日期=202611", [1, 2, 3]), ("合同起始日期<2026-11-08", [4]), ("合同起始日期<=2026-11-08", [1, 2, 3, 4]),
  ("合同起始日期>2023", [1, 2, 3]), ("合同起始日期>=2023", [1, 2, 3, 4]),
  ("合同终止日期=2026-01-01..2026-12-31", [4]),
  ("合同终止日期=2026..2029", [1, 3, 4]), ("合同终止日期=2027..", [1, 3]), ("合同终止日期=..2027", [4]),
  ("合同终止日期!=2026", [1, 2, 3]),
  ("合同终止日期=基准日-30..基准日+30", [4]), ("合同终止日期>基准日", [1, 3]), ("合同终止日期<基准日+30天", [4]),
  ("合同终止日期=2020..基准日", [4]), ("合同起始日期=2026-02", []),
  // Amounts and numbers.
  ("第几次订立=2", [3]), ("第几次订立=1..2", [1, 2, 3, 4]), ("第几次订立>=2", [3]), ("月工资>0", [1, 2, 3, 4]),
  ("月工资=0..1", []), ("经济补偿金额=15000", [4]), ("经济补偿金额=15000.00", [4]), ("经济补偿金额<15000.01", [4]),
  ("经济补偿金额<15000", []), ("经济补偿金额>=15000", [4]), ("经济补偿金额=", [1, 2, 3]),
  ("经济补偿金额!=15000", [1, 2, 3]),
  // Of the employer and the file.
  ("单位名称~示例", [1, 2, 3, 4]), ("地区方案=CN-JL", [1, 2, 3, 4]), ("行号=2..3", [2, 3]),
]

@Test(arguments: conditions.indices)
func aConditionFindsItsRows(_ index: Int) throws {
  #expect(try RecordSet.sample().rows(conditions[index].text) == conditions[index].rows)
}

@Test func allConditionsOfAllTextsMustHold() throws {
  let records = try RecordSet.sample()
  #expect(try records.rows("合同状态=新订", "是否生成名册=是") == [1])
  #expect(try records.rows("姓名=王芳 姓名=张伟") == [])
}

@Test func anIdentityNumberIsFoundWithASmallLetterToo() throws {
  let records = try RecordSet.sample()
  let number = records.filings[0].employee.idNumber
  #expect(try records.rows("证件号码=\(number.lowercased())") == [1])
}

@Test func conditionsLookBehindTheMask() throws {
  let records = try RecordSet.sample()
  let query = try #require(readQuery(["姓名=王芳"]).query)
  #expect(query.holds(for: records.subject(0, mask: .web)))
  #expect(!query.holds(for: records.subject(2, mask: .web)))
}

@Test func theWordOfAnotherPlaceIsUnderstood() throws {
  #expect(try RecordSet.sample(profile: "CN-HN-ZHUZHOU").rows("业务类型=新签") == [1, 2])
}

private let faults: [(text: String, part: String)] = [
  ("姓各=王芳", "没有这个字段；现为“姓各”；是否想写“姓名”"), ("e.nmae=王芳", "“e.name”"), ("合同状太=新订", "“合同状态”"),
  ("合同状态=新丁", "合同状态没有这个值；现为“新丁”；应为新订、续订、变更、解除（终止）、作废、撤销、确定；是否想写“新订”？"),
  ("合同状态=新订,审核状态=审核通过", "各个条件之间要空一格"), ("业务类型=x", "new（新签）、renew（续签）"),
  ("是否在职=在", "是否在职的值写得不对；现为“在”；应为是 或 否"), ("月工资=三千", "月工资的值写得不对；现为“三千”"),
  ("月工资=5000..3000", "月工资的值写得不对"), ("合同终止日期=2026-02-30", "合同终止日期的值写得不对"),
  ("合同终止日期=2026-12-31..2026-01-01", "合同终止日期的值写得不对"), ("合同终止日期=明天", "合同终止日期的值写得不对"),
  ("合同终止日期=..", "合同终止日期的值写得不对"), ("合同终止日期=基准日*3", "合同终止日期的值写得不对"),
  ("姓名<王", "姓名不能比较大小；现为“姓名<王”"), ("月工资>1|2", "应为一个值"), ("月工资>1..2", "应为一个值，不是范围"),
  ("月工资>", "应为一个值"), ("姓名~", "应为要找的文字"), ("新订", "条件里缺少比较符号；现为“新订”"), ("=新订", "条件里缺少字段名；现为“=新订”"),
  ("合同状态 = 新订", "比较符号后面不空格"), ("备注=\"夜班", "引号没有闭合；现为“\"夜班”"),
  ("第几次订立=99999999999999999999", "写得不对"),
]

@Test(arguments: faults.indices)
func aFaultIsToldWithWhatToWrite(_ index: Int) {
  let said = complaints(faults[index].text)
  #expect(said.contains { $0.contains(faults[index].part) }, "\(faults[index].text): \(said)")
}

@Test func allFaultsAreToldAtOnce() {
  #expect(complaints("姓各=王芳 合同状态=新丁|旧 月工资=x").count == 4)
}

@Test func aWordOutsideAnOpenListIsOnlyWarnedOf() throws {
  let said = complaints("用工形式=临时工")
  #expect(said.count == 1 && said[0].contains("警告") && said[0].contains("按原样比较"))
  #expect(try RecordSet.sample().rows("用工形式=全日制用工") == [1, 2, 3, 4])
}

@Test(arguments: 0..<40 as Range<UInt64>)
func noTextIsFatal(_ seed: UInt64) {
  var random = SeededTexts(seed: seed)
  for _ in 0..<50 {
    let text = random.text()
    _ = readQuery([text])
    _ = readColumns(text)
    _ = readListOrder(text)
  }
}
