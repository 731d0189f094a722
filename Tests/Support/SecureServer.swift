import Foundation

/// An HTTPS server at a free port of this machine with a certificate of an authority of its own: `/there` is there.
public final class SecureServer: Sendable {
  /// What the server's certificate is like.
  public enum Kind: String, CaseIterable, Sendable {
    case sound
    case expired
    case future
    /// For another name than the server's.
    case other
    case selfSigned
  }

  /// The program that answered was none of those, or a tool is missing.
  public struct NoServer: Error {
    var reason: String
  }

  /// The port.
  public let port: Int
  /// The path of the authority's own certificate, in PEM.
  public var roots: String { folder.appending(path: "root.pem").path }
  private let folder: URL
  private let process: Process

  /// Makes the authority and a certificate of `kind`, and begins to serve.
  public init(_ kind: Kind) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "mingce-tls-\(UUID().uuidString)"
    )
    try kind.makeCertificate(in: folder)
    let output = Pipe()
    process = program("python3 serve.py", in: folder)
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw NoServer(reason: "python3 said \(line)")
    }
    self.port = port
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }
}

extension SecureServer.Kind {
  /// Makes the authority and the server's certificate in `folder`.
  fileprivate func makeCertificate(in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      ("ca.cnf", settings), ("index.txt", ""), ("serial", "1000\n"), ("serve.py", script),
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    func openssl(_ words: String) throws {
      let process = program("openssl " + words, in: folder)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw SecureServer.NoServer(reason: words) }
    }
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    try openssl("req -x509 \(key) -days 36500 -subj /CN=root -keyout root.key -out root.pem")
    if self == .selfSigned {
      let name = "-addext subjectAltName=IP:127.0.0.1"
      try openssl(
        "req -x509 \(key) -days 9 -subj /CN=me \(name) -keyout server.key -out server.pem"
      )
    } else {
      try openssl("req -new \(key) -subj /CN=server -keyout server.key -out server.csr")
      try openssl(
        "ca -batch -config ca.cnf -startdate \(years.0)0101000000Z -enddate \(years.1)0101000000Z"
          + " -extensions \(self == .other ? "other" : "here") -in server.csr -out server.pem"
      )
    }
  }

  /// The years in which the certificate begins and ends.
  private var years: (Int, Int) {
    switch self {
    case .expired: (2020, 2021)
    case .future: (2120, 2121)
    case .sound, .other, .selfSigned: (2020, 2120)
    }
  }
}

/// Returns a program that is ready to run in `folder`, by its `words`, which spaces part.
private func program(_ words: String, in folder: URL) -> Process {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words.split(separator: " ").map(String.init)
  process.currentDirectoryURL = folder
  process.standardError = FileHandle.nullDevice
  return process
}

/// What the authority does, in the program's own language.
private let settings = """
  [ca]
  default_ca = authority
  [authority]
  dir = .
  new_certs_dir = .
  database = index.txt
  serial = serial
  default_md = sha256
  policy = anybody
  certificate = root.pem
  private_key = root.key
  [anybody]
  commonName = supplied
  [here]
  subjectAltName = IP:127.0.0.1
  [other]
  subjectAltName = DNS:other.example
  """

/// The server, which says its port and then answers.
private let script = """
  import http.server, ssl
  class Handler(http.server.BaseHTTPRequestHandler):
      def do_GET(self):
          self.send_response(200 if self.path == "/there" else 404)
          self.send_header("Content-Length", "0")
          self.end_headers()
      do_HEAD = do_GET
      def log_message(self, *words):
          pass
  server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
  context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
  context.load_cert_chain("server.pem", "server.key")
  server.socket = context.wrap_socket(server.socket, server_side=True)
  print(server.server_port, flush=True)
  server.serve_forever()
  """
