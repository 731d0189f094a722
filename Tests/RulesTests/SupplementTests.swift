import Diagnostics
import Rules
import Testing

/// Whether the file with further clauses is a PDF, which its first bytes say (V-54).
@Suite struct SupplementTests {
  private let shelf: RuleShelf

  init() throws {
    shelf = try RulesTests.shelf()
  }

  private func said(ofFile name: String, holding bytes: String?) throws -> Judged {
    var row = SoundRows.filing("new")
    row["review"] = ["status": "审核通过"]
    row["attachments"] = [["kind": "补充条款PDF", "uploaded": true, "file": name]]
    let files = AttachedFiles { $0 == name ? bytes.map { Array($0.utf8) } : nil }
    let head = try SoundRows.head("CN", asOf: "2021-10-20")
    return try judge([row], under: head, by: shelf, files: files)
  }

  @Test(arguments: [
    ("补充条款.pdf", "%PDF-1.7\n", []), ("补充条款.PDF", nil, []),
    ("补充条款.pdf", "PK\u{3}\u{4}", ["V-54:E"]), ("补充条款.pdf", "", ["V-54:E"]),
    ("补充条款.docx", "%PDF-1.7\n", ["V-54:E"]),
  ])
  func theNameAndTheContentMustBeThoseOfAPDF(
    _ name: String,
    _ bytes: String?,
    _ marks: [String]
  ) throws {
    #expect(try said(ofFile: name, holding: bytes).rows[0].marks == marks)
  }

  @Test func aRenamedFileIsToldAsOne() throws {
    let told = try said(ofFile: "补充条款.pdf", holding: "PK").rows[0]
    #expect(told.map(\.found) == ["补充条款.pdf，内容不是PDF"])
    #expect(told.map(\.advice) == ["改扩展名不会改变内容，请用“另存为”或者“导出”保存为PDF"])
  }
}
