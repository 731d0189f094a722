import Archive
import Diagnostics
import Digests

/// A bag on the disk.
struct BagFolder: Sendable {
  /// The archival code, which is the folder's name in an archive.
  let code: String
  let path: String

  /// How much of a file is in memory at a time.
  private static let pieceLength = 1 << 20

  /// Returns the bytes of the file `name` of the bag.
  func bytes(of name: String) throws(CommandFailure) -> [UInt8] {
    let file = try OpenFile("\(path)/\(name)")
    return try file.bytes(in: 0..<file.count)
  }

  /// What the bag tells of its document; nothing where its metadata are damaged.
  func holding() throws(CommandFailure) -> Holding? {
    readMetadata(try bytes(of: Bag.FileName.metadata))
  }

  /// What the bag tells of each document of `holding`, with the path of the document itself.
  func documents(of holding: Holding) throws(CommandFailure) -> [(path: String, holding: Holding?)]
  {
    var documents: [(path: String, holding: Holding?)] = []
    let metadata = holding.paths(of: Bag.FileName.metadata)
    for (path, file) in zip(holding.paths(of: Bag.FileName.document), metadata) {
      documents.append((path, readMetadata(try bytes(of: file))))
    }
    return documents
  }

  /// The bag as the index takes it; nothing where its metadata are damaged or missing.
  func entry() -> IndexEntry? {
    guard let holding = try? self.holding(), let seal = try? bytes(of: Bag.FileName.tagManifest)
    else {
      return nil
    }
    let records = holding.paths(of: Bag.FileName.record).compactMap { try? bytes(of: $0) }
    return IndexEntry(holding, records: records, seal: Digest(of: seal))
  }

  /// What a look at every byte of the bag has come to.
  struct Check: Sendable {
    var code: String
    var findings: [BagFinding]
    /// The digest of the last manifest.
    var seal: Digest?
    var fileCount: Int
    var byteCount: Int
  }

  /// Reads every file of the bag and compares it with the manifests.
  func check(with hash: SHA256) -> Check {
    var check = Check(code: code, findings: [], seal: nil, fileCount: 0, byteCount: 0)
    let walk: FolderWalk
    do throws(CommandFailure) {
      walk = try FolderWalk(path)
    } catch {
      check.findings = [.unreadable(path: "", reason: error.reason)]
      return check
    }
    var (found, failures) = ([String: Digest](), [String: String]())
    for name in walk.others { failures[name] = "不是普通文件" }
    for name in walk.files {
      do throws(CommandFailure) {
        let file = try OpenFile("\(path)/\(name)")
        found[name] = try digest(of: file, with: hash)
        check.fileCount += 1
        check.byteCount += file.count
      } catch {
        failures[name] = error.reason
      }
    }
    check.seal = found[Bag.FileName.tagManifest]
    check.findings = bagFindings(
      code: code,
      found: found,
      failures: failures,
      manifest: try? bytes(of: Bag.FileName.manifest),
      tagManifest: try? bytes(of: Bag.FileName.tagManifest)
    )
    return check
  }

  private func digest(of file: OpenFile, with hash: SHA256) throws(CommandFailure) -> Digest {
    var start = 0
    while start < file.count {
      let end = min(file.count, start + Self.pieceLength)
      hash.combine(try file.bytes(in: start..<end))
      start = end
    }
    return hash.finish()
  }
}

extension CommandFailure {
  /// Why a file could not be read or written, in a few words.
  var reason: String {
    switch self {
    case .inputMissing(_, let reason), .cannotWrite(_, let reason): reason.description
    case .unfit, .usage, .told: lines.joined(separator: "；").description
    }
  }
}
