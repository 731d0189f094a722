import Foundation

/// A project of one form, one guide and one sample in a temporary folder.
struct TinyProject {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(TinyProject.fonts, to: "fonts/fonts.yaml")
    try folder.write(TinyProject.site, to: "content/site.yaml")
    try folder.write(TinyProject.guide, to: "content/guides/first/guide.yaml")
    try folder.write(TinyProject.guidePage, to: "content/guides/first/01-start.md")
    try FileManager.default.createDirectory(
      at: folder.file("themes"),
      withIntermediateDirectories: true
    )
    let theme = TinyProject.checkout.appending(path: "themes/office")
    try FileManager.default.copyItem(at: theme, to: folder.file("themes/office"))
  }

  /// Writes the form `name`.
  func add(_ name: String, settings: String, body: String) throws {
    try folder.write(settings, to: "content/forms/\(name)/form.yaml")
    try folder.write(body, to: "content/forms/\(name)/body.md")
  }

  /// Runs the program in the project's folder.
  func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Only fonts that the test set-up installs, so that no machine knows more characters than another.
  private static let fonts = """
    folders: [/usr/share/fonts]
    families:
      宋体: [{names: [Noto Serif CJK SC]}]
      黑体: [{names: [Noto Sans CJK SC]}]
      楷体: [{names: [LXGW WenKai]}]
      仿宋: [{names: [LXGW WenKai]}]
    fallback: [{names: [HanaMinA]}, {names: [HanaMinB]}]
    """

  private static let site = """
    title: 小小帮助中心
    summary: 一份指南。
    language: zh-CN
    guides: [first]
    note: 全部虚构。
    """

  private static let guide = """
    title: 入门指南
    short: 入门
    region: 示例
    system: 示例系统
    unit: 小小帮助中心
    summary: 只有一章。
    edition: 第1版
    updated: 2026-11-20
    numbering: decimal
    pages: [01-start.md]
    """

  private static let guidePage = """
    # 开始

    先看[步骤](#步骤)，再动手。

    ## 步骤

    1. 打开系统。
    2. 点击【保存】。
    """
}

/// A form of a test's own: table, section, fill-in, stamp place and signatures, for one person each.
enum LetterForm {
  static let settings = """
    name: letter
    title: {default: 在职证明, CN-JL: 吉林在职证明}
    summary: 给在职人员开具的证明。
    scope: filing
    select: {kinds: [new, renew], gate: contract}
    order: [e.name, id]
    fillIn: ruled
    paper: A4
    orientation: portrait
    margins: [25, 25, 25, 25]
    footer: {centre: "— {{page}} —"}
    styles:
      body: {family: 宋体, size: 小四, pitch: 24, align: justified, indent: 2}
      title: {family: 黑体, size: 二号, pitch: 36, align: centre, after: 8}
    fileName: "{e.name}"
    """

  static let body = """
    # {{form.title}}

    兹证明{{e.name:6}}于{{c.hireDate:中文日期}}入职，现任{{c.position:8}}。

    {{#c.termType=fixed}}

    合同期限至{{c.endDate:中文日期}}止。

    {{/c.termType}}

    {{^c.endDate}}

    合同没有约定终止日期。

    {{/c.endDate}}

    ```table c.insuranceKinds
    险种 | item | 60 | 左
    说明 | | 40 | 左
    @closing （以下空白）
    ```

    ```signatures
    经办人：{{_:8}} | {{盖章:employer}}{{emp.name:无线}}
    ```
    """
}
