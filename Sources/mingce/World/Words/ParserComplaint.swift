import Diagnostics

/// A complaint of the argument parser, which speaks English and names arguments as we call them, in Chinese.
///
/// The parser has no translations of its own, and what it says of an argument is Chinese already; so a clerk should not
/// meet an English sentence, nor one who reads English a Chinese name.
struct ParserComplaint {
  let text: String
  let words: HelpWords

  /// The complaint in the language of the words.
  var translated: String {
    words.sentences.isChinese ? inChinese : inEnglish
  }

  private var inChinese: String {
    let words = [
      ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help: ", "说明："),
      ("<subcommand>", "<命令>"), ("<options>", "<选项>"),
    ]
    let complaint = ParserComplaint.withChineseComplaints(text)
    return words.reduce(complaint) { $0.replacing($1.0, with: $1.1) }
  }

  /// The parser's own words, with ours in English among them.
  private var inEnglish: String {
    var text = text
    text.replace(#/The value '[^']*' is invalid for '([^']*)'/#) {
      let expectation = ParserComplaint.expectation(of: $0.1).map { ": \(words.sentence($0))" }
      return $0.0 + (expectation ?? "")
    }
    text.replace(#/(Help: .*?>|Help: .*?)  (.*)/#) {
      "\($0.1)  \(words.sentences.word(String($0.2)))"
    }
    text.replace(#/<([^<>]+)>/#) { "<\(words.value(String($0.1)))>" }
    text.replace("<subcommand>", with: "<command>")
    return text
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
      "“\($0.2)”的值“\($0.1)”无效\(expectation(of: $0.2).map { "，\($0)" } ?? "")"
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
  private static func expectation(of option: Substring) -> Message? {
    let expectations: KeyValuePairs<String, Message> = [
      "<日期>": "日期要写成 2026-11-20", "<页>": "页要写成 2 或者 1-3", "<点数>": "要写20至600的整数",
      "<端口>": "要写1至65535的整数", "<天数>": "要写整数", "<件数>": "要写整数", "<毫米>": "要写整数",
      "<期限>": "要写 永久，或者 10年、30年",
    ]
    return expectations.first { option.hasSuffix($0.key) }?.value
  }

  /// Returns a list such as `'a', 'b' or 'c'` with Chinese marks.
  private static func withChineseCommas(_ list: Substring) -> String {
    let joints = [", or ", ", and ", ", ", " or ", " and "]
    return joints.reduce(String(list)) { $0.replacing($1, with: "、") }.replacing("'", with: "")
  }
}
