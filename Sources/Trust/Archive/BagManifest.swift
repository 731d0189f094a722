import Digests

/// Returns the manifest of `files`: a digest, two spaces and a path a line, as `sha256sum` writes and reads it
/// (RFC 8493 §2.1.3).
func manifest(of files: [BagFile]) -> [UInt8] {
  let hash = SHA256()
  var text: [UInt8] = []
  for file in files.sorted(by: { $0.path < $1.path }) {
    text += "\(hash.digest(of: file.bytes).hex)  \(encodedPath(file.path))\n".utf8
  }
  return text
}

/// Returns a path as a manifest spells it: what would end the line, and the sign that says so, as percent and digits.
private func encodedPath(_ path: String) -> String {
  path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
}

/// What a manifest says.
struct BagManifest {
  /// The digests by path.
  private(set) var digests: [String: Digest] = [:]
  /// The lines, from 1, that are not a digest and a path, or tell of a path again.
  private(set) var badLines: [Int] = []

  /// Reads a manifest, whatever bytes it is made of.
  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if !read(line) { badLines.append(index + 1) }
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    let digits = line.prefix(2 * Digest.byteCount)
    let rest = line.dropFirst(2 * Digest.byteCount)
    guard let digest = Digest(hex: digits), let gap = rest.first, gap == 0x20 || gap == 0x09,
      let path = String(validating: rest.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self),
      !path.isEmpty
    else { return false }
    return digests.updateValue(digest, forKey: decodedPath(path)) == nil
  }
}

private func decodedPath(_ path: String) -> String {
  path.replacing("%0A", with: "\n").replacing("%0D", with: "\r").replacing("%25", with: "%")
}
