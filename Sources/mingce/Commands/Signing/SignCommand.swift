import ArgumentParser
import Certificates
import Diagnostics
import Signing

/// Signs documents: makes and signs the employer's, or adds a signature to files that are there.
struct SignCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "给文书做电子签名（PAdES）。",
    discussion: """
      例：mingce sign --form contract 记录.json --as employer --key 单位.p12 -o 合同
          mingce sign --form contract 记录.json --as employer --key 单位.p12 --seal YZ-0001 --person 李四 -o 合同
          mingce sign 合同/张三.pdf --as employee --key 张三.p12 --handwriting auto -o 已签/张三.pdf

      -o 以 .pdf 结尾时是一个文件，否则是文件夹，文件名取自表单或者原来的文件。

      写了 --form 时，边打印边签名，一人一个文件，不会留下没有签名的文件；中断以后再运行一次，签过的不会再签。\
      不写 --form 时，给现有的 PDF 追加签名，原来的内容和签名都不改动；别处做的 PDF（例如补充条款）也可以签。

      已保存的名册（mingce roster save、reprint 印出的文件）也可以这样盖章签名：印章在盖章处，文件原来的字节和编号都不变。

      证书要是文书上写的那个单位、那个劳动者的，名称不同的不签；确实是同一个、只是写法不同的，加 --other-name。

      密码从 --password-file、环境变量 MINGCE_KEY_PASSWORD 或者当面输入得来。

      单位签过的文书登记在账本里，成为待签名；劳动者只能在期限内签登记过的原文件，签过即为已签名。用 mingce status 查看。
      """
  )

  @Argument(
    help: ArgumentHelp("要签的 PDF 文件；写了 --form 时是一个记录文件。", valueName: "文件"),
    completion: .file()
  )
  var files: [String]

  @Option(help: ArgumentHelp("先打印这张表单再签名。", valueName: "表单"))
  var form: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("谁签：employer（用人单位）或者 employee（劳动者）。", valueName: "身份")
  )
  var role: SigningRole

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件或者文件夹；以 .pdf 结尾是文件，签几份时是文件夹。", valueName: "路径")
  )
  var output: String

  @OptionGroup var keys: KeyOptions

  @Option(help: ArgumentHelp("时间戳服务的地址（RFC 3161，http://）。", valueName: "地址"))
  var tsa: String?

  @Option(help: ArgumentHelp("签名的级别：B-B、B-T、B-LT、B-LTA；不写时有时间戳就是 B-T，没有就是 B-B。", valueName: "级别"))
  var level: SignatureLevel?

  @Option(
    help: ArgumentHelp("根证书（PEM），做 B-LT、B-LTA 时用来找齐证书链。", valueName: "文件"),
    completion: .file()
  )
  var roots: [String] = []

  @OptionGroup var seals: SealOptions

  @Option(
    help: ArgumentHelp("劳动者签名的样子：auto 按证书里的姓名画，或者一个 SVG、PNG 文件；不写时印文字。", valueName: "样子"),
    completion: .file()
  )
  var handwriting: String?

  @Flag(help: "证书上的名称与文书上的写法不同也签；请先核对是同一个人、同一个单位。")
  var otherName = false

  @OptionGroup var signing: SigningOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let level = level ?? (tsa == nil ? .basic : .timeStamped)
    guard level == .basic || tsa != nil else {
      throw .usage("\(level.rawValue) 要有时间戳，请用 --tsa 写明时间戳服务的地址")
    }
    try seals.check(role: role, form: form)
    guard handwriting == nil || role == .employee else {
      throw .usage("--handwriting 是劳动者签名的样子，请写 --as employee")
    }
    let project = try Project(at: signing.options.place.project, in: world)
    let workshop = try Workshop(project, in: world)
    let fonts = try workshop.fonts()
    let signer = Signer(key: try keys.open(in: world), timeStamps: tsa, web: .http())
    let signerName = SignerName(
      certificate: signer.key.certificate.subject,
      isVouchedFor: otherName
    )
    let desk = try SigningDesk(
      role: role,
      signer: signer,
      signerName: signerName,
      level: level,
      roots: try world.certificates(in: roots),
      flow: try signing.flow(
        of: role,
        besides: form == nil ? nil : files.first,
        workshop,
        in: world
      ),
      seal: try SealDesk(
        seals,
        of: signing.options,
        records: form == nil ? nil : files.first,
        signerName: signerName,
        fonts: fonts,
        in: world
      ),
      handwriting: handwriting,
      workshop: workshop,
      fonts: fonts,
      world: world
    )
    guard let form else { return try desk.sign(files, into: output) }
    guard files.count == 1 else { throw .usage("写了 --form 时只要一个记录文件") }
    return try desk.printAndSign(form, files[0], into: output)
  }
}
