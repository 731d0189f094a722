import Certificates
import Diagnostics

extension World {
  /// Returns the certificates in the file at `path`.
  func certificates(in path: String) throws(CommandFailure) -> [Certificate] {
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
