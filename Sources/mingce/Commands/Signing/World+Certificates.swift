import Certificates
import Diagnostics

extension World {
  /// Returns the certificates in the files at `paths`, one file after the other.
  func certificates(in paths: [String]) throws(CommandFailure) -> [Certificate] {
    var certificates: [Certificate] = []
    for path in paths { certificates += try self.certificates(in: path) }
    return certificates
  }

  /// Reads the certificates of one file.
  private func certificates(in path: String) throws(CommandFailure) -> [Certificate] {
    let bytes = try bytes(of: path)
    do throws(CertificateFailure) {
      return try readCertificates(bytes)
    } catch {
      throw .told(
        [
          Diagnostic(
            "sign.certificates",
            .error,
            "“\(path)”里没有证书",
            expected: "PEM 格式的一张或者几张证书，或者 DER 格式的一张",
            advice: "请核对文件"
          )
        ],
        .failed
      )
    }
  }
}
