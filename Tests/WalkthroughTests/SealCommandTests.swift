import Digests
import Foundation
import TestSupport
import Testing

private let secret = ["MINGCE_KEY_PASSWORD": TestAuthority.password]

/// Seals as an operator meets them, from their entry to their end.
@Suite struct SealCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let filings = (1...2).map { RecordFixtures.filing($0, kind: .terminate) }
    try folder.write(RecordFixtures.document(filings), to: "a.json")
  }

  private func seal(_ words: String..., day: String? = nil) throws -> Program.Outcome {
    try Program.mingce.run(["seal"] + words, in: folder.url, environment: clock(day))
  }

  /// The clock of the program at noon of a day in China.
  private func clock(_ day: String?) -> [String: String] {
    guard let day, let date = try? Date("\(day)T04:00:00Z", strategy: .iso8601) else { return [:] }
    return ["SOURCE_DATE_EPOCH": String(Int(date.timeIntervalSince1970))]
  }

  private func sign(_ words: String..., day: String? = nil) throws -> Program.Outcome {
    let authority = try TestAuthority.shared.get()
    return try Program.mingce.run(
      ["sign", "--form", "certificate", "a.json", "-o", "out", "--as", "employer"]
        + ["--key", authority.path("employer.p12")] + words,
      in: folder.url,
      environment: secret.merging(clock(day)) { $1 }
    )
  }

  private func prepare() throws {
    let made = try seal("new", "合同专用章", "--records", "a.json", "--code", "2201040012345")
    #expect(made.status == 0 && made.output.contains("已登记印章YZ-0001"), "\(made.said)")
    let allowed = try seal("authorise", "YZ-0001", "--person", "李示例")
    #expect(allowed.status == 0, "\(allowed.said)")
  }

  private func signedFile() throws -> [UInt8] {
    let name = try folder.names(in: "out")[0]
    return Array(try Data(contentsOf: folder.file("out/\(name)")))
  }

  @Test func aSealedDocumentIsSignedFromItsFirstByteOnAndKeptInTheLedger() throws {
    try prepare()
    let signed = try sign("--seal", "YZ-0001", "--person", "李示例")
    #expect(signed.status == 0 && signed.output.contains("已签名 2 份"), "\(signed.said)")
    let file = try signedFile()
    #expect(ArchivalJudge.breaches(in: file).isEmpty)
    // One revision only, and it ends with the employer's signature over all of it.
    #expect(String(decoding: file, as: UTF8.self).ranges(of: "startxref").count == 1)
    let root = try TestAuthority.shared.get().path("root.pem")
    let name = try folder.names(in: "out")[0]
    let verdict = try Program.mingce.run(
      ["verify", "--roots", root, "out/\(name)"],
      in: folder.url
    )
    #expect(verdict.status == 0, "\(verdict.said)")
    try checkCaption(of: "out/\(name)")
    let uses = try seal("uses")
    #expect(uses.output.contains("李示例") && uses.output.contains("最近三个月共 2 次"), "\(uses.said)")
    let ledger = try Program.mingce.run(["ledger", "verify"], in: folder.url)
    #expect(ledger.status == 0, "\(ledger.said)")
  }

  @Test func theUsesThatTheLedgerKeepsArePrinted() throws {
    try prepare()
    let none = try seal("uses", "-o", "无.pdf")
    #expect(none.status == 2 && none.said.contains("没有印章使用记录"), "\(none.said)")
    _ = try sign("--seal", "YZ-0001", "--person", "李示例")
    let digest = Digest(of: try signedFile()).hex.prefix(16)
    let run = try seal("uses", "-o", "记录.pdf")
    #expect(run.status == 0 && run.output.contains("1 页，2 次"), "\(run.said)")
    let text = try pageTexts(ofPDF: folder.file("记录.pdf")).joined().filter { !$0.isWhitespace }
    for word in ["印章使用记录", "共2次", "李示例", "合同专用章", "已用印", String(digest)] {
      #expect(text.contains(word), "\(word) \(text)")
    }
    let page = try seal("uses", "--all", "-o", "记录.html")
    let html = try folder.text(of: "记录.html")
    #expect(page.status == 0 && html.contains(digest), "\(page.said)")
    let other = try seal("uses", "--uscc", "无", "-o", "无.pdf")
    #expect(other.status == 2 && !folder.holds("无.pdf"), "\(other.said)")
    let listed = try seal("uses", "--uscc", "无")
    #expect(listed.output.contains("共 0 次"))
  }

  /// Beside the seal stands the number under which the file's own record is known.
  private func checkCaption(of name: String) throws {
    let text = try pageTexts(ofPDF: folder.file(name)).joined().filter { !$0.isWhitespace }
    #expect(text.contains("电子签名20"), "\(text)")
    let number = try #require(text.firstMatch(of: /签署编号([0-9a-f]{16})/)).output.1
    let extracted = try Program.mingce.run(["extract", name, "-o", "r.json"], in: folder.url)
    #expect(extracted.status == 0, "\(extracted.said)")
    let record = Array(try Data(contentsOf: folder.file("r.json")))
    #expect(Digest(of: record).short == number)
  }

  @Test func theEmployeeSignsByHandBehindTheSeal() throws {
    try prepare()
    _ = try sign("--seal", "YZ-0001", "--person", "李示例", "--cross-page")
    let name = try folder.names(in: "out")[0]
    let authority = try TestAuthority.shared.get()
    let both = try Program.mingce.run(
      [
        "sign", "out/\(name)", "-o", "both.pdf", "--as", "employee", "--handwriting", "auto",
        "--key", authority.path("employee.p12"),
      ],
      in: folder.url,
      environment: secret
    )
    #expect(both.status == 0, "\(both.said)")
    let bytes = Array(try Data(contentsOf: folder.file("both.pdf")))
    #expect(bytes.starts(with: try signedFile()))
    let breaches = ArchivalJudge.breaches(in: bytes)
    #expect(breaches.isEmpty, "\(breaches)")
    let check = try Program.tool("qpdf").run(["--check", "both.pdf"], in: folder.url)
    #expect(check.status == 0 && check.complaints.isEmpty, "\(check.said)")
    let verdict = try Program.mingce.run(
      ["verify", "--roots", authority.path("root.pem"), "both.pdf"],
      in: folder.url
    )
    #expect(verdict.status == 0 && verdict.output.contains("有效，2 个签名"), "\(verdict.said)")
  }

  @Test func aSealThatIsNotToBeUsedLeavesNoFile() throws {
    try prepare()
    let stranger = try sign("--seal", "YZ-0001", "--person", "王示例")
    #expect(stranger.status == 2 && stranger.said.contains("没有获准"), "\(stranger.said)")
    _ = try seal("revoke", "YZ-0001", "--person", "李示例")
    let revoked = try sign("--seal", "YZ-0001", "--person", "李示例")
    #expect(revoked.status == 2 && revoked.said.contains("没有获准"), "\(revoked.said)")
    _ = try seal("void", "YZ-0001", "--reason", "单位更名")
    let void = try sign("--seal", "YZ-0001", "--person", "李示例")
    #expect(void.status == 2 && void.said.contains("已作废"), "\(void.said)")
    #expect(!folder.holds("out"))
    #expect(try seal("uses").output.contains("共 0 次"))
    #expect(try seal("list").output.contains("已作废"))
  }

  @Test func anExpiredSealIsRefused() throws {
    let made = try seal(
      "new",
      "公章",
      "--records",
      "a.json",
      "--from",
      "2020-01-01",
      "--until",
      "2020-12-31"
    )
    #expect(made.status == 0, "\(made.said)")
    _ = try seal("authorise", "YZ-0001", "--person", "李示例", "--from", "2020-01-01")
    let late = try sign("--seal", "YZ-0001", "--person", "李示例")
    #expect(late.status == 2 && late.said.contains("已过期"), "\(late.said)")
  }

  @Test func aFilingThatWasTurnedDownGetsNoSeal() throws {
    try prepare()
    let rejected = try folder.text(of: "a.json")
      .replacing(
        #""status":"审核通过","handledAt""#,
        with: #""status":"审核不通过","handledAt""#,
        maxReplacements: 1
      )
    try folder.write(rejected, to: "a.json")
    let signed = try sign("--seal", "YZ-0001", "--person", "李示例")
    #expect(signed.output.contains("已签名 1 份"), "\(signed.said)")
    #expect(signed.complaints.contains("1 条备案审核不通过"), "\(signed.said)")
    #expect(try folder.names(in: "out").count == 1)
  }

  @Test func eachKindIsEnteredOnce() throws {
    try prepare()
    let again = try seal("new", "合同专用章", "--records", "a.json")
    #expect(again.status == 2 && again.said.contains("V-51"), "\(again.said)")
    let long = try seal(
      "new",
      "公章",
      "--records",
      "a.json",
      "--name",
      String(repeating: "章", count: 51)
    )
    #expect(long.status == 2 && long.said.contains("1至50个字"), "\(long.said)")
    let wide = try seal("new", "公章", "--records", "a.json", "--size", "58")
    #expect(wide.status == 2 && wide.said.contains("国发〔1999〕25号"), "\(wide.said)")
  }

  /// Whatever is written without a signature is pale and says 样章; the red of seals is in none of it.
  @Test func nothingButASpecimenIsWrittenWithoutASignature() throws {
    try prepare()
    let shown = try seal("preview", "YZ-0001", "-o", "样章.svg")
    #expect(shown.status == 0, "\(shown.said)")
    let tried = try seal("new", "公章", "--records", "a.json", "--preview", "试.svg")
    #expect(tried.status == 0 && tried.output.contains("没有登记"), "\(tried.said)")
    for name in ["样章.svg", "试.svg"] {
      let svg = try folder.text(of: name)
      #expect(svg.contains("#ec808c") && !svg.contains("#d80018") && svg.contains("样章"))
    }
    #expect(try !seal("list").output.contains("公章\n"))
    for name in ["样章.png", "样章.pdf"] {
      #expect(try seal("preview", "YZ-0001", "-o", name).status == 0)
    }
    let pdf = Array(try Data(contentsOf: folder.file("样章.pdf")))
    #expect(ArchivalJudge.breaches(in: pdf).isEmpty)
    let bare = try seal("preview", "YZ-0001", "-o", "样章.eps")
    #expect(bare.status == 64 && bare.complaints.contains("可以用：.svg、.png、.pdf"))
  }

  @Test func aSealGoesOnlyOntoWhatTheEmployerPrintsAndSigns() throws {
    try prepare()
    let authority = try TestAuthority.shared.get()
    func run(_ words: String...) throws -> Program.Outcome { try run(words) }
    func run(_ words: [String]) throws -> Program.Outcome {
      try Program.mingce.run(
        ["sign", "-o", "x.pdf", "--key", authority.path("employer.p12")] + words,
        in: folder.url,
        environment: secret
      )
    }
    let render = ["render", "certificate", "a.json", "-o", "a.pdf"]
    #expect(try Program.mingce.run(render, in: folder.url).status == 0)
    let words = ["a.pdf", "--as", "employer", "--seal", "YZ-0001", "--person", "李示例"]
    let there = try run(words)
    #expect(there.status == 1 && there.said.contains("--form"), "\(there.said)")
    let slices = try run(words + ["--cross-page"])
    #expect(slices.status == 1 && slices.said.contains("--form"), "\(slices.said)")
    #expect(!folder.holds("x.pdf"))
    let other = try run(
      "a.json",
      "--form",
      "certificate",
      "--as",
      "employee",
      "--seal",
      "YZ-0001",
      "--person",
      "李示例"
    )
    #expect(other.status == 64 && other.said.contains("employer"), "\(other.said)")
    let nobody = try run("a.json", "--form", "certificate", "--as", "employer", "--seal", "YZ-0001")
    #expect(nobody.status == 64 && nobody.said.contains("--person"), "\(nobody.said)")
    let sheets = try sign("--seal", "YZ-0001", "--person", "李示例", "--duplex")
    #expect(sheets.status == 64 && sheets.said.contains("--cross-page"), "\(sheets.said)")
  }

  @Test func anInvoiceSealIsOvalWithTheEmployersNumber() throws {
    let made = try seal("new", "发票专用章", "--records", "a.json", "--preview", "发票.svg")
    #expect(made.status == 0, "\(made.said)")
    #expect(try folder.text(of: "发票.svg").contains("样章"))
    let round = try seal("new", "发票专用章", "--records", "a.json", "--shape", "圆形")
    #expect(round.status == 2 && round.said.contains("2011年第7号"), "\(round.said)")
    let oval = try seal(
      "new",
      "公章",
      "--records",
      "a.json",
      "--shape",
      "椭圆",
      "--border",
      "双边"
    )
    #expect(oval.status == 0, "\(oval.said)")
    #expect(try seal("preview", "YZ-0001", "-o", "公章.svg").status == 0)
    let unknown = try seal("new", "人事专用章", "--records", "a.json", "--border", "花边")
    #expect(unknown.status == 64, "\(unknown.said)")
  }

  @Test func anEmployersOwnArtworkIsTakenWhenItIsNothingButPaths() throws {
    let head = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">"#
    try folder.write(head + #"<path d="M0 0h40v40H0zM5 5v30h30V5z"/></svg>"#, to: "章.svg")
    try folder.write(head + "<script>1</script></svg>", to: "坏.svg")
    let good = try seal("new", "公章", "--records", "a.json", "--artwork", "章.svg")
    #expect(good.status == 0, "\(good.said)")
    let bad = try seal("new", "财务专用章", "--records", "a.json", "--artwork", "坏.svg")
    #expect(bad.status == 2 && bad.said.contains("script"), "\(bad.said)")
  }

  @Test func theHelpSaysWhatTheProgramIsNot() throws {
    #expect(try seal("--help").output.contains("不是刻章的工具"))
  }
}
