import Diagnostics
import Records

extension Rule {
  /// Whether days are written as an upload template asks for; elsewhere the reader says how it has understood them.
  static let writtenDates = Rule(
    "V-06a",
    "日期的写法",
    statement:
      "记录里的日期写作2021-10-08；其他写法能读出来的，照读并提示，日期后面的时间舍去；按上传模板检查时是错误。经办、提交、审核等时间可以写到几点几分。写着北京时间以外的时区的，换算后可能是另一天，按V-06不收。",
    citation: "吉林用工备案批量模板说明",
    passing: "2021-10-08",
    failing: "2021年10月8日"
  ) { filing, _, findings in
    for notice in filing.notices where notice.code == "V-06a" {
      findings.diagnostics.append(
        Diagnostic(
          "",
          .error,
          at: notice.origin,
          "日期格式应为yyyy-MM-dd",
          found: notice.observation,
          expected: "yyyy-MM-dd"
        )
      )
    }
  }
}
