import Diagnostics
import Queries
import Records
import TestSupport
import Testing

/// What is said of conditions in English: the only Chinese in it stands in the condition, or has to be written there.
@Test func theOnlyChineseStandsInTheCondition() throws {
  let names = QueryField.all.flatMap { [$0.field.label] + $0.otherWords }
  let choices = QueryField.all.compactMap(\.field.choices).flatMap(\.choices).map(\.label)
  let reader = try EnglishReader(known: names + choices)
  let mistakes = ["=胡写", "=", ">胡写", "~", "=1..胡写", ">=1|2", "=\"胡写"]
  let conditions =
    QueryField.all.map(\.field.path).flatMap { path in mistakes.map { path + $0 } }
    + ["胡写=1", "姓名字=1", "姓名", "=1"]
  var count = 0
  for condition in conditions {
    let said =
      readQuery([condition]).diagnostics + readColumns(condition).diagnostics
      + readListOrder("\(condition):胡写").diagnostics
    count += said.count
    for diagnostic in said {
      let strange = reader.strangeWords(in: diagnostic, beside: "\(condition):胡写")
      #expect(strange.isEmpty, "\(condition): \(diagnostic.line(in: reader.words))")
    }
  }
  #expect(count > 500)
}
