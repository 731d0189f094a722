import Diagnostics
import Forms
import Geometry
import Records
import Styling
import Testing

/// Opens a form whose fourth line of settings is `line`; the lines above it are without fault.
private func opened(_ line: String) throws -> Form {
  try FormText.filing("正文", line + "\n").opened()
}

/// Returns what is said about a form whose fourth line of settings is `line`.
private func complaints(_ line: String) -> [String] {
  FormText.filing("正文", line + "\n").open().1.map(\.description)
}

@Test(arguments: [
  (
    "select: {kinds: [hire]}",
    "4:18：错误：“kinds”的值不合要求；现为“hire”；应为new、renew、change、terminate、import 之一"
  ),
  ("select: {gate: shut}", "4:16：错误：“gate”的值不合要求；现为“shut”；应为roster、certificate、contract 之一"),
  ("select: 全部", "4:9：错误：此处应为键值表；现为“文字”"),
  ("order: [e.nmae]", "4:9：错误：没有字段“e.nmae”；是否想写“e.name”？"),
  ("order: [aprovedAt]", "4:9：错误：没有字段“aprovedAt”；是否想写“f.approvedAt”？"),
  ("order: [[id]]", "4:9：错误：“order”的值不合要求；现为“列表”；应为字段名"),
  ("order: {by: id}", "4:8：错误：“order”的值不合要求；现为“键值表”；应为列表"),
  ("copies: 0", "4:9：错误：“copies”的值不合要求；现为“0”；应为1 至 20 之间的整数"),
  ("copies: 21", "4:9：错误：“copies”的值不合要求；现为“21”；应为1 至 20 之间的整数"),
  ("copies: {CN-JL: 1.5}", "4:17：错误：“CN-JL”的值不合要求；现为“1.5”；应为1 至 20 之间的整数"),
  ("fillIn: line", "4:9：错误：“fillIn”的值不合要求；现为“line”；应为plain、ruled 之一"),
  ("masthead: always", "4:11：错误：“masthead”的值不合要求；现为“always”；应为repeat、once 之一"),
  ("paper: B5", "4:8：错误：“paper”的值不合要求；现为“B5”；应为A4、A3 之一"),
  ("orientation: wide", "4:14：错误：“orientation”的值不合要求；现为“wide”；应为portrait、landscape 之一"),
  ("margins: [1, 2]", "4:10：错误：“margins”的值不合要求；现为“列表”；应为四个毫米数：[上, 右, 下, 左]"),
  ("margins: [1, 2, 3, 四]", "4:10：错误：“margins”的值不合要求；现为“列表”；应为四个毫米数：[上, 右, 下, 左]"),
  ("margins: 20", "4:10：错误：“margins”的值不合要求；现为“20”；应为四个毫米数：[上, 右, 下, 左]"),
  ("margins: [121, 2, 3, 4]", "4:10：错误：“margins”的值不合要求；现为“列表”；应为四个毫米数：[上, 右, 下, 左]"),
  (
    "machineMark: yes",
    "4:14：错误：“machineMark”的值不合要求；现为“yes”；应为text、qr 之一"
  ),
  ("aliases: [甲]", "4:10：错误：“aliases”的值不合要求；现为“列表”；应为两个字以上的名称"),
  ("aliases: [{near: 甲}]", "4:11：错误：缺少必填的键“name”；请补上“name: …”"),
  ("footer: 页脚", "4:9：错误：此处应为键值表；现为“文字”"),
  ("empty: [无]", "4:8：错误：“empty”的值不合要求；现为“列表”；应为文字"),
  ("fileName: [a]", "4:11：错误：“fileName”的值不合要求；现为“列表”；应为文字"),
  ("fileName: '{e.nmae}'", "4:12：错误：没有字段“e.nmae”；现为“{{e.nmae}}”；是否想写“e.name”？"),
  ("fileName: '{c.startDate:大写}'", "4:12：错误：过滤器“大写”不适用于日期字段；现为“{{c.startDate:大写}}”；应为金额或整数字段"),
  ("styles: 粗", "4:9：错误：此处应为键值表；现为“文字”"),
  ("table: 3", "4:8：错误：此处应为键值表；现为“文字”"),
])
func aSettingThatCannotBeUsedIsNamedAtItsPlace(_ line: String, _ expected: String) {
  let (form, diagnostics) = FormText.filing("正文", line + "\n").open()
  #expect(form == nil)
  #expect(diagnostics.map { String($0.description.prefix { $0 != "[" }) }.count == 1)
  #expect(diagnostics.first?.description.hasPrefix("form.yaml:\(expected) [") == true)
}

@Test(arguments: [
  ("name: other", "4:7：警告：表单名应与文件夹同名；现为“other”；应为test [form.name]"),
  ("margin: [1, 2, 3, 4]", "4:1：警告：不认识的键“margin”；是否想写“margins”？ [yaml.unknownKey]"),
  ("select: {kind: [new]}", "4:10：警告：不认识的键“kind”；是否想写“kinds”？ [yaml.unknownKey]"),
  ("copies: {CN-XX: 2}", "4:10：警告：不认识的键“CN-XX”；是否想写“CN-SX”？ [yaml.unknownKey]"),
  ("footer: {center: 中}", "4:10：警告：不认识的键“center”；是否想写“centre”？ [yaml.unknownKey]"),
  ("styles: {boddy: {size: 12}}", "4:10：警告：不认识的键“boddy”；是否想写“body”？ [yaml.unknownKey]"),
  ("table: {rowHieght: 8}", "4:9：警告：不认识的键“rowHieght”；是否想写“rowHeight”？ [yaml.unknownKey]"),
])
func aSlipThatPrintsNothingWrongIsAWarning(_ line: String, _ expected: String) {
  #expect(complaints(line) == ["form.yaml:\(expected)"])
  #expect(FormText.filing("正文", line + "\n").open().0 != nil)
}

@Test(arguments: ["title", "summary", "scope"])
func aRequiredKeyThatIsMissingIsNamed(_ key: String) {
  let lines = ["title: 证明", "summary: 测试", "scope: filing"].filter { !$0.hasPrefix(key) }
  let (form, diagnostics) = FormText(yaml: lines.joined(separator: "\n"), body: "正文").open()
  #expect(form == nil)
  #expect(
    diagnostics.map(\.description)
      == ["form.yaml:1:1：错误：缺少必填的键“\(key)”；请补上“\(key): …” [yaml.missingKey]"]
  )
}

@Test func anEmptyFileLacksAllThree() {
  let (form, diagnostics) = FormText(yaml: "", body: "正文").open()
  #expect(form == nil)
  #expect(diagnostics.map(\.code) == Array(repeating: "yaml.missingKey", count: 3))
}

@Test(arguments: [
  ("title: [证明]", ["form.yaml:1:8：错误：此处应为键值表；现为“列表” [yaml.kind]"]),
  ("title: {default: 证明, CN-JX: 江西}", []),
  ("title: {default: [a]}", ["form.yaml:1:18：错误：“default”的值不合要求；现为“列表”；应为文字 [yaml.value]"]),
])
func aTitleIsTextOrATableByProfile(_ line: String, _ expected: [String]) {
  let (form, diagnostics) = FormText(yaml: line + "\nsummary: 测试\nscope: filing\n", body: "").open()
  let isWarned = diagnostics.contains { $0.code == "yaml.unknownKey" }
  #expect((form != nil) == isWarned)
  for complaint in expected { #expect(diagnostics.map(\.description).contains(complaint)) }
}

@Test func whatIsNotSaidHasItsDefault() throws {
  let form = try opened("")
  #expect(form.name == "test")
  #expect(form.summary == "测试")
  #expect(form.selection == FormSelection(kinds: [], gate: .contract))
  #expect(form.order == [])
  #expect(form.defaultCopies == 1)
  #expect(form.fillIn == .plain)
  #expect(form.emptyText == "—")
  #expect(form.style == .house)
  for profile in Profile.allCases { #expect(form.copies(for: profile) == 1) }
}

@Test(arguments: [
  ("roster", FormGate.roster), ("certificate", .certificate), ("contract", .contract),
])
func everyGateIsKnown(_ name: String, _ gate: FormGate) throws {
  #expect(try opened("select: {gate: \(name)}").selection.gate == gate)
}

@Test func everyKindMayBeSelected() throws {
  let names = FilingKind.allCases.map(\.rawValue).joined(separator: ", ")
  #expect(try opened("select: {kinds: [\(names)]}").selection.kinds == FilingKind.allCases)
  let selection = try opened("select: {kinds: renew}").selection
  #expect(selection == FormSelection(kinds: [.renew], gate: .contract))
}

@Test func aFormHasOtherNames() throws {
  let form = try opened("aliases: [花名册, {name: 授权书, near: 申诉}]")
  #expect(form.aliases == [FormAlias("花名册"), FormAlias("授权书", near: "申诉")])
}

@Test func aFormOfOneKindOfEmployerIsAskedOfNoOther() throws {
  let batch = try RecordSet.sample().batch
  #expect(try FormText.roster("甲").opened().isAsked(of: batch))
  #expect(try !FormText.roster("甲", "natures: [事业单位]\n").opened().isAsked(of: batch))
  let (form, said) = FormText.roster("甲", "natures: [公司]\n").open()
  #expect(form == nil)
  #expect(said.first?.description.contains("应为企业、机关、事业单位、") == true, "\(said)")
}

@Test func everyProfileMayHaveItsTitleAndItsCopies() throws {
  let titles = Profile.allCases.map { "\($0.rawValue): 题\($0.rawValue)" }.joined(separator: ", ")
  let copies = Profile.allCases.enumerated().map { "\($1.rawValue): \($0 + 2)" }
  let yaml = """
    title: {default: 证明, \(titles)}
    summary: 测试
    scope: filing
    copies: {\(copies.joined(separator: ", "))}
    """
  let form = try FormText(yaml: yaml, body: "正文").opened()
  #expect(form.defaultTitle == "证明")
  #expect(form.defaultCopies == 1)
  for (index, profile) in Profile.allCases.enumerated() {
    #expect(form.title(for: profile) == "题\(profile.rawValue)")
    #expect(form.copies(for: profile) == index + 2)
  }
}

@Test func oneNumberOfCopiesHoldsEverywhere() throws {
  let form = try opened("copies: 20")
  for profile in Profile.allCases { #expect(form.copies(for: profile) == 20) }
}

@Test func aNameWithoutAPointInTheOrderIsOneOfTheFiling() throws {
  #expect(try opened("order: [id, e.name, remark]").order == ["f.id", "e.name", "f.remark"])
  #expect(try opened("order: kind").order == ["f.kind"])
}

@Test func anAbsentValueInATablePrintsWhatTheFormSays() throws {
  let table = "| 备注 |\n|---|\n| {{f.remark}} |"
  let records = try RecordSet.sample()
  for (setting, cell) in [("", #""—""#), ("empty: 无\n", #""无""#), ("empty: ''\n", "-")] {
    let dump = try bound(.filing(table, setting), records)
    #expect(dump.hasSuffix("row: \(cell)"), "\(setting)")
  }
}

@Test func aMachineMarkIsPrintedWhereItHasRoom() throws {
  #expect(try opened("").machineMark == nil)
  #expect(try opened("machineMark: text").machineMark == .line)
  #expect(try opened("machineMark: qr").machineMark == .code)
  let margins = "margins: [20, 20, 8, 20]\nmachineMark: text"
  #expect(complaints(margins).first?.contains("下边距和 footerBaseline 至少 9 毫米") == true)
  let narrow = "margins: [20, 20, 18, 14]\nmachineMark: "
  #expect(complaints(narrow + "qr").first?.contains("左边距至少 15 毫米") == true)
  #expect(try opened(narrow + "text").machineMark == .line)
}
