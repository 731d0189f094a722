import LineBreaking
import Testing

/// Marks that Chinese and Latin share are told apart by what stands around them.
struct LatinMarkTests {
  /// The text with its Latin marks in ⟨⟩.
  private func marked(_ text: String) -> String {
    var result = ""
    var offset = 0
    let starts = Set(latinMarks(in: text).map(\.lowerBound))
    for scalar in text.unicodeScalars {
      result += starts.contains(offset) ? "⟨\(scalar)⟩" : String(scalar)
      offset += UTF8.width(scalar)
    }
    return result
  }

  @Test(arguments: [
    // Chinese around or inside makes a pair Chinese.
    ("他说“好”。", "他说“好”。"),
    ("点击“OK”按钮", "点击“OK”按钮"),
    ("“Word”软件", "“Word”软件"),
    ("使用 Microsoft “Word” 软件", "使用 Microsoft “Word” 软件"),
    ("see “甲方” below", "see “甲方” below"),
    ("“”", "“”"),
    ("2024“3”", "2024“3”"),
    // Latin around and inside makes it Latin.
    ("He said “OK” twice", "He said ⟨“⟩OK⟨”⟩ twice"),
    ("“OK”", "⟨“⟩OK⟨”⟩"),
    ("见 IBM “Red Book” guide 第三章", "见 IBM ⟨“⟩Red Book⟨”⟩ guide 第三章"),
    // A pair inside a pair is judged by itself.
    ("他说“use ‘Word’ now”。", "他说“use ⟨‘⟩Word⟨’⟩ now”。"),
    // Apostrophes.
    ("don’t", "don⟨’⟩t"), ("请填写O’Neill的姓名", "请填写O⟨’⟩Neill的姓名"),
    ("甲’乙", "甲’乙"),
    // Marks without a partner.
    ("a ” b", "a ⟨”⟩ b"), ("甲 ” b", "甲 ” b"), ("a “ b", "a ⟨“⟩ b"),
    // Dashes, ellipses and dots.
    ("word—word", "word⟨—⟩word"), ("甲—乙", "甲—乙"), ("a——b", "a——b"),
    ("wait… what", "wait⟨…⟩ what"), ("等等…", "等等…"), ("a……b", "a……b"),
    ("a·b", "a⟨·⟩b"), ("艾力·Ali", "艾力·Ali"), ("1·2", "1·2"),
    ("", ""), ("plain text", "plain text"), ("©é", "©é"),
  ])
  func aMarkIsLatinOnlyAmongLatin(text: String, expected: String) {
    #expect(marked(text) == expected)
  }
}
