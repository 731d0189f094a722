import Foundation
import TestSupport

/// A token in software (SoftHSM) with the key of somebody.
struct SoftToken {
  static let driver = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "123456"

  /// Where programs find the token.
  let environment: [String: String]
  /// Where the key is in it.
  let address: String

  init(of holder: TestAuthority.Holder, in folder: TemporaryFolder) throws {
    let name = holder.rawValue
    try folder.write(
      "directories.tokendir = \(folder.file("tokens").path)\nobjectstore.backend = file\n",
      to: "token.conf"
    )
    try FileManager.default.createDirectory(
      at: folder.file("tokens"),
      withIntermediateDirectories: true
    )
    environment = ["SOFTHSM2_CONF": folder.file("token.conf").path]
    address = "pkcs11:token=mingce;object=\(name);type=private"
    let authority = try TestAuthority.shared.get()
    try authority.openssl(
      "pkcs8 -topk8 -nocrypt -in \(name).key -out \(folder.file("key.p8").path)"
    )
    for words in [
      "--init-token --free --label mingce --pin \(SoftToken.pin) --so-pin 12345678",
      "--import key.p8 --token mingce --label \(name) --id 01 --pin \(SoftToken.pin)",
    ] {
      let outcome = try Program.tool("softhsm2-util").run(
        words.split(separator: " ").map(String.init),
        in: folder.url,
        environment: environment
      )
      guard outcome.status == 0 else { throw ToolFailure(outcome: outcome) }
    }
  }
}
