import Diagnostics
import DocumentTree
import Markdown
import Testing

@Test(arguments: [
  ("NOTE", "note", "说明"), ("TIP", "tip", "提示"), ("IMPORTANT", "important", "重要"),
  ("WARNING", "warning", "注意"), ("CAUTION", "caution", "警告"), ("Note", "note", "说明"),
  ("说明", "note", "说明"), ("提示", "tip", "提示"), ("重要", "important", "重要"), ("注意", "warning", "注意"),
  ("警告", "caution", "警告"),
])
func everyKindOfAlertHasAnEnglishAndAChineseWord(_ word: String, _ kind: String, _ title: String) {
  #expect(
    body("> [!\(word)]\n> 文") == "callout \(kind) \"\(title)\"\n  paragraph body \"文\""
  )
  #expect(
    body("> [!\(word)] 自拟\n> 文") == "callout \(kind) \"自拟\"\n  paragraph body \"文\""
  )
  #expect(guideComplaints("> [!\(word)]\n> 文") == [])
}

@Test(arguments: ["HINT", "危险", "NOTE-X"])
func anUnknownKindIsAQuotationAndAWarning(_ word: String) {
  #expect(
    guideComplaints("甲\n\n> [!\(word)]\n> 文") == [
      "a.md:3:1：警告：不认识的提示框类型；现为“\(word)”；"
        + "可用：说明、提示、重要、注意、警告，或 NOTE、TIP、IMPORTANT、WARNING、CAUTION [markdown.alert]"
    ]
  )
  #expect(body("> [!\(word)]\n> 文").hasPrefix("quote\n  paragraph body \"[!\(word)]"))
}

@Test(arguments: [
  "> [!]\n> 文", "> [NOTE]\n> 文", "> [! NOTE]\n> 文", "> 文 [!NOTE]", "> [!NOTE\n> 文", "> - [!NOTE]",
  "> # [!NOTE]",
])
func aQuotationThatBeginsOtherwiseIsOne(_ text: String) {
  #expect(body(text).hasPrefix("quote"))
  #expect(guideComplaints(text) == [])
}

@Test func anAlertHoldsEveryKindOfBlock() {
  let text = """
    > [!NOTE] **须**`知`
    > 一
    > 二
    >
    > 1. 三
    >
    > | 四 |
    > |---|
    >
    > > [!TIP]
    > > 五
    """
  #expect(
    body(text) == """
      callout note "须知"
        paragraph body "一" "二"
        list from 1 tight
          item
            paragraph body "三"
        table [start]
          head: "四"
        callout tip "提示"
          paragraph body "五"
      """
  )
}

@Test func anAlertWithoutTextIsEmpty() {
  #expect(body("> [!NOTE]") == "callout note \"说明\"")
  #expect(body("> [!NOTE] 只有题") == "callout note \"只有题\"")
}

@Test func theWordOfAnAlertMayNotGoOnBehindALineBreak() {
  #expect(body("> [!NOTE]\\\n> 文") == "callout note \"说明\"\n  paragraph body \"文\"")
}

@Test func alertsOfAFormHoldHoles() {
  #expect(
    form("> [!注意] {{e.name}}须知\n> {{c.no}}")
      == "callout warning \"{{e.name}}须知\"\n  paragraph body {{c.no}}"
  )
}
