private let slash = UInt8(ascii: "/")

/// Returns the way from the folder of `file` to `target`, both paths below the portal's folder, as a URI reference.
func reference(from file: String, to target: String) -> String {
  let (here, there) = (file.utf8.span, target.utf8.span)
  /// Where the names begin that stand behind the last folder of both.
  var fork = 0
  var index = 0
  while index < min(here.count, there.count), here[index] == there[index] {
    index += 1
    if here[index - 1] == slash { fork = index }
  }
  let steps = (fork..<here.count).count { here[$0] == slash }
  return String(repeating: "../", count: steps) + segments(Substring(target.utf8.dropFirst(fork)))
}

/// Returns `path`, taken from the folder `folder`, without `.` and `..`; nothing when it leaves the portal.
func resolvedPath(_ path: String, in folder: String) -> String? {
  var parts = path.utf8.first == slash ? [] : folder.pathParts
  for part in path.pathParts {
    switch part {
    case ".": continue
    case "..": guard parts.popLast() != nil else { return nil }
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

/// Returns `text` as one segment of a path or as a fragment: everything but RFC 3986 §2.3 unreserved in `%XX` form.
func segment(_ text: some StringProtocol) -> String { encoded(text, but: isUnreserved) }

/// Returns `path` with each of its names as a segment.
func segments(_ path: some StringProtocol) -> String {
  encoded(path) { isUnreserved($0) || $0 == slash }
}

/// Returns `text` with all bytes in `%XX` form but those that `mayStand`.
private func encoded(_ text: some StringProtocol, but mayStand: (UInt8) -> Bool) -> String {
  if text.utf8.allSatisfy(mayStand) { return String(text) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(3 * text.utf8.count)
  for byte in text.utf8 {
    if mayStand(byte) {
      bytes.append(byte)
    } else {
      bytes.append(UInt8(ascii: "%"))
      bytes.append(digit(byte >> 4))
      bytes.append(digit(byte & 15))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Returns `value`, 0 to 15, as a hexadecimal digit.
private func digit(_ value: UInt8) -> UInt8 {
  value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
}

extension String {
  /// The names between the slashes of a path; bytes are cut apart ten times faster than characters.
  fileprivate var pathParts: [Substring] {
    utf8.split(separator: slash).map(Substring.init)
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
  default: false
  }
}

/// Returns `text` with `%XX` read as bytes of UTF-8; what is no such triple stays.
func percentDecoded(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Returns the value of a hexadecimal digit, or nothing.
private func hexadecimal(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}
