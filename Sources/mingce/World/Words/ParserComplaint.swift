/// Puts the argument parser's own English words into Chinese; what commands say of themselves is Chinese already.
///
/// The parser has no translations of its own, and a clerk should not meet an English sentence.
enum ChineseHelp {
  /// Returns `text`, a help page or a complaint of the parser, in Chinese.
  static func translated(_ text: String) -> String {
    withChineseDefaults(withChineseWords(withChineseComplaints(text)))
  }

  private static func withChineseComplaints(_ text: String) -> String {
    var text = text
    text.replace(#/Missing expected argument '([^']*)'/#) { "缺少参数“\($0.1)”" }
    text.replace(#/Missing one of: (.*)/#) { "缺少选项，需要其中之一：\($0.1)" }
    text.replace(#/Missing value for '([^']*)'/#) { "选项“\($0.1)”后面缺少值" }
    text.replace(#/Unknown option '([^']*)'\. Did you mean '([^']*)'\?/#) {
      "没有选项“\($0.1)”，是否要写“\($0.2)”"
    }
    text.replace(#/Unknown option '([^']*)'/#) { "没有选项“\($0.1)”" }
    text.replace(#/Unexpected argument '([^']*)'/#) { "多余的参数“\($0.1)”" }
    text.replace(#/\d+ unexpected arguments: (.*)/#) { "多余的参数：\($0.1)" }
    text.replace(#/The value '([^']*)' is invalid for '([^']*)'/#) {
      "“\($0.2)”的值“\($0.1)”无效\(expectation(of: $0.2))"
    }
    text.replace(#/The option '([^']*)' does not take any value, but '([^']*)' was specified\./#) {
      "选项“\($0.1)”后面不写值，多了“\($0.2)”"
    }
    text.replace(#/Invalid option: (\S+)/#) { "没有选项“\($0.1)”" }
    text.replace(#/\. Please provide one of ([^\n]*?)\.?(\n|$)/#) {
      "，可用的值：\(withChineseCommas($0.1))\($0.2)"
    }
    text.replace(#/Can't generate completion scripts for '([^']*)'\./#) { "不能为“\($0.1)”生成补全脚本。" }
    text.replace(#/Please use (\S+) with one of:/#) { "请写 \($0.1)，可用的值：" }
    text.replace(#/See '([^']*)' for more information\./#) { "用“\($0.1)”查看说明。" }
    text.replace(#/See '([^']*) <subcommand>' for detailed help\./#) {
      "用 \($0.1) <命令> 查看每个命令的说明。"
    }
    return text
  }

  /// Returns what an option expects, by what its value is called; nothing where the parser lists the values itself.
  private static func expectation(of option: Substring) -> String {
    let expectations = [
      "<日期>": "日期要写成 2026-11-20", "<页>": "页要写成 2 或者 1-3", "<点数>": "要写20至600的整数",
      "<端口>": "要写1至65535的整数", "<天数>": "要写整数", "<件数>": "要写整数", "<毫米>": "要写整数",
      "<期限>": "要写 永久，或者 10年、30年",
    ]
    return expectations.first { option.hasSuffix($0.key) }.map { "，\($0.value)" } ?? ""
  }

  /// Returns a list such as `'a', 'b' or 'c'` with Chinese marks.
  private static func withChineseCommas(_ list: Substring) -> String {
    let joints = [", or ", ", and ", ", ", " or ", " and "]
    return joints.reduce(String(list)) { $0.replacing($1, with: "、") }.replacing("'", with: "")
  }

  private static func withChineseWords(_ text: String) -> String {
    let words = [
      ("Show subcommand help information.", "显示某个命令的说明。"),
      ("Show help information.", "显示本说明。"),
      ("Show the version.", "显示版本号。"),
      ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："),
      ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
      ("Error: ", "错误："), ("Help: ", "说明："),
      ("<subcommand>", "<命令>"), ("<subcommands>", "<命令>"), ("<options>", "<选项>"),
    ]
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func withChineseDefaults(_ text: String) -> String {
    var text = text
    text.replace(#/\(values: ([^;)]*); default: ([^)]*)\)/#) { "（可用的值：\($0.1)；默认：\($0.2)）" }
    text.replace(#/\(values: ([^)]*)\)/#) { "（可用的值：\($0.1)）" }
    text.replace(#/\(default: ([^)]*)\)/#) { "（默认：\($0.1)）" }
    return text
  }
}
