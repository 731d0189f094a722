import ArgumentParser
import Certificates
import Diagnostics

/// Which key signs, and how its password comes here: never on the command line, which others can read.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("签名用的密钥文件（PKCS#12，.p12 或者 .pfx）。", valueName: "文件"),
    completion: .file()
  )
  var key: String?

  @Option(
    help: ArgumentHelp("密码设备（PKCS#11）的驱动程序，代替 --key。", valueName: "驱动.so"),
    completion: .file()
  )
  var token: String?

  @Option(
    help: ArgumentHelp("密码设备里的密钥，例如 'pkcs11:token=单位;object=合同章'；不写时用设备里的私钥。", valueName: "地址")
  )
  var tokenKey: String?

  @Option(help: ArgumentHelp("密码设备里密钥的证书（PEM），后面可以接上级证书。", valueName: "文件"), completion: .file())
  var certificate: String?

  @Option(
    help: ArgumentHelp("密码写在这个文件的第一行；不写时看环境变量 MINGCE_KEY_PASSWORD，再没有就当面问。", valueName: "文件"),
    completion: .file()
  )
  var passwordFile: String?

  /// Opens the key, whose certificate has to be fit for signing today.
  func open(in world: World) throws(CommandFailure) -> SigningKey {
    let key = try openKey(in: world)
    if let unfit = unfitness(of: key.certificate, at: world.seconds) {
      throw .told([unfit], .problemsFound)
    }
    return key
  }

  /// Why nobody would accept what `certificate` signs at `moment`; nothing when it is fit.
  private func unfitness(of certificate: Certificate, at moment: Int) -> Diagnostic? {
    guard let validity = certificate.validity, validity.contains(moment) else {
      let term: Message? = certificate.validity.map { validity in
        "\(chinaTime(validity.lowerBound)) 至 \(chinaTime(validity.upperBound))"
      }
      return Diagnostic(
        "sign.outOfDate",
        .error,
        "“\(certificate.subject)”的证书现在不在有效期内，签了也无效，没有签",
        found: term,
        advice: "请换用有效期内的证书；证书没有过期的，请核对本机的日期"
      )
    }
    guard !certificate.isForSignatures else { return nil }
    return Diagnostic(
      "sign.purpose",
      .error,
      "“\(certificate.subject)”的证书不是用来签名的，签了也无效，没有签",
      expected: "证书的密钥用途里有数字签名或者不可否认",
      advice: "请换用签名证书；加密证书不能签名"
    )
  }

  private func openKey(in world: World) throws(CommandFailure) -> SigningKey {
    switch (key, token) {
    case (let file?, nil): try openFile(file, in: world)
    case (nil, let module?): try openToken(module, in: world)
    default: throw .usage("请用 --key 指定密钥文件，或者用 --token 指定密码设备，两者写一个")
    }
  }

  private func openFile(_ file: String, in world: World) throws(CommandFailure) -> SigningKey {
    let bytes = try world.bytes(of: file)
    guard !bytes.starts(with: "-----BEGIN".utf8) else {
      throw .told([plainText(file)], .failed)
    }
    let password = try password(for: "密钥文件“\(file)”的密码", in: world)
    do throws(CertificateFailure) {
      return try SigningKey(pkcs12: bytes, password: password)
    } catch {
      throw failure(error, about: "密钥文件“\(file)”")
    }
  }

  private func plainText(_ file: String) -> Diagnostic {
    Diagnostic(
      "sign.key",
      .error,
      "“\(file)”是 PEM 文件，不是密钥文件",
      expected: "PKCS#12 文件（.p12、.pfx），私钥和证书在一起，有密码",
      advice: "用 openssl pkcs12 -export 把私钥和证书合成一个"
    )
  }

  private func openToken(_ module: String, in world: World) throws(CommandFailure) -> SigningKey {
    guard let certificate else { throw .usage("用 --token 时还要用 --certificate 指定证书文件") }
    guard world.exists(module) else {
      throw .inputMissing(path: module, reason: "没有这个驱动程序")
    }
    let bytes = try world.bytes(of: certificate)
    let pin = try password(for: "密码设备的口令（PIN）", in: world)
    do throws(CertificateFailure) {
      return try SigningKey(
        token: module,
        uri: tokenKey ?? "pkcs11:type=private",
        pin: pin,
        certificates: try readCertificates(bytes)
      )
    } catch {
      throw failure(error, about: "密码设备“\(module)”")
    }
  }

  private func password(for what: Message, in world: World) throws(CommandFailure) -> String {
    if let passwordFile {
      let text = try world.text(of: passwordFile)
      return String(text.prefix { !$0.isNewline })
    }
    if let password = world.environment["MINGCE_KEY_PASSWORD"] { return password }
    guard let password = world.console.askSecret(what) else {
      throw .usage("没有\(what)：请用 --password-file 或者环境变量 MINGCE_KEY_PASSWORD 给出")
    }
    return password
  }

  private func failure(_ failure: CertificateFailure, about what: Message) -> CommandFailure {
    .told(
      [
        Diagnostic(
          "sign.key",
          .error,
          "\(what)打不开：\(failure)",
          advice: "请核对文件、密码和证书是否配套"
        )
      ],
      .failed
    )
  }
}
