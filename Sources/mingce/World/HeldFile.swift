import Digests
import Issuing
import Ledger
import Signing

/// A printed roster that is whole and on the disk, and waits for its name; the run is not interrupted meanwhile.
struct HeldFile {
  let printed: PrintedRoster
  private let file: AtomicFile
  private let wait: UndividedWork

  /// Prints `run` as a PDF for `path`, with an open place for the employer's seal.
  init(_ run: FormRun, to path: String, with printer: Printer) throws(CommandFailure) {
    let file = try printer.world.newFile(path)
    let hash = SHA256()
    let pages = try printer.printPDF(run, fields: [SigningRole.openSealField]) { bytes in
      hash.combine(bytes)
      try file.write(bytes)
    }
    wait = UndividedWork()
    try file.settle()
    self.file = file
    printed = PrintedRoster(pages: pages, digest: hash.finish())
  }

  /// Gives the file its name.
  func release() throws(CommandFailure) {
    try file.commit(flushed: false)
  }
}
