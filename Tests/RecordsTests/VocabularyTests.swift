import Diagnostics
import Testing

@testable import Records

/// One line of a code table: the code, the word printed, and every other spelling taken for it.
private struct Word: Sendable {
  let code: String
  let label: String
  let aliases: [String]

  init(_ code: String, _ label: String? = nil, _ aliases: String...) {
    (self.code, self.label, self.aliases) = (code, label ?? code, aliases)
  }
}

/// Checks that a list has just these words, and that each is understood however it is written.
private func expectTable<List: CodeList>(_ list: List.Type, _ name: String, _ words: [Word]) {
  #expect(List.listName == name)
  #expect(list.allCases.map(\.rawValue) == words.map(\.code), "\(name)")
  for (value, word) in zip(list.allCases, words) {
    #expect(value.label == word.label, "\(name) \(word.code)")
    #expect(Set(value.aliases) == Set(word.aliases), "\(name) \(word.code)")
    for text in [word.code, word.label] + word.aliases {
      #expect(List.meant(by: text) == value, "\(name): \(text)")
    }
  }
  let all = words.flatMap { Set([$0.code, $0.label] + $0.aliases) }
  #expect(Set(all).count == all.count, "\(name): one word for two codes")
  for text in ["", " ", "？", (words.first?.code ?? "") + "x"] {
    #expect(List.meant(by: text) == nil, "\(name): \(text)")
  }
}

@Test func placesAreThoseOfTheSchema() {
  expectTable(
    Profile.self,
    "地区方案",
    [
      Word("CN", "全国通用"), Word("CN-JL", "吉林用工备案"), Word("CN-JL-E", "吉林电子劳动合同"),
      Word("CN-YN-ZHANYI", "云南沾益劳动合同网签"), Word("CN-SX", "山西打包快办"),
      Word("CN-HN-ZHUZHOU", "湖南株洲人社通"),
    ]
  )
  #expect(Profile.allCases.filter(\.hasUnseenCodes) == [.shanxi, .zhuzhou])
}

@Test func kindsOfFilingAreUnderstoodInTheWordsOfEverySystem() {
  expectTable(
    FilingKind.self,
    "业务类型",
    [
      Word("new", "新签", "新订", "新增备案", "新参保"), Word("renew", "续签", "续订", "续保"),
      Word("change", "合同变更", "变更"),
      Word("terminate", "解除（终止）", "解除(终止)", "终止(解除)", "解除/终止", "解除", "终止", "停保"),
      Word("import", "历史合同导入", "导入"),
    ]
  )
}

@Test func everyPlaceHasItsWordForEveryKind() {
  let table: [FilingKind: [String]] = [
    .new: ["新签", "新签", "新签", "新签", "签订", "新参保"],
    .renew: ["续签", "续签", "续签", "续签", "续签", "续保"],
    .change: ["合同变更", "合同变更", "合同变更", "合同变更", "合同变更", "信息变更"],
    .terminate: ["解除（终止）", "解除（终止）", "解除（终止）", "终止/解除", "解除（终止）", "减员"],
    .import: Array(repeating: "历史合同导入", count: 6),
  ]
  for kind in FilingKind.allCases {
    #expect(Profile.allCases.map { kind.label(for: $0) } == table[kind], "\(kind)")
  }
}

@Test func statesOfContractsAndReviewsAreUnderstood() {
  expectTable(
    ContractState.self,
    "合同状态",
    [
      Word("新订", nil, "新签"), Word("续订", nil, "续签"), Word("变更"),
      Word("解除(终止)", "解除（终止）", "解除", "终止", "解除/终止", "终止/解除", "终止(解除)", "终止（解除）"),
      Word("作废"), Word("撤销"), Word("确定"),
    ]
  )
  expectTable(
    ReviewStatus.self,
    "审核状态",
    [
      Word("待提交"), Word("已提交"), Word("未审核", nil, "待审核"), Word("审核通过", nil, "通过", "已通过"),
      Word("自动通过"), Word("审核不通过", nil, "不通过", "未通过"), Word("作废"), Word("撤销"),
      Word("未确认", nil, "待确认"), Word("已确认"), Word("中心审核", nil, "中心审核中"),
    ]
  )
}

@Test func termsOfContractsHaveAShortAndALongName() {
  expectTable(
    TermType.self,
    "合同类别",
    [
      Word("fixed", "固定期限", "固定期限劳动合同", "固定期限合同"),
      Word("open", "无固定期限", "无固定期限劳动合同", "无固定期限合同"),
      Word(
        "task",
        "以完成一定工作任务为期限",
        "以完成一定工作任务为期限的劳动合同",
        "以完成一定工作任务为期限劳动合同",
        "以完成一定工作任务为期限的合同"
      ),
    ]
  )
  let long = TermType.allCases.map(\.longLabel)
  #expect(long == ["固定期限劳动合同", "无固定期限劳动合同", "以完成一定工作任务为期限的劳动合同"])
}

@Test func formsOfWorkAreUnderstood() {
  expectTable(
    EmploymentForm.self,
    "用工形式",
    [
      Word("全日制", nil, "全日制用工"), Word("非全日制", nil, "非全日制用工"),
      Word("劳务派遣", nil, "劳务派遣用工", "派遣"), Word("合同工"), Word("在编"),
    ]
  )
  expectTable(
    WorkTimeSystem.self,
    "工时制度",
    [
      Word("标准工时制", nil, "standard", "标准工时", "标准工时工作制"),
      Word("综合计算工时工作制", nil, "comprehensive", "综合计算工时制", "综合工时制"),
      Word("不定时工作制", nil, "flexible", "不定时工时制"),
    ]
  )
  expectTable(
    WageType.self,
    "工资形式",
    [
      Word("monthly", "月工资"), Word("hourly", "小时工资"), Word("piece", "计件工资", "计件", "pieceRate"),
      Word("base+performance", "基本工资+绩效工资", "基本工资+绩效", "basePerformance"), Word("other", "其他"),
    ]
  )
  expectTable(SignMode.self, "签订方式", [Word("paper", "纸质"), Word("electronic", "电子")])
}

@Test func peoplesWordsAreUnderstood() {
  expectTable(
    Sex.self,
    "性别",
    [Word("男", nil, "1", "男性", "male", "M"), Word("女", nil, "2", "女性", "female", "F")]
  )
  expectTable(
    RetirementCategory.self,
    "退休类别",
    [
      Word("male60", "男职工（原60周岁）"), Word("female55", "女职工（原55周岁）"),
      Word("female50", "女职工（原50周岁）"), Word("special", "特殊工种"),
    ]
  )
}

@Test func kindsOfIdentityPaperAreThoseOfTheCodeTable() {
  expectTable(
    IdentityType.self,
    "证件类型",
    [
      Word("01", "居民身份证", "居民身份证（户口簿）", "居民身份证(户口簿)", "01.居民身份证(户口簿)", "身份证"),
      Word("02", "中国人民解放军军官证"), Word("03", "中国人民武装警察警官证"),
      Word("04", "港澳居民来往内地通行证（香港）", "港澳居民来往内地通行证", "香港特区护照/港澳居民来往内地通行证"),
      Word("05", "港澳居民来往内地通行证（澳门）", "澳门特区护照/港澳居民来往内地通行证"),
      Word("06", "台湾居民来往大陆通行证"), Word("07", "外国人永久居留证"), Word("08", "外国人护照", "护照"),
      Word("09", "残疾人证"), Word("10", "军烈属证明"), Word("11", "外国人就业证"), Word("12", "外国专家证"),
      Word("13", "外国人常驻记者证"), Word("14", "台港澳人员就业证"), Word("15", "回国（来华）定居专家证"),
      Word("16", "中国护照"), Word("17", "港澳台居民居住证"), Word("90", "社会保障卡"), Word("99", "其他身份证件"),
    ]
  )
}

@Test func kindsOfInsuranceAreThoseOfTheCodeTable() {
  expectTable(
    InsuranceKind.self,
    "险种",
    [
      Word("110", "企业职工基本养老保险", "养老保险", "基本养老保险", "养老"), Word("120", "机关事业单位基本养老保险"),
      Word("170", "城乡居民基本养老保险"), Word("210", "失业保险", "失业"),
      Word("310", "职工基本医疗保险", "医疗保险", "基本医疗保险", "医疗"), Word("330", "大病医疗保险"),
      Word("410", "工伤保险", "工伤"), Word("510", "生育保险", "生育"),
    ]
  )
}

@Test func theEmployersCodesAreThoseOfTheStandards() {
  expectTable(
    EmployerNature.self,
    "单位性质",
    [
      Word("企业"), Word("机关"), Word("事业单位"), Word("社会团体"), Word("民办非企业单位"), Word("个体工商户"),
      Word("其他"),
    ]
  )
  #expect(
    EmployerNature.allCases.map(\.creditCodePrefix) == ["91", "11", "12", "51", "52", "92", nil]
  )
  expectTable(
    Affiliation.self,
    "隶属关系",
    [
      Word("10", "中央"), Word("20", "省、自治区、直辖市"), Word("40", "市、地区、州（盟）"), Word("50", "县（区、旗）"),
      Word("60", "街道、镇、乡"), Word("90", "其他"),
    ]
  )
  expectTable(
    EconomicType.self,
    "单位经济类型",
    [
      Word("110", "国有全资"), Word("120", "集体全资"), Word("130", "股份合作"), Word("140", "联营"),
      Word("150", "有限责任"), Word("160", "股份有限"), Word("170", "私有"), Word("190", "其他内资"),
      Word("200", "港澳台投资"), Word("300", "外商投资"),
    ]
  )
}

@Test func endsAreDissolvedOrEnded() {
  expectTable(TerminationType.self, "解除或终止", [Word("解除"), Word("终止")])
}

/// The reasons with their articles, as a narrow column prints them.
private let reasons: [(code: String, label: String, basis: String)] = [
  ("T36E", "用人单位提出，双方协商一致解除", "第36条、第46条第（二）项"), ("T36W", "劳动者提出，双方协商一致解除", "第36条"),
  ("T37N", "劳动者提前三十日书面通知解除", "第37条"), ("T37P", "试用期内劳动者提前三日通知解除", "第37条"),
  ("T38-1", "未按照劳动合同约定提供劳动保护或者劳动条件", "第38条第一款第（一）项、第46条第（一）项"),
  ("T38-2", "未及时足额支付劳动报酬", "第38条第一款第（二）项、第46条第（一）项"),
  ("T38-3", "未依法为劳动者缴纳社会保险费", "第38条第一款第（三）项、第46条第（一）项"),
  ("T38-4", "规章制度违反法律、法规，损害劳动者权益", "第38条第一款第（四）项、第46条第（一）项"),
  ("T38-5", "因用人单位原因致使劳动合同无效", "第38条第一款第（五）项、第46条第（一）项"),
  ("T38-6", "法律、行政法规规定劳动者可以解除的其他情形", "第38条第一款第（六）项、第46条第（一）项"),
  ("T38-7", "以暴力、威胁、限制人身自由强迫劳动或者违章指挥、强令冒险作业", "第38条第二款、第46条第（一）项"),
  ("T39-1", "在试用期间被证明不符合录用条件", "第39条第（一）项"), ("T39-2", "严重违反用人单位的规章制度", "第39条第（二）项"),
  ("T39-3", "严重失职，营私舞弊，给用人单位造成重大损害", "第39条第（三）项"),
  ("T39-4", "同时与其他用人单位建立劳动关系", "第39条第（四）项"), ("T39-5", "因欺诈等致使劳动合同无效", "第39条第（五）项"),
  ("T39-6", "被依法追究刑事责任", "第39条第（六）项"),
  ("T40-1", "医疗期满后不能从事原工作或者另行安排的工作", "第40条第（一）项、第46条第（三）项"),
  ("T40-2", "不能胜任工作，经培训或者调整岗位仍不能胜任", "第40条第（二）项、第46条第（三）项"),
  ("T40-3", "客观情况发生重大变化，未能就变更合同达成协议", "第40条第（三）项、第46条第（三）项"),
  ("T41-1", "依照企业破产法规定进行重整", "第41条第一款第（一）项、第46条第（四）项"),
  ("T41-2", "生产经营发生严重困难", "第41条第一款第（二）项、第46条第（四）项"),
  ("T41-3", "企业转产、重大技术革新或者经营方式调整", "第41条第一款第（三）项、第46条第（四）项"),
  ("T41-4", "其他因客观经济情况发生重大变化", "第41条第一款第（四）项、第46条第（四）项"),
  ("T44-1", "劳动合同期满", "第44条第（一）项、第46条第（五）项"),
  ("T44-1R", "劳动合同期满，用人单位维持或提高条件续订而劳动者不同意", "第44条第（一）项、第46条第（五）项"),
  ("T44-1K", "以完成一定工作任务为期限的劳动合同因任务完成而终止", "第44条第（一）项、实施条例第22条"),
  ("T44-2", "劳动者开始依法享受基本养老保险待遇", "第44条第（二）项"), ("T44-2A", "劳动者达到法定退休年龄", "实施条例第21条"),
  ("T44-3", "劳动者死亡，或者被人民法院宣告死亡或者宣告失踪", "第44条第（三）项"),
  ("T44-4", "用人单位被依法宣告破产", "第44条第（四）项、第46条第（六）项"),
  ("T44-5", "用人单位被吊销营业执照、责令关闭、撤销或者决定提前解散", "第44条第（五）项、第46条第（六）项"),
  ("T44-6", "法律、行政法规规定的其他终止情形", "第44条第（六）项"),
  ("T05", "用工之日起一个月内劳动者不订立书面劳动合同", "实施条例第5条"),
  ("T06", "用工之日起超过一个月不满一年劳动者不订立书面劳动合同", "实施条例第6条"), ("T71", "非全日制用工终止", "第71条"),
  ("TGS", "依法终止工伤职工的劳动合同", "实施条例第23条"),
]

@Test func reasonsStandWithTheArticlesOfTheLaw() {
  expectTable(
    TerminationReason.self,
    "解除（终止）原因",
    reasons.map { $0.code == "T37N" ? Word($0.code, $0.label, "职工个人原因") : Word($0.code, $0.label) }
  )
  for (reason, line) in zip(TerminationReason.allCases, reasons) {
    let places = reason.basis.compactMap { LegalBasis($0)?.shortPlace }
    #expect(places.joined(separator: "、") == line.basis, "\(line.code)")
  }
}

@Test func messagesListTheChoicesOnceWhereCodeAndWordAreOne() {
  #expect(TerminationType.choices == "解除、终止")
  #expect(SignMode.choices == "paper（纸质）、electronic（电子）")
}

@Test func reasonsToLeaveARowOutReadAsWords() {
  #expect(
    ExclusionReason.allCases.map(\.label) == [
      "单位基本信息尚未审核通过", "不是本名册的业务类型", "已作废", "已撤销", "合同状态含义不明", "尚未审核通过", "审核不通过",
    ]
  )
}
