import Diagnostics
import Records

extension HeadRule {
  /// Whether the account that the employer has in the hall is called as the hall allows (V-52).
  ///
  /// The manual asks something of passwords as well (8 to 16 characters of two kinds). Nobody judges that here: a record
  /// with a password is refused before any rule sees it (`Secret`), and whoever chose one was told by the hall.
  static let accountName = HeadRule(
    Rule(
      "V-52",
      "账号和密码",
      statement:
        "法人账号（单位的account）为6至20位字符，字母开头。密码不能写在记录里：记录会转发、存档，写进去的密码等于公开；写了的记录不能用，报告里也不显示密码。密码（8至16位，至少两种字符）由办事系统在注册时检查。",
      citation: "吉林省电子劳动合同操作手册",
      passing: "shili2026",
      failing: "2026shili，或者记录里有password"
    )
  ) { batch, _, findings in
    guard let account = batch.employer.account, !isAccountName(account) else { return }
    findings.add(
      .error,
      "emp.account",
      "账号应为6-20位字符，字母开头",
      found: "\(MaskedText.shown(account))（\(account.count)位）",
      advice: "请与登录办事系统用的账号核对"
    )
  }

  private static func isAccountName(_ text: String) -> Bool {
    let isLetter: (Character) -> Bool = { $0.isASCII && $0.isLetter }
    return (6...20).contains(text.count) && text.first.map(isLetter) == true
      && !text.contains(where: \.isWhitespace)
  }
}
