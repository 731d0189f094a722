import DocumentTree
import Remaking
import Site

/// What a process that builds again and again keeps between its builds.
///
/// Everything in it is compared with what it was made of before it is used; a new memory gives the same files.
final class BuildMemory {
  /// The pages of guides.
  private(set) var portal = PortalMemory()
  /// First pages of documents that guides show, by the recipes of the documents.
  var drawings: [String: Drawing] = [:]
  /// The theme, and the hash of its files.
  var theme: (digest: String, theme: Theme)?
  /// What the last build wrote down, and the stamp of the file that says so.
  var ledger: (stamp: FileStamp, ledger: BuildLedger)?
  /// The portal's files as they were last written, where they are kept.
  private(set) var files: [String: (stamp: FileStamp?, bytes: [UInt8])] = [:]
  /// Whether the process builds again, and keeps what it wrote.
  let keepsFiles: Bool

  /// Creates an empty memory; one that builds only once need not keep files.
  init(keepsFiles: Bool = false) {
    self.keepsFiles = keepsFiles
  }

  /// Keeps `files`, which have been written, with what `stamp` says of them.
  func keep(_ files: [OutputFile], stamp: (String) -> FileStamp?) {
    guard keepsFiles else { return }
    self.files = Dictionary(files.map { ($0.path, (stamp($0.path), $0.bytes)) }) { first, _ in
      first
    }
  }

  /// Forgets everything.
  func forget() {
    portal = PortalMemory()
    drawings = [:]
    theme = nil
    files = [:]
  }
}
