import Foundation
import Testing

/// `mingce forms`: the list, samples, empty sheets and the check.
struct FormsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  @Test func theListTellsNumberSystemAndPurpose() throws {
    let run = try mingce("forms")
    #expect(run.status == 0)
    #expect(run.output.contains("F16   employer-basics  用人单位劳动用工基本情况备案表（备案表一）\n      山西打包快办："))
    let numbers = run.output.matches(of: /(?m)^F(\d\d)/).map(\.output.1)
    #expect(numbers == numbers.sorted())
  }

  @Test func theFieldsOfAFormAreListedWithTheirChineseNames() throws {
    let run = try mingce("forms", "employer-registration")
    let list = """
        emp.attachments           材料清单（列表）
        seq                       序号（整数）
        item.name                 材料名称（文字，50个字以内）
        item.required             是否必填（是否）
        item.uploaded             是否已上传（是否）
        item.pages                页数（整数）
      """
    #expect(run.output.contains(list), "\(run.output)")
  }

  @Test(arguments: [
    "insurance-changes", "contract", "employer-basics", "sheet-dissolve", "info-change",
  ])
  func aSamplePrintsItsForm(_ form: String) throws {
    let sample = try mingce("forms", form, "--sample", "-o", "样例.json")
    #expect(sample.status == 0, "\(sample.said)")
    let check = try mingce("check", "样例.json")
    #expect(check.status == 0, "\(check.said)")
    let print = try mingce("render", form, "样例.json", "-o", "样例.pdf")
    #expect(print.status == 0, "\(print.said)")
  }

  @Test func anEmptySheetHoldsNothingOfAnyone() throws {
    let run = try mingce("forms", "employer-basics", "--blank", "-o", "空白.pdf")
    #expect(run.output == "已生成“空白.pdf”：空白《用人单位劳动用工基本情况备案表（备案表一）》1 页。\n")
    let text = try pageTexts(ofPDF: folder.file("空白.pdf")).joined()
    #expect(text.contains("上年度职工工资总额（万元）"))
    #expect(text.contains("☐国有经济"))
    #expect(!text.contains("示例") && !text.contains("0001"))
  }

  @Test func wrongWishesAreExplained() throws {
    #expect(try mingce("forms", "--blank").status == 64)
    #expect(try mingce("forms", "contract", "--blank", "-o", "甲.html").status == 64)
    let run = try mingce("forms", "contract", "--blank", "--profile", "CN-BJ")
    #expect(run.said.contains("没有地区方案“CN-BJ”。可用：CN、CN-JL"))
  }

  @Test func theFormsOfTheHousePassTheirCheck() throws {
    let run = try mingce("forms", "check")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("0 处错误，0 处警告。"), "\(run.output)")
  }

  @Test func theCheckTellsOfEveryFormThatCannotBeOpened() throws {
    let project = try TinyProject()
    try project.folder.write("{}", to: "content/packages.yaml")
    let settings = "title: 甲\nsummary: 乙\nscope: roster\n"
    try project.add("good", settings: settings, body: "丙")
    try project.add("bad", settings: settings, body: "{{emp.nmae}}")
    try project.add("worse", settings: settings + "titel: 丁\n", body: "{{emp.nmae}} {{x.y}}")
    let run = try project.run("forms", "check")
    #expect(run.status == 2)
    #expect(run.output.contains("bad：content/forms/bad/body.md:1:1：错误：没有字段“emp.nmae”"))
    #expect(run.output.hasSuffix("共检查 3 张表单：3 处错误，1 处警告。\n"), "\(run.output)")
  }

  @Test func theLedgerRefusesWhatItCannotPrintAgain() throws {
    let run = try mingce("roster", "draft", "insurance-changes", shanxi, "-o", "甲.pdf")
    #expect(run.status == 64)
    #expect(run.said.contains("“insurance-changes”印有参保变更，账本不保存这些列表，不能登记"))
  }

  // MARK: Copies and packages

  private var shanxi: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "content/samples/shanxi.json").path
  }

  @Test func eachCopyIsAFileThatSaysWhichItIs() throws {
    let run = try mingce("render", "insurance-changes", shanxi, "-o", "申报表.pdf", "--copies")
    #expect(run.status == 0, "\(run.said)")
    for (number, word) in [(1, "一"), (2, "二"), (3, "三")] {
      let text = try pageTexts(ofPDF: folder.file("申报表-\(number).pdf")).joined()
      #expect(text.contains("第\(word)联（共三联）"))
    }
  }

  @Test func aPackageMakesItsDocumentsAndTellsWhatRemains() throws {
    let run = try mingce("render", "package:dismiss", shanxi, "-o", "解除包")
    #expect(run.status == 0, "\(run.said)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("解除包").path)
    #expect(names.contains("企业与员工解除终止劳动合同（打包快办）申请表.pdf"))
    #expect(names.filter { $0.hasPrefix("解除（终止）劳动合同证明书-") }.count == 3)
    #expect(names.contains("办理清单.txt"))
    // The retired one is no matter of this package, and her insurance neither.
    #expect(run.output.contains("申请表.pdf：1 页，3 人"))
    #expect(run.output.contains("增减申报表-1.pdf：1 页，3 条"))
    #expect(run.output.contains("☐ 4. 上传证明书签收件：贾海燕、阮明、庞国平（3人）"), "\(run.output)")
  }

  @Test func onlyThoseWhosePapersArePrintedAreAskedForMore() throws {
    let zhanyi = shanxi.replacing("shanxi", with: "zhanyi")
    let run = try mingce("render", "package:zhanyi-new", zhanyi, "-o", "新签包")
    #expect(run.status == 0, "\(run.said)")
    let printed = try #require(run.output.firstMatch(of: /劳动合同书-3.pdf：\d+ 页，(\d+) 人/))
    let asked = try #require(run.output.firstMatch(of: /上传劳动合同扫描件.*（(\d+)人）/))
    #expect(printed.output.1 == asked.output.1)
  }

  @Test func whatIsUploadedIsNoTaskAnyMore() throws {
    let run = try mingce("render", "package:retire", shanxi, "-o", "退休包")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("职工退休（打包快办）申请表.pdf：1 页，1 人"))
    #expect(run.output.contains("信息变更表.pdf：1 页，1 条"))
    #expect(!run.output.contains("上传有效身份证件"))
  }

  @Test func aFormOfInstitutionsWarnsACompany() throws {
    let word = "只用于事业单位，记录中的单位性质是企业。"
    let run = try mingce("render", "package:appoint", shanxi, "-o", "拟聘包")
    #expect(run.status == 0 && run.said.contains(word), "\(run.said)")
    let library = shanxi.replacing("shanxi", with: "taiyuan")
    let other = try mingce("render", "sheet-institution", library, "-o", "申请表.pdf")
    #expect(other.status == 0 && !other.said.contains("只用于"), "\(other.said)")
  }

  @Test func theMatterThatNoSystemTakesIsRefusedWithItsReason() throws {
    let run = try mingce("render", "package:work-death", shanxi, "-o", "工亡包")
    #expect(run.status == 64)
    #expect(run.said.contains("《申领工亡人员待遇》不能打包：系统没有开放"))
    #expect(
      try mingce("render", "package:recriut", shanxi, "-o", "甲").said.contains("是否要写“recruit”")
    )
  }
}
