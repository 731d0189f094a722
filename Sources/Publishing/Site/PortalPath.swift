/// Returns the way from the folder of `file` to `target`, both paths below the portal's folder, as a URI reference.
func reference(from file: String, to target: String) -> String {
  let here = file.pathParts.dropLast()
  let there = target.pathParts
  let shared = zip(here, there.dropLast()).prefix { $0.0 == $0.1 }.count
  let steps =
    Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared).map(segment)
  return steps.joined(separator: "/")
}

/// Returns `path`, taken from the folder `folder`, without `.` and `..`; nothing when it leaves the portal.
func resolvedPath(_ path: String, in folder: String) -> String? {
  var parts = path.hasPrefix("/") ? [] : folder.pathParts.map(String.init)
  for part in path.pathParts {
    switch part {
    case ".": continue
    case "..":
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}

/// Returns `text` as one segment of a path or as a fragment: everything but RFC 3986 §2.3 unreserved in `%XX` form.
func segment(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy(isUnreserved) { return String(text) }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(3 * text.utf8.count)
  for byte in text.utf8 {
    if isUnreserved(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
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
    utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
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
