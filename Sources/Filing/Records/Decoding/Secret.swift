import Diagnostics

/// What is nobody's business but that of whoever types it: no file may hold it, since files are passed on and kept.
enum Secret {
  /// The password of an account, a certificate or a signature.
  case password
  /// A code that came by text message.
  case verificationCode

  private static let words: KeyValuePairs<String, Secret> = [
    "密码": .password, "口令": .password, "password": .password, "passwd": .password,
    "pwd": .password, "passcode": .password, "验证码": .verificationCode,
    "verificationcode": .verificationCode, "verifycode": .verificationCode,
    "smscode": .verificationCode, "captcha": .verificationCode,
  ]

  /// What a member called `key` holds, by the end of its name: `certificatePassword`, 登录密码, `PIN`.
  init?(key: String) {
    let plain = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    if plain == "pin" || key.hasSuffix("Pin") || plain == "otp" {
      self = plain == "otp" ? .verificationCode : .password
    } else if let word = Self.words.first(where: { plain.hasSuffix($0.key) }) {
      self = word.value
    } else {
      return nil
    }
  }

  /// The complaint about the member at `path`; what it holds is never shown.
  func complaint(at path: String) -> Diagnostic {
    switch self {
    case .password:
      Diagnostic(
        "V-52",
        .error,
        "记录里不能写密码",
        found: "\(path)",
        advice: "请从记录里删去这一项，并修改密码：文件会转发、存档，写进去的密码等于公开"
      )
    case .verificationCode:
      Diagnostic(
        "V-53",
        .error,
        "记录里不能写验证码",
        found: "\(path)",
        advice: "请从记录里删去这一项；只写发送时间和输入时间（codeSentAt、codeEnteredAt）"
      )
    }
  }
}
