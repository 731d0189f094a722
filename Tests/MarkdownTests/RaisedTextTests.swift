import Testing

/// A pair of carets raises what stands between them, in paragraphs and in the cells of forms.
@Test(arguments: [
  ("工资^①^", #""工资" raised("①")"#), ("120m^2^以内", #""120m" raised("2") "以内""#),
  ("甲^1^乙^2^", #""甲" raised("1") "乙" raised("2")"#), ("^注^", #"raised("注")"#),
  // Any other caret stands for itself.
  ("2^10", #""2^10""#), ("a^ b^", #""a^ b^""#), ("^^", #""^^""#),
  ("^一二三四五六七八九^", #""^一二三四五六七八九^""#),
  ("甲^乙", #""甲^乙""#), ("x^^1^", #""x^" raised("1")"#),
])
func aPairOfCaretsRaisesWhatStandsBetween(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
  #expect(form("```table filings\n\(text) | e.name\n```").contains("head: " + expected))
}

@Test func aCaretInLiteralTextIsLiteral() {
  #expect(body("`a^2^`") == #"paragraph body code("a^2^")"#)
}
