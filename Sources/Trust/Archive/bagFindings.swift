public import Digests

/// Something that a bag is not as its manifests say.
public enum BagFinding: Sendable, Hashable {
  /// A file that a manifest names, or that every bag has, is not there.
  case missing(path: String)
  /// A file has other bytes than its manifest says.
  case changed(path: String)
  /// A file is there that no manifest names.
  case added(path: String)
  /// A file is no plain file, or cannot be read.
  case unreadable(path: String, reason: String)
  /// A manifest has lines that say nothing.
  case malformed(path: String, line: Int)
  /// The document is not the one after whose digest the bag is named, or the documents are not those.
  case misnamed
}

/// Compares the files that were found in the bag `code` with its manifests.
///
/// `found` are the digests of all files by path, the two manifests among them, and `failures` why others could not be
/// read; `manifest` and `tagManifest` are what those two say. The findings stand in the order of their paths.
public func bagFindings(
  code: String,
  found: [String: Digest],
  failures: [String: String] = [:],
  manifest: [UInt8]?,
  tagManifest: [UInt8]?
) -> [BagFinding] {
  let (payload, tags) = (BagManifest(manifest ?? []), BagManifest(tagManifest ?? []))
  // A manifest speaks of its own half alone, so that a changed one cannot vouch for the other's files.
  let expected = payload.digests.filter { isPayload($0.key) }
    .merging(tags.digests.filter { !isPayload($0.key) }) { first, _ in first }
  var findings: [(path: String, finding: BagFinding)] = []
  func tell(_ path: String, _ finding: BagFinding) { findings.append((path, finding)) }

  for (path, lines) in [
    (Bag.FileName.manifest, payload.badLines), (Bag.FileName.tagManifest, tags.badLines),
  ] {
    for line in lines { tell(path, .malformed(path: path, line: line)) }
  }
  for (path, reason) in failures { tell(path, .unreadable(path: path, reason: reason)) }
  let documents = expected.keys.filter(Bag.isDocument).sorted()
  let required = Bag.tagFiles + (documents.isEmpty ? [Bag.FileName.document] : [])
  for path in Set(expected.keys).union(required)
  where found[path] == nil && failures[path] == nil {
    tell(path, .missing(path: path))
  }
  for (path, digest) in found where path != Bag.FileName.tagManifest {
    switch expected[path] {
    case nil: tell(path, .added(path: path))
    case digest?: continue
    case _?: tell(path, .changed(path: path))
    }
  }
  let digests = documents.compactMap { found[$0] }
  if digests.count == documents.count, let first = documents.first,
    archivalCode(of: dossierDigest(of: digests)) != code
  {
    tell(first, .misnamed)
  }
  return findings.sorted { $0.path < $1.path }.map(\.finding)
}

extension Bag {
  /// The files beside `data` without which a folder is no bag of ours.
  static let tagFiles = [
    FileName.declaration, FileName.info, FileName.metadata, FileName.manifest,
    FileName.tagManifest,
  ]
}

private func isPayload(_ path: String) -> Bool { path.hasPrefix("data/") }
