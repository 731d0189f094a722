import Diagnostics
import Records

extension Rule {
  /// Whether the place has the contract template in its dictionary (V-28).
  static let contractTemplate = Rule(
    "V-28",
    "合同模板和下拉填充",
    on: [.new, .renew, .change, .import],
    statement:
      "合同模板名称应与系统字典一致（字典在 content/rules/tables/contract-templates.yaml）。连续五行以上的模板名称或日期逐行加一，多半是表格下拉填充造成的，提示核对。",
    citation: "吉林用工备案批量上传的失败提示",
    passing: "各行都是“劳动合同书（备案试运行文本）2018”",
    failing: "模板名称逐行变成……2019、……2020、……2021"
  ) { filing, standards, findings in
    guard !standards.templates.isEmpty else {
      findings.gaps.insert(.templates)
      return
    }
    let name = filing.contract.templateCode
    guard !standards.templates.contains(name) else { return }
    let known = standards.templates.prefix(5)
    findings.add(
      .error,
      "c.templateCode",
      "使用合同模板没有【\(MaskedText.shown(name))】对应的序号",
      found: "\(MaskedText.shown(name))",
      expected: "\(list: known)"
    )
  }
}
